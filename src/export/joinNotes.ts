import { counted } from "../counted.ts";
import { addDays, type Day } from "../day.ts";
import { isTooEarly } from "../stats/isTooEarly.ts";
import { type ComplaintBook, lineNumbers } from "./complaints.ts";
import type { FilmIndex } from "./filmIndex.ts";
import type { Viewing } from "./ledger.ts";
import type { DiaryRow, ExportRows, FilmRow } from "./rows.ts";

/**
 * Says which rows hold no address, and which titles had to become films of their own. Returns the
 * number of such rows per file.
 */
export function noteEmptyAddresses(
  rows: ExportRows,
  index: FilmIndex,
  book: ComplaintBook,
): Record<string, number> {
  const files: [string, FilmRow[] | null][] = [
    ["watched.csv", rows.watched],
    ["ratings.csv", rows.ratings],
    ["diary.csv", rows.diary],
    ["reviews.csv", rows.reviews],
    ["likes/films.csv", rows.likes],
    ["watchlist.csv", rows.watchlist],
    ...rows.lists.map(({ file, items }): [string, FilmRow[]] => [file, items]),
  ];
  const counts: Record<string, number> = {};
  for (const [file, all] of files) {
    const lines = all?.filter(({ uri }) => uri === null).map(({ line }) => line) ?? [];
    if (lines.length === 0) continue;
    counts[file] = lines.length;
    const what = `${counted(lines.length, "row has", "rows have")} no address`;
    book.note(file, null, `${what} (${lineNumbers(lines)}): joined by Name and Year.`);
  }
  const own = new Set(
    index.all().flatMap(({ key, uri, seen }) => (uri === null && seen ? [key] : [])),
  );
  const known = rows.watched !== null || rows.ratings !== null;
  const [file] = files.find(([, all]) => all?.some(({ nameKey }) => own.has(nameKey))) ?? [];
  if (!file || !known) return counts;
  const what = counted(own.size, "seen film has", "seen films have");
  book.note(file, null, `${what} no address in any file: kept as films of their own.`);
  return counts;
}

/** Files in which an address should stand once, and what becomes of the rows that repeat one. */
const REPEATS = [
  { file: "watched.csv", key: "watched", what: "film", outcome: "it counts once" },
  {
    file: "ratings.csv",
    key: "ratings",
    what: "film",
    outcome: "the rating of the later Date counts",
  },
  { file: "diary.csv", key: "diary", what: "entry", outcome: "each counts" },
  { file: "reviews.csv", key: "reviews", what: "entry", outcome: "the same text is shown once" },
  { file: "likes/films.csv", key: "likes", what: "film", outcome: "it counts once" },
  { file: "watchlist.csv", key: "watchlist", what: "film", outcome: "it counts once" },
] as const;

/** Says which rows repeat the address of an earlier one in their file: what a merge gone wrong leaves. */
export function noteRepeats(rows: ExportRows, book: ComplaintBook): void {
  for (const { file, key, what, outcome } of REPEATS) {
    const known = new Set<string>();
    const lines: number[] = [];
    for (const { uri, line } of rows[key] ?? []) {
      if (uri === null) continue;
      if (known.has(uri)) lines.push(line);
      known.add(uri);
    }
    const [first] = lines;
    if (first === undefined) continue;
    const repeats = counted(lines.length, `row repeats ${A[what]}`, `rows repeat ${MANY[what]}`);
    book.warn(file, first, `${repeats} of the file (${lineNumbers(lines)}): ${outcome}.`);
  }
}

const A = { film: "a film", entry: "an entry" };
const MANY = { film: "films", entry: "entries" };

/** Says which likes do not count, since nothing else says that their film was seen. */
export function noteUnseenLikes(likes: FilmRow[], index: FilmIndex, book: ComplaintBook): void {
  const lines = likes.filter((row) => !index.filmOf(row).seen).map(({ line }) => line);
  if (lines.length === 0) return;
  const what = counted(lines.length, "liked film is", "liked films are");
  book.note(
    "likes/films.csv",
    lines[0] ?? null,
    `${what} not among those seen (${lineNumbers(lines)}): not counted.`,
  );
}

/** Says which days look odd: in the future, before their film, or with more viewings than a day holds. */
export function noteDays(
  entries: Iterable<readonly [DiaryRow, { viewing: Viewing | null }]>,
  { buildDate, bulkDay }: { buildDate: Day; bulkDay: number },
  book: ComplaintBook,
): void {
  const dated = Array.from(entries, ([{ line }, { viewing }]) =>
    viewing ? [{ line, viewing }] : [],
  ).flat();
  const say = (
    isOdd: (viewing: Viewing) => boolean,
    what: string,
    end: (days: Day[]) => string,
  ) => {
    const odd = dated.filter(({ viewing }) => isOdd(viewing));
    const [first] = odd;
    if (!first) return;
    const lie = counted(odd.length, "viewing lies", "viewings lie");
    const lines = lineNumbers(odd.map(({ line }) => line).sort((a, b) => a - b));
    const days = odd.map(({ viewing }) => viewing.date);
    book.note(
      "diary.csv",
      first.line,
      `${lie} ${what}, ${end(days)} (${lines}): ${odd.length === 1 ? "a slip" : "slips"}?`,
    );
  };
  say(isTooEarly, "before 1900 or years before the film", (days) => `the first on ${days[0]}`);
  // Where the member lives it may be tomorrow already.
  const isFuture = ({ date }: Viewing) => date > addDays(buildDate, 1);
  say(isFuture, `after ${buildDate}`, (days) => `the last on ${days.at(-1)}`);

  const perDay = new Map<Day, number>();
  for (const { viewing } of dated) {
    perDay.set(viewing.date, (perDay.get(viewing.date) ?? 0) + 1);
  }
  const bulk = [...perDay].filter(([, count]) => count >= bulkDay).sort(([, a], [, b]) => b - a);
  const [fullest] = bulk;
  if (!fullest) return;
  const what = `${counted(bulk.length, "day has", "days have")} ${bulkDay} or more viewings`;
  book.note("diary.csv", null, `${what}, most of all ${fullest[0]} with ${fullest[1]}.`);
}
