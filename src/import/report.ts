import { resolve } from "node:path";
import { type Candidate, describe } from "../export/candidates.ts";
import { complaintLines } from "../export/complaints.ts";
import type { Complaint, LedgerFilm } from "../export/ledger.ts";
import { count, sectionLines, several } from "../section.ts";
import type { Changes } from "./changes.ts";
import type { Figures } from "./figures.ts";
import type { KeptFiles } from "./keptFiles.ts";
import { PARTS } from "./swap.ts";

const SHOWN = 5;

/** `913 films seen, 927 viewings` */
export const inShort = ({ seen, viewings }: Figures): string =>
  `${count(seen, "film")} seen, ${count(viewings, "viewing")}`;

/** What the new export has that `last` had not. */
export function changeLines(changes: Changes, now: Figures, last: Candidate): string[] {
  const { newFilms, goneFilms, newViewings, goneViewings, rerated, newLikes, goneLikes } = changes;
  const lastExport = `the last export, ${last.source} (${describe(last)})`;
  const numbers = [newViewings, goneViewings, rerated, newLikes, goneLikes];
  if (newFilms.length + goneFilms.length === 0 && numbers.every((number) => number === 0)) {
    return [`Nothing new since ${lastExport}: ${inShort(now)}, the same ratings and likes.`];
  }
  const likes = [amount(newLikes, "new"), amount(goneLikes, "withdrawn")].join("");
  return sectionLines({
    title: `Since ${lastExport}`,
    fields: [
      ["films seen", `${now.seen}${amount(newFilms.length, "new")}${named(newFilms)}`],
      ...field(goneFilms.length, "films gone", `${goneFilms.length}${named(goneFilms)}`),
      ["viewings", `${now.viewings}${amount(newViewings, "new")}${amount(goneViewings, "gone")}`],
      ...field(rerated, "ratings", `${now.rated}, ${rerated} changed`),
      ...field(newLikes + goneLikes, "likes", `${now.liked}${likes}`),
    ],
  });
}

const field = (number: number, name: string, text: string): [string, string][] =>
  number === 0 ? [] : [[name, text]];

const amount = (number: number, what: string): string =>
  number === 0 ? "" : `, ${number} ${what}`;

function named(films: readonly LedgerFilm[]): string {
  const titles = films.map(({ name, year }) => (year === null ? name : `${name} (${year})`));
  return titles.length === 0 ? "" : `: ${several(titles, SHOWN)}`;
}

/** What is much less than it was, as a sentence. */
export function shrinkage(now: Figures, before: Figures): string {
  const fewer = (what: "seen" | "viewings", name: string) =>
    now[what] < before[what] ? [`${count(now[what], name)} instead of ${before[what]}`] : [];
  const all = [...fewer("seen", "film"), ...fewer("viewings", "viewing")];
  return `The new export holds far less than the last one: ${all.join(" and ")}.`;
}

/** One line for each file that is left out, or for several with the same fault. */
export const damageLines = ({ damaged }: KeptFiles): string[] =>
  complaintLines(
    damaged.map(({ file, reason }) => ({
      level: "warning",
      file,
      line: null,
      message: `The file ${reason} It is left out.`,
    })),
  ).map(({ text }) => text);

/** What there is to act on in the rows that were read, in one sentence at most. */
export function warningLines(complaints: readonly Complaint[], { damaged }: KeptFiles): string[] {
  const isDamaged = (name: string) => damaged.some(({ file }) => file === name);
  const warnings = complaints.filter(({ level, file }) => level === "warning" && !isDamaged(file));
  if (warnings.length === 0) return [];
  const lines = complaintLines(warnings);
  const what = lines.length === 1 ? "There is 1 warning" : `There are ${lines.length} warnings`;
  return [`${what} about single rows or files: npm run doctor -- --all lists them.`];
}

/** What lies in the data folder now, and what does not, of the export that was imported. */
export function contentLines(
  { source, parsed }: Candidate,
  kept: KeptFiles,
  incoming: Candidate,
): string[] {
  const { "lists/*.csv": listed = 0, ...files } = parsed.files;
  const lists = [...kept.files.keys()].filter(isList).length;
  return [
    ...sectionLines({
      title: `In ${source}/ there are now`,
      fields: [
        ...Object.entries(files).map(([file, rows]) => [file, count(rows, "row")] as const),
        ...field(lists, "lists/", `${count(lists, "list")}, ${count(listed, "film")}`),
        ...field(
          kept.files.has("profile.csv") ? 1 : 0,
          "profile.csv",
          "your name alone, since your settings publish it; git takes the file with git add -f",
        ),
      ],
    }),
    ...leftLines(kept, incoming, source),
    ...textLines(kept),
  ];
}

const isList = (file: string): boolean => file.startsWith("lists/");

function leftLines({ files, left }: KeptFiles, incoming: Candidate, dataDir: string): string[] {
  const profile = [
    files.has("profile.csv") ? "the rest of profile.csv" : "profile.csv",
    holdsAddress(incoming) ? " with your e-mail address" : "",
  ].join("");
  const names = [
    ...(left.includes("profile.csv") ? [profile] : []),
    ...left.filter((file) => file !== "profile.csv"),
  ];
  // Loose files were moved out of the way as a whole; what is no part of an export still lies there.
  if (resolve(incoming.source) === resolve(dataDir)) {
    const gone = names.filter((name) => name === profile || isPart(name));
    return [`  Taken away: ${[...gone, "anything in deleted/"].join(", ")}.`];
  }
  return [`  Left behind: ${[...names, "anything in deleted/"].join(", ")}.`];
}

const isPart = (file: string): boolean => PARTS.includes(file.split("/")[0] ?? "");

const holdsAddress = ({ files }: Candidate): boolean =>
  files.get("profile.csv")?.includes("@") ?? false;

function textLines({ files }: KeptFiles): string[] {
  const texts = [
    ...(files.has("reviews.csv") ? ["reviews.csv"] : []),
    ...([...files.keys()].some(isList) ? ["lists/"] : []),
  ];
  if (texts.length === 0) return [];
  const hold = texts.length === 1 ? "holds" : "hold";
  return [
    `  ${texts.join(" and ")} ${hold} your texts as you wrote them: in a public repository all can read them.`,
  ];
}

/** Exports that lie in the data folder and are older than what was imported. */
export function needlessLines(others: readonly Candidate[]): string[] {
  if (others.length === 0) return [];
  const names = others.map(({ source }) => source).join(", ");
  const isPrivate = others.some(holdsAddress);
  const why = isPrivate ? " A raw export holds your e-mail address." : "";
  return [`No longer needed: ${names}.${why}`];
}
