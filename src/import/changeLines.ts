import { resolve } from "node:path";
import { counted, grouped, several } from "../counted.ts";
import { complaintLines } from "../letterboxd/complaints.ts";
import { lastLoggedText } from "../letterboxd/exportAge.ts";
import { isPart } from "../letterboxd/exportNames.ts";
import type { FoundExport } from "../letterboxd/findExports.ts";
import type { Complaint, LedgerFilm } from "../letterboxd/ledger.ts";
import { FAVOURITES } from "../letterboxd/ownFiles.ts";
import { ownerName } from "../library/ownerName.ts";
import { printableLine } from "../printable.ts";
import { reportLines } from "../reportSection.ts";
import type { Settings } from "../settings.ts";
import type { Changes, Tally } from "./changes.ts";
import type { ExportCounts } from "./exportCounts.ts";
import type { KeptFiles } from "./keptFiles.ts";
import type { OwnFiles } from "./ownFiles.ts";

const SHOWN = 5;
const SHOWN_FILES = 20;

/** `913 films seen, 927 viewings` */
export const shortCounts = ({ seen, viewings }: ExportCounts): string =>
  `${counted(seen, "film")} seen, ${counted(viewings, "viewing")}`;

/**
 * Describes what changed since `last`.
 *
 * @param warned files whose losses are reported elsewhere
 */
export function changeLines(
  changes: Changes,
  now: ExportCounts,
  last: FoundExport,
  warned: ReadonlySet<string> = new Set(),
): string[] {
  const { films, newFilms, goneFilms, viewings, ratings, likes, reviews, watchlist } = changes;
  const { lists, goneLists, rerated, watchlistSeen } = changes;
  const lastExport = `the last export, ${last.source} (${lastLoggedText(last)})`;
  const tallies = [films, viewings, ratings, likes, reviews, watchlist, lists];
  const numbers = [...tallies.flatMap(({ added, gone }) => [added, gone]), rerated, watchlistSeen];
  if (numbers.every((number) => number === 0)) {
    return [`Nothing new since ${lastExport}: ${shortCounts(now)}, and everything else unchanged.`];
  }
  const gone = (file: string, { gone }: Tally, names = "") =>
    warned.has(file) || gone === 0 ? "" : `${countIfAny(gone, "gone")}${afterColon(names)}`;
  const changed = (name: string, file: string, tally: Tally, { more = "", names = "" } = {}) => {
    const text = `${countIfAny(tally.added, "new")}${gone(file, tally, names)}${more}`;
    return text === "" ? [] : [[name, `${grouped(tally.now)}${text}`] as const];
  };
  const goneSeen = warned.has("watched.csv") ? 0 : films.gone;
  return reportLines({
    title: `Since ${lastExport}`,
    fields: [
      [
        "films seen",
        `${grouped(films.now)}${countIfAny(films.added, "new")}${afterColon(filmNames(newFilms))}`,
      ],
      ...fieldUnlessZero(
        goneSeen,
        "films gone",
        `${grouped(goneSeen)}${afterColon(filmNames(goneFilms))}`,
      ),
      [
        "viewings",
        `${grouped(viewings.now)}${countIfAny(viewings.added, "new")}${gone("diary.csv", viewings)}`,
      ],
      ...changed("ratings", "ratings.csv", ratings, { more: countIfAny(rerated, "changed") }),
      ...changed("likes", "likes/films.csv", likes),
      ...changed("reviews", "reviews.csv", reviews),
      ...changed("watchlist", "watchlist.csv", watchlist, {
        more: countIfAny(watchlistSeen, "seen"),
      }),
      ...changed("lists", "lists/*.csv", lists, { names: firstNames(goneLists) }),
    ],
  });
}

const fieldUnlessZero = (number: number, name: string, text: string): [string, string][] =>
  number === 0 ? [] : [[name, text]];

const countIfAny = (number: number, what: string): string =>
  number === 0 ? "" : `, ${grouped(number)} ${what}`;

const afterColon = (names: string): string => (names === "" ? "" : `: ${names}`);

/** `Ran (1985), Heat (1995) and 7 more` */
export const filmNames = (films: readonly LedgerFilm[]): string =>
  firstNames(films.map(({ name, year }) => (year === null ? name : `${name} (${year})`)));

/** Up to five of the names, and the number of the others. */
export const firstNames = (names: readonly string[]): string =>
  several(names.map(printableLine), SHOWN);

/**
 * One line for the files that are left out for one reason. They are named only here, because the data
 * folder will not contain them.
 */
export function damageLines({ damaged }: KeptFiles): string[] {
  const byReason = Map.groupBy(damaged, ({ reason }) => reason);
  return Array.from(byReason, ([reason, files]) => {
    const names = several(
      files.map(({ file }) => printableLine(file)),
      SHOWN_FILES,
    );
    if (files.length === 1) return `${names}: The file ${reason} It is left out.`;
    return `${names}: Each of these ${grouped(files.length)} files ${reason} They are left out.`;
  });
}

/**
 * The first few warnings about the rows that were read, and how to see the others. Warnings about files
 * that were saved again come first.
 */
export function warningLines(
  complaints: readonly Complaint[],
  run: (command: string) => string,
): string[] {
  const lines = complaintLines(complaints.filter(({ level }) => level === "warning"))
    .map(({ text }) => printableLine(text))
    .sort((a, b) => Number(isResaved(b)) - Number(isResaved(a)));
  const shown = lines.length > SHOWN + 1 ? lines.slice(0, SHOWN) : lines;
  const rest = lines.length - shown.length;
  return [
    ...shown,
    ...(rest > 0
      ? [
          `… and ${grouped(rest)} more warnings: after the import, ${run("doctor -- --all")} lists them.`,
        ]
      : []),
  ];
}

const isResaved = (text: string): boolean =>
  text.includes("A spreadsheet or another tool saved the file again");

/** Lists what of the imported export is now in the data folder, and what is not. */
export function dataDirLines({
  staged,
  kept,
  incoming,
  own,
}: {
  staged: FoundExport;
  kept: KeptFiles;
  incoming: FoundExport;
  own: OwnFiles;
}): string[] {
  const { source, parsed } = staged;
  const { "lists/*.csv": listed = 0, ...files } = parsed.files;
  const lists = [...kept.files.keys()].filter(isList).length;
  return [
    ...reportLines({
      title: `Now in ${source}/`,
      fields: [
        ...Object.entries(files).map(([file, rows]) => [file, counted(rows, "row")] as const),
        ...fieldUnlessZero(
          lists,
          "lists/",
          `${counted(lists, "list")}, ${counted(listed, "film")}`,
        ),
        ...Array.from(own, ([file, bytes]) => [file, linesOf(file, bytes)] as const),
      ],
    }),
    ...leftLines(kept, incoming, source),
  ];
}

/** What a file of the owner has below its heading: `4 films`, `1 import`. */
const linesOf = (file: string, bytes: Buffer): string =>
  counted(
    bytes.toString().trimEnd().split("\n").length - 1,
    file === FAVOURITES ? "favourite" : "import",
  );

const isList = (file: string): boolean => file.startsWith("lists/");

function leftLines({ leftBehind }: KeptFiles, incoming: FoundExport, dataDir: string): string[] {
  // Files that are not part of an export were not moved.
  const isCleared = resolve(incoming.source) === resolve(dataDir);
  const { orphaned } = incoming.parsed;
  const names = leftBehind
    .filter((file) => !isCleared || isPart(file))
    .sort((a, b) => Number(b === PROFILE) - Number(a === PROFILE))
    .map((file) => {
      if (file === PROFILE) return profileName(incoming);
      const entries = orphaned[file];
      return entries ? orphansName(file, entries) : printableLine(file);
    });
  if (incoming.deleted > 0) names.push(`deleted/ with ${counted(incoming.deleted, "file")}`);
  if (names.length > 0) return [`  ${isCleared ? "Removed" : "Left behind"}: ${names.join(", ")}.`];
  return isCleared ? ["  Nothing was removed: the site uses all of it."] : [];
}

const PROFILE = "profile.csv";

const profileName = (incoming: FoundExport): string =>
  `${PROFILE}${holdsAddress(incoming) ? " with your e-mail address" : ""}`;

/** The name in profile.csv as a line for the settings, if they publish the name. */
export function ownerNameLines(
  { parsed: { rows } }: FoundExport,
  { publish, site }: Pick<Settings, "publish" | "site">,
): string[] {
  if (!publish.name || site.owner !== "") return [];
  const line = rows.member && `owner: ${JSON.stringify(printableLine(ownerName(rows.member)))},`;
  return line
    ? [`Your settings publish your name. Write it into site.config.ts: ${line}`]
    : [
        'Your settings publish your name, but this export has none. Write it into site.config.ts: owner: "Your Name",',
      ];
}

const orphansName = (file: string, entries: number): string =>
  file === "orphaned/diary.csv"
    ? counted(entries, "orphaned diary entry", "orphaned diary entries")
    : counted(entries, "orphaned review");

const holdsAddress = ({ files }: FoundExport): boolean =>
  files.get(PROFILE)?.includes("@") ?? false;

/** Names the exports in the data folder that are older than the imported one. */
export function obsoleteExportLines(others: readonly FoundExport[]): string[] {
  if (others.length === 0) return [];
  const names = others.map(({ source }) => source).join(", ");
  const isPrivate = others.some(holdsAddress);
  const why = isPrivate ? " A raw export contains your e-mail address." : "";
  return [`No longer needed: ${names}.${why}`];
}
