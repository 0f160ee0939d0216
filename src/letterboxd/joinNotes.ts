import { counted, grouped } from "../counted.ts";
import type { Day } from "../day.ts";
import { type ComplaintBook, lineNumbers } from "./complaints.ts";
import type { FilmIndex } from "./filmIndex.ts";
import { isTooEarly } from "./isTooEarly.ts";
import type { Viewing } from "./ledger.ts";
import type { Limits } from "./limits.ts";
import { type DiaryRow, type ExportRows, type FilmRow, filesIn } from "./rows.ts";

/**
 * Notes the rows without an address and the films without any address. Returns the number of such rows
 * by file.
 */
export function noteEmptyAddresses(
  rows: ExportRows,
  index: FilmIndex,
  book: ComplaintBook,
): Record<string, number> {
  const files: [string, FilmRow[] | null][] = [
    ...filesIn(rows),
    ...rows.lists.map(({ file, items }): [string, FilmRow[]] => [file, items]),
  ];
  const counts: Record<string, number> = {};
  for (const [file, all] of files) {
    const lines = all?.filter(({ uri }) => uri === null).map(({ line }) => line) ?? [];
    if (lines.length === 0) continue;
    counts[file] = lines.length;
    const what = `${counted(lines.length, "row has", "rows have")} no address`;
    book.note(file, null, `${what} (${lineNumbers(lines)}): matched by Name and Year.`);
  }
  const own = new Set(
    index.all().flatMap(({ key, uri, seen }) => (uri === null && seen ? [key] : [])),
  );
  const known = rows.watched !== null || rows.ratings !== null;
  const [file] = files.find(([, all]) => all?.some(({ nameKey }) => own.has(nameKey))) ?? [];
  if (!file || !known) return counts;
  const what = counted(own.size, "seen film has", "seen films have");
  book.note(file, null, `${what} no address in any file: each is kept as a separate film.`);
  return counts;
}

/** Notes the likes that do not count because their film was not seen. */
export function noteUnseenLikes(likes: FilmRow[], index: FilmIndex, book: ComplaintBook): void {
  const lines = likes.filter((row) => !index.filmOf(row).seen).map(({ line }) => line);
  if (lines.length === 0) return;
  const what = counted(lines.length, "liked film is", "liked films are");
  book.note(
    "likes/films.csv",
    lines[0] ?? null,
    `${what} not among the films seen (${lineNumbers(lines)}): not counted.`,
  );
}

/** Warns of rows that were logged on a day in the future. */
export function noteDatesToCome(
  rows: ExportRows,
  { buildDate, lastDay }: Limits,
  book: ComplaintBook,
): void {
  for (const [file, all] of filesIn(rows)) {
    const late = all?.filter(({ date }) => date !== null && date > lastDay) ?? [];
    const [first] = late;
    if (!first) continue;
    const what = `${counted(late.length, "row has", "rows have")} a Date`;
    const lines = lineNumbers(late.map(({ line }) => line));
    book.warn(
      file,
      first.line,
      "a Date in the future",
      `${what} more than a day after this build of ${buildDate} (${lines}): that day is ignored.`,
    );
  }
}

/** Notes implausible days of viewing: long before the film came out, or with too many viewings. */
export function noteDays(
  entries: Iterable<readonly [DiaryRow, { viewing: Viewing | null }]>,
  bulkDay: number,
  book: ComplaintBook,
): void {
  const dated = Array.from(entries, ([{ line }, { viewing }]) =>
    viewing ? [{ line, viewing }] : [],
  ).flat();
  const early = dated.filter(({ viewing }) => isTooEarly(viewing));
  const [first] = early;
  if (first) {
    const what = counted(early.length, "viewing is", "viewings are");
    const lines = lineNumbers(early.map(({ line }) => line).sort((a, b) => a - b));
    book.note(
      "diary.csv",
      first.line,
      `${what} dated before 1900 or years before the film came out, the first on ${first.viewing.date} (${lines}). ${early.length === 1 ? "A typing error" : "Typing errors"}?`,
    );
  }

  const perDay = new Map<Day, number>();
  for (const { viewing } of dated) {
    perDay.set(viewing.date, (perDay.get(viewing.date) ?? 0) + 1);
  }
  const bulk = [...perDay].filter(([, count]) => count >= bulkDay).sort(([, a], [, b]) => b - a);
  const [fullest] = bulk;
  if (!fullest) return;
  const what = `${counted(bulk.length, "day has", "days have")} ${grouped(bulkDay)} or more viewings`;
  book.note("diary.csv", null, `${what}, most of all ${fullest[0]} with ${grouped(fullest[1])}.`);
}
