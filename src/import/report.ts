import { resolve } from "node:path";
import { type Candidate, describe } from "../export/candidates.ts";
import { complaintLines } from "../export/complaints.ts";
import type { Complaint, LedgerFilm } from "../export/ledger.ts";
import { printableLine } from "../printable.ts";
import { sectionLines, several } from "../section.ts";
import type { Changes, Tally } from "./changes.ts";
import { counted, grouped } from "./counted.ts";
import type { Figures } from "./figures.ts";
import type { KeptFiles } from "./keptFiles.ts";
import { PARTS } from "./swap.ts";

const SHOWN = 5;

/** `913 films seen, 927 viewings` */
export const inShort = ({ seen, viewings }: Figures): string =>
  `${counted(seen, "film")} seen, ${counted(viewings, "viewing")}`;

/** What the new export has that `last` had not. */
export function changeLines(changes: Changes, now: Figures, last: Candidate): string[] {
  const { films, newFilms, goneFilms, viewings, ratings, likes, reviews, watchlist } = changes;
  const { lists, goneLists, rerated, watchlistSeen } = changes;
  const lastExport = `the last export, ${last.source} (${describe(last)})`;
  const tallies = [films, viewings, ratings, likes, reviews, watchlist, lists];
  const numbers = [...tallies.flatMap(({ added, gone }) => [added, gone]), rerated, watchlistSeen];
  if (numbers.every((number) => number === 0)) {
    return [`Nothing new since ${lastExport}: ${inShort(now)}, and all the rest as it was.`];
  }
  const both = ({ added, gone }: Tally) => `${amount(added, "new")}${amount(gone, "gone")}`;
  const changed = (name: string, tally: Tally, more = "") => {
    const text = `${both(tally)}${more}`;
    return text === "" ? [] : [[name, `${grouped(tally.now)}${text}`] as const];
  };
  return sectionLines({
    title: `Since ${lastExport}`,
    fields: [
      ["films seen", `${grouped(films.now)}${amount(films.added, "new")}${named(newFilms)}`],
      ...field(films.gone, "films gone", `${grouped(films.gone)}${named(goneFilms)}`),
      ["viewings", `${grouped(viewings.now)}${both(viewings)}`],
      ...changed("ratings", ratings, amount(rerated, "changed")),
      ...changed("likes", likes),
      ...changed("reviews", reviews),
      ...changed("watchlist", watchlist, amount(watchlistSeen, "seen since")),
      ...changed("lists", lists, namesOf(goneLists)),
    ],
  });
}

const field = (number: number, name: string, text: string): [string, string][] =>
  number === 0 ? [] : [[name, text]];

const amount = (number: number, what: string): string =>
  number === 0 ? "" : `, ${grouped(number)} ${what}`;

const named = (films: readonly LedgerFilm[]): string =>
  namesOf(films.map(({ name, year }) => (year === null ? name : `${name} (${year})`)));

const namesOf = (names: readonly string[]): string =>
  names.length === 0 ? "" : `: ${several(names.map(printableLine), SHOWN)}`;

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
        ...Object.entries(files).map(([file, rows]) => [file, counted(rows, "row")] as const),
        ...field(lists, "lists/", `${counted(lists, "list")}, ${counted(listed, "film")}`),
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
