import { grouped, plural } from "../counted.ts";
import { type ComplaintBook, lineNumbers } from "./complaints.ts";
import { resolveYears } from "./entryYears.ts";
import type { FilmIndex } from "./filmIndex.ts";
import type { LedgerFilm, Viewing } from "./ledger.ts";
import { quote } from "./quote.ts";
import type { RowOrder } from "./rowOrder.ts";
import { type DiaryRow, entryKey, type ReviewRow } from "./rows.ts";

const EQUAL_FILMS = "several films of the same Name and Year";

/** A diary row and its film. Without a readable Watched Date there is no viewing. */
export interface JoinedEntry {
  film: LedgerFilm;
  viewing: Viewing | null;
  /** Several films have the Name and Year of the row, and the order of rows decided. */
  isJoinedByOrder: boolean;
}

/**
 * Finds the film of every diary row, in the given order. If several films share Name and Year, the n-th
 * row goes to the n-th film and the remaining rows go to the last.
 */
export function joinDiary(
  diary: DiaryRow[],
  index: FilmIndex,
  book: ComplaintBook,
  order: RowOrder,
): Map<DiaryRow, JoinedEntry> {
  const rows = resolveYears("diary.csv", diary, { index, book });
  const entries = new Map<DiaryRow, JoinedEntry>();
  const shared = new Map<
    string,
    { films: readonly LedgerFilm[]; title: string; lines: number[] }
  >();

  const filmOf = (row: DiaryRow): LedgerFilm => {
    const films = index.candidates(row.nameKey);
    if (films.length < 2) return films[0] ?? index.filmWithoutAddress(row);
    const group = shared.get(row.nameKey) ?? { films, title: titleOf(row), lines: [] };
    shared.set(row.nameKey, group);
    const turn = Math.min(group.lines.length, films.length - 1);
    group.lines.push(row.line);
    return films[turn] ?? index.filmWithoutAddress(row);
  };

  for (const row of order.sorted(rows)) {
    const film = filmOf(row);
    film.seen = true;
    const viewing = viewingOf(row, film);
    if (viewing) film.viewings.push(viewing);
    const isJoinedByOrder = index.candidates(row.nameKey).length > 1;
    entries.set(row, { film, viewing, isJoinedByOrder });
  }
  for (const { films, title, lines } of shared.values()) {
    const many = `${grouped(films.length)} films are called ${title}`;
    const rule =
      lines.length === 1
        ? "the row goes to the first"
        : `the rows go to them in order of ${order.name}`;
    const message = `${many}: ${rule} (${lineNumbers(lines)}).`;
    book.warn("diary.csv", lines[0] ?? null, EQUAL_FILMS, message);
  }
  return entries;
}

function viewingOf(row: DiaryRow, film: LedgerFilm): Viewing | null {
  if (row.watched === null) return null;
  return {
    film,
    date: row.watched,
    logged: row.date,
    rating: row.rating,
    rewatch: row.rewatch || film.viewings.length > 0,
    tags: row.tags,
    review: null,
  };
}

/** Name and Year of a row. The films themselves may have a Year that the row lacks. */
function titleOf({ name, nameKey }: DiaryRow): string {
  const year = nameKey.slice(nameKey.indexOf("\0") + 1);
  return `${quote(name)} ${year === "" ? "without a Year" : `(${year})`}`;
}

/**
 * Adds each review to the viewing of the same entry, else to the film. Drops a text that repeats one of
 * the same entry. Returns the film of every review.
 */
export function joinReviews(
  reviews: ReviewRow[],
  diary: Map<DiaryRow, JoinedEntry>,
  index: FilmIndex,
  book: ComplaintBook,
): Map<ReviewRow, Omit<JoinedEntry, "viewing">> {
  const entryOf = entryFinder(diary);
  const isLoose = (row: ReviewRow) => row.uri === null || entryOf(row) === undefined;
  const rows = resolveYears("reviews.csv", reviews, { index, book, isLoose });
  const joined = new Map<ReviewRow, Omit<JoinedEntry, "viewing">>();
  const texts = new Set<string>();
  let undated = 0;
  for (const row of rows) {
    const key = entryKey(row);
    const entry = entryOf(row);
    const film = entry?.film ?? filmOfLooseReview(row, index, book);
    film.seen = true;
    joined.set(row, { film, isJoinedByOrder: !entry && index.candidates(row.nameKey).length > 1 });
    if (!entry && row.watched !== null) undated += 1;
    const text = `${key}\0${row.text}`;
    if (row.text.trim() === "" || (key !== null && texts.has(text))) continue;
    texts.add(text);
    if (entry?.viewing && entry.viewing.review === null) entry.viewing.review = row.text;
    else {
      const { watched, date: logged, rating, tags, text } = row;
      film.reviews.push({ watched, logged, rating, tags, text });
    }
  }
  if (undated > 0) {
    const what = `${undated} ${plural(undated, "review has", "reviews have")} a Watched Date`;
    book.note(
      "reviews.csv",
      null,
      `${what} but no row in diary.csv: they do not count as viewings, and their days appear on the film pages only.`,
    );
  }
  return joined;
}

/** Finds the entry with a review's address: that of its Watched Date, else the first. */
function entryFinder(
  diary: Map<DiaryRow, JoinedEntry>,
): (row: ReviewRow) => JoinedEntry | undefined {
  const entries = new Map<string, JoinedEntry>();
  for (const [row, entry] of diary) {
    for (const key of entryKeys(row)) if (!entries.has(key)) entries.set(key, entry);
  }
  return (row) =>
    entryKeys(row)
      .map((key) => entries.get(key))
      .find((entry) => entry !== undefined);
}

function entryKeys(row: DiaryRow): string[] {
  const key = entryKey(row);
  return key === null ? [] : [`${key}\0${row.watched}`, key];
}

function filmOfLooseReview(row: ReviewRow, index: FilmIndex, book: ComplaintBook): LedgerFilm {
  const films = index.candidates(row.nameKey);
  if (films.length > 1) {
    const many = `${grouped(films.length)} films are called ${titleOf(row)}`;
    book.warn("reviews.csv", row.line, EQUAL_FILMS, `${many}: the review goes to the first.`);
  }
  return films[0] ?? index.filmWithoutAddress(row);
}
