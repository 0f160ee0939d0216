import { addDays, type Day } from "../day.ts";
import { type ComplaintBook, lineNumbers } from "./complaints.ts";
import type { FilmIndex } from "./filmIndex.ts";
import type { Viewing } from "./ledger.ts";
import type { ExportRows, FilmRow } from "./rows.ts";

/** Says which rows hold no address, and which titles had to become films of their own. */
export function noteEmptyAddresses(rows: ExportRows, index: FilmIndex, book: ComplaintBook): void {
  const files: [string, FilmRow[] | null][] = [
    ["watched.csv", rows.watched],
    ["ratings.csv", rows.ratings],
    ["diary.csv", rows.diary],
    ["reviews.csv", rows.reviews],
    ["likes/films.csv", rows.likes],
    ["watchlist.csv", rows.watchlist],
    ...rows.lists.map(({ file, items }): [string, FilmRow[]] => [file, items]),
  ];
  for (const [file, all] of files) {
    const lines = all?.filter(({ uri }) => uri === null).map(({ line }) => line) ?? [];
    if (lines.length === 0) continue;
    const what = `${lines.length} ${lines.length === 1 ? "row has" : "rows have"} no address`;
    book.note(file, null, `${what} (${lineNumbers(lines)}): joined by Name and Year.`);
  }
  const own = index.all().filter(({ uri, seen }) => uri === null && seen).length;
  const known = rows.watched !== null || rows.ratings !== null;
  if (own === 0 || !known) return;
  const what = own === 1 ? "1 seen film has" : `${own} seen films have`;
  book.note("diary.csv", null, `${what} no address in any file: kept as films of their own.`);
}

/** Says which days look odd: in the future, or with more viewings than a day holds. */
export function noteDays(
  viewings: readonly Viewing[],
  { buildDate, bulkDay }: { buildDate: Day; bulkDay: number },
  book: ComplaintBook,
): void {
  // Where the member lives it may be tomorrow already.
  const future = viewings.filter(({ date }) => date > addDays(buildDate, 1));
  if (future.length > 0) {
    const what = `${future.length} ${future.length === 1 ? "viewing lies" : "viewings lie"}`;
    book.note("diary.csv", null, `${what} after ${buildDate}, the last on ${future.at(-1)?.date}.`);
  }
  const perDay = new Map<Day, number>();
  for (const { date } of viewings) perDay.set(date, (perDay.get(date) ?? 0) + 1);
  const bulk = [...perDay].filter(([, count]) => count >= bulkDay).sort(([, a], [, b]) => b - a);
  const [fullest] = bulk;
  if (!fullest) return;
  const what = `${bulk.length} ${bulk.length === 1 ? "day has" : "days have"} ${bulkDay} or more viewings`;
  book.note("diary.csv", null, `${what}, most of all ${fullest[0]} with ${fullest[1]}.`);
}
