import { counted, grouped } from "../counted.ts";
import type { FoundExport } from "../letterboxd/findExports.ts";
import type { SkippedFile } from "../letterboxd/ledger.ts";
import { filmNames, firstNames } from "./changeLines.ts";
import type { Changes, Tally } from "./changes.ts";

/** An export that is to take the place of another. */
export interface Replacement {
  last: FoundExport;
  next: FoundExport;
  /** Null where `last` cannot be read. */
  changes: Changes | null;
  /** Files of the new export that are left out. */
  damaged: readonly SkippedFile[];
}

export interface LossWarning {
  /** Where the things stood that go. */
  file: string;
  /** Whether all of the file goes, or a part of it; left out where its things are counted. */
  isWhole?: boolean;
  text: string;
}

const LISTS = "lists/*.csv";

/** What is told thing by thing, and the file that holds it. */
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
 * What would go if the one export took the place of the other, and is worth a question: files that
 * are not there any more, and over 10 % of the rows of a file or of films, viewings, ratings, likes,
 * reviews, watchlist or lists.
 */
export function lossWarnings(replacement: Replacement): LossWarning[] {
  const { changes } = replacement;
  const unreadable = unreadableLists(replacement);
  const files = lostFiles(replacement);
  // Films are in several files, so that one which is gone does not say how many films go.
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
    const why = broken > 0 ? `, ${some}since the new export's cannot be read` : "";
    return [{ file, text: `${text}${names ? ` (${names})` : ""}${why}` }];
  });
  return [
    ...files.filter(({ file, isWhole }) => isWhole || !things.some((one) => one.file === file)),
    ...things,
    ...(changes ? [] : unreadable),
  ];
}

/** The files of whose things the losses say how many go: films are in other files than watched.csv, too. */
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
    // Who has seen a film has no need of it there.
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

/** Those that count: one that stands there twice is no loss. */
const usedRows = ({ parsed: { files, leftOut } }: FoundExport, file: string): number =>
  (files[file] ?? 0) - (leftOut[file] ?? 0);

const UNREADABLE = ", since the new export's cannot be read";

const nameWithRows = (file: string, rows: number, { parsed }: FoundExport): string =>
  file === LISTS
    ? `lists/ ${counted(parsed.rows.lists.length, "list")}, ${counted(rows, "row")}`
    : `${file} ${counted(rows, "row")}`;

/** Lists that the new export holds too, but unreadable. */
const unreadableLists = ({ last, damaged }: Replacement): LossWarning[] =>
  last.parsed.rows.lists
    .filter((list) => damaged.some(({ file }) => file === list.file))
    .map(({ file, items }) => ({
      file,
      text: `${file} ${counted(items.length, "row")}: gone${UNREADABLE}`,
    }));

/** Says so if the new export is older than the last one, by the newest Date in it. */
export function olderExportLines({ last, next }: Pick<Replacement, "last" | "next">): string[] {
  const [then, now] = [last, next].map(({ parsed }) => parsed.newestLogged);
  if (!then || (now && now >= then)) return [];
  const place = last.kind === "folder" ? `${last.source}/` : last.source;
  return now
    ? [`This export is older: last logged ${now}, while ${place} was last logged ${then}.`]
    : [`This export has no day of logging, while ${place} was last logged ${then}.`];
}
