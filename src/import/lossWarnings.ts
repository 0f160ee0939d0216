import { counted, grouped } from "../counted.ts";
import type { FoundExport } from "../letterboxd/findExports.ts";
import type { SkippedFile } from "../letterboxd/ledger.ts";
import { filmNames, firstNames } from "./changeLines.ts";
import type { Changes, Tally } from "./changes.ts";

/** An export and the one that is to replace it. */
export interface Replacement {
  last: FoundExport;
  next: FoundExport;
  /** Null if `last` cannot be read. */
  changes: Changes | null;
  /** Files of the new export that cannot be read. */
  damaged: readonly SkippedFile[];
}

export interface LossWarning {
  /** The file with the lost items. */
  file: string;
  /** Whether the whole file is lost or a part of it. Absent if its items are counted. */
  isWhole?: boolean;
  text: string;
}

const LISTS = "lists/*.csv";

/** The items that are counted one by one, and their file. */
const COUNTED: [
  what: string,
  file: string,
  tallyOf: (changes: Changes) => Tally,
  namesOf?: (changes: Changes) => string,
][] = [
  ["films", "watched.csv", ({ films }) => films, ({ goneFilms }) => filmNames(goneFilms)],
  ["viewings", "diary.csv", ({ viewings }) => viewings],
  ["ratings", "ratings.csv", ({ ratings }) => ratings],
  ["likes", "likes/films.csv", ({ likes }) => likes],
  ["reviews", "reviews.csv", ({ reviews }) => reviews],
  ["films of the watchlist", "watchlist.csv", ({ watchlist }) => watchlist],
  ["lists", LISTS, ({ lists }) => lists, ({ goneLists }) => firstNames(goneLists)],
];

/**
 * Warns of losses that the owner must confirm: missing files, and the loss of over 10 % of the rows of a
 * file or of the films, viewings, ratings, likes, reviews, watchlist or lists.
 */
export function lossWarnings(replacement: Replacement): LossWarning[] {
  const { changes } = replacement;
  const unreadable = unreadableLists(replacement);
  const files = lostFiles(replacement);
  // Films are in several files, so a missing file does not say how many films are lost.
  const isReported = (file: string) =>
    file !== "watched.csv" && files.some((loss) => loss.isWhole && loss.file === file);
  const things = COUNTED.flatMap(([what, file, tallyOf, namesOf]): LossWarning[] => {
    const tally = changes && tallyOf(changes);
    if (!tally || isReported(file)) return [];
    const broken = file === LISTS ? Math.min(unreadable.length, tally.gone) : 0;
    if (!isLarge(tally.gone, tally.before) && broken === 0) return [];
    const text = `${grouped(tally.gone)} of ${grouped(tally.before)} ${what}: gone`;
    const names = changes && namesOf?.(changes);
    const some = broken < tally.gone ? `${grouped(broken)} of them ` : "";
    const why = broken > 0 ? `, ${some}because the new one cannot be read` : "";
    return [{ file, text: `${text}${names ? ` (${names})` : ""}${why}` }];
  });
  return [
    ...files.filter(({ file, isWhole }) => isWhole || !things.some((one) => one.file === file)),
    ...things,
    ...(changes ? [] : unreadable),
  ];
}

/** The files whose losses are counted in the warnings. Films are in other files than watched.csv too. */
export const warnedFiles = (losses: readonly LossWarning[]): Set<string> =>
  new Set(
    losses
      .filter(({ file, isWhole }) => file !== "watched.csv" || isWhole === undefined)
      .map(({ file }) => file),
  );

const isLarge = (gone: number, before: number): boolean => gone * 10 > before;

function lostFiles({ last, next, changes, damaged }: Replacement): LossWarning[] {
  return Object.keys(last.parsed.files).flatMap((file): LossWarning[] => {
    const [rows, left] = [usedRows(last, file), usedRows(next, file)];
    // Films that were seen have left the watchlist for good reason.
    const seen = file === "watchlist.csv" ? (changes?.watchlistSeen ?? 0) : 0;
    if (!isLarge(rows - left - seen, rows)) return [];
    const what = nameWithRows(file, rows, last);
    if (left > 0) {
      const text = `${what}: ${grouped(rows - left)} gone, ${grouped(left)} left`;
      return [{ file, isWhole: false, text }];
    }
    const why = damaged.some((one) => one.file === file) ? UNREADABLE : "";
    return [{ file, isWhole: true, text: `${what}: gone${why}` }];
  });
}

/** The number of rows in use. Repeated rows do not count. */
const usedRows = ({ parsed: { files, leftOut } }: FoundExport, file: string): number =>
  (files[file] ?? 0) - (leftOut[file] ?? 0);

const UNREADABLE = ", because the new one cannot be read";

const nameWithRows = (file: string, rows: number, { parsed }: FoundExport): string =>
  file === LISTS
    ? `lists/ ${counted(parsed.rows.lists.length, "list")}, ${counted(rows, "row")}`
    : `${file} ${counted(rows, "row")}`;

/** Lists that the new export also contains, but that cannot be read there. */
const unreadableLists = ({ last, damaged }: Replacement): LossWarning[] =>
  last.parsed.rows.lists
    .filter((list) => damaged.some(({ file }) => file === list.file))
    .map(({ file, items }) => ({
      file,
      text: `${file} ${counted(items.length, "row")}: gone${UNREADABLE}`,
    }));

/** Warns if the new export is older than the last one, by the newest Date in it. */
export function olderExportLines({ last, next }: Pick<Replacement, "last" | "next">): string[] {
  const [then, now] = [last, next].map(({ parsed }) => parsed.newestLogged);
  if (!then || (now && now >= then)) return [];
  const place = last.kind === "folder" ? `${last.source}/` : last.source;
  return now
    ? [`This export is older: last logged ${now}, while ${place} was last logged ${then}.`]
    : [`This export has no logging dates, while ${place} was last logged ${then}.`];
}
