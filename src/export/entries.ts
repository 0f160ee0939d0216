import { type ComplaintBook, lineNumbers } from "./complaints.ts";
import type { FilmIndex } from "./filmIndex.ts";
import type { LedgerFilm, Viewing } from "./ledger.ts";
import { quote } from "./quote.ts";
import type { DiaryRow, ReviewRow } from "./rows.ts";

/** What a diary row became; without a readable Watched Date it is no viewing. */
export interface Entry {
  film: LedgerFilm;
  viewing: Viewing | null;
  /** Several films have its Name and Year: which one it is follows from the order of rows. */
  byOrder: boolean;
}

/**
 * Gives every diary row its film, in order of Watched Date, then file. Where several films share
 * Name and Year, the n-th row goes to the n-th film and surplus rows to the last.
 */
export function joinDiary(
  rows: DiaryRow[],
  index: FilmIndex,
  book: ComplaintBook,
): Map<DiaryRow, Entry> {
  const entries = new Map<DiaryRow, Entry>();
  const shared = new Map<string, { films: readonly LedgerFilm[]; lines: number[] }>();

  const filmOf = (row: DiaryRow): LedgerFilm => {
    const films = index.candidates(row.nameKey);
    if (films.length < 2) return films[0] ?? index.ownFilm(row);
    const group = shared.get(row.nameKey) ?? { films, lines: [] };
    shared.set(row.nameKey, group);
    const turn = Math.min(group.lines.length, films.length - 1);
    group.lines.push(row.line);
    return films[turn] ?? index.ownFilm(row);
  };

  // In file order first, so that films of their own stand in that order too.
  for (const row of rows) if (index.candidates(row.nameKey).length === 0) index.ownFilm(row);
  for (const row of byWatchedDate(rows)) {
    const film = filmOf(row);
    film.seen = true;
    const viewing = viewingOf(row, film);
    if (viewing) film.viewings.push(viewing);
    const byOrder = index.candidates(row.nameKey).length > 1;
    entries.set(row, { film, viewing, byOrder });
  }
  for (const { films, lines } of shared.values()) {
    const many = `${films.length} films are ${title(films[0])}`;
    const rule =
      lines.length === 1
        ? "the row was given to the first"
        : "the rows were given to them in order of Watched Date";
    book.warn("diary.csv", lines[0] ?? null, `${many}: ${rule} (${lineNumbers(lines)}).`);
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

/** Rows without a readable Watched Date come last: they take no dated row's turn. */
const byWatchedDate = (rows: DiaryRow[]): DiaryRow[] =>
  rows.toSorted((a, b) => {
    const [x, y] = [a.watched ?? "~", b.watched ?? "~"];
    return x < y ? -1 : x > y ? 1 : 0;
  });

const title = (film: LedgerFilm | undefined): string =>
  film ? `${quote(film.name)}${film.year === null ? "" : ` (${film.year})`}` : "";

/**
 * Puts each review's text where it belongs: on the viewing of the same entry, else on the film.
 * Returns what every review belongs to. A text that repeats that of its entry is dropped.
 */
export function joinReviews(
  rows: ReviewRow[],
  diary: Map<DiaryRow, Entry>,
  index: FilmIndex,
  book: ComplaintBook,
): Map<ReviewRow, Omit<Entry, "viewing">> {
  const entries = new Map<string, Entry>();
  for (const [row, entry] of diary) {
    const key = entryKey(row);
    if (key === null || entries.has(key)) continue;
    entries.set(key, entry);
  }
  const joined = new Map<ReviewRow, Omit<Entry, "viewing">>();
  const texts = new Set<string>();
  let undated = 0;
  for (const row of rows) {
    const key = entryKey(row);
    const entry = key === null ? undefined : entries.get(key);
    const film = entry?.film ?? looseFilm(row, index, book);
    film.seen = true;
    joined.set(row, { film, byOrder: !entry && index.candidates(row.nameKey).length > 1 });
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
    const what = `${undated} ${undated === 1 ? "review has" : "reviews have"} a Watched Date`;
    book.note(
      "reviews.csv",
      null,
      `${what} but no row in diary.csv: no viewings, and their days stand with the films alone.`,
    );
  }
  return joined;
}

/**
 * The entry's address. Entries of films that are gone from Letterboxd have none: they are told by
 * Name, Year and Watched Date.
 */
function entryKey({ uri, nameKey, watched }: DiaryRow): string | null {
  if (uri !== null) return uri;
  return watched === null ? null : `${nameKey}\0${watched}`;
}

function looseFilm(row: ReviewRow, index: FilmIndex, book: ComplaintBook): LedgerFilm {
  const films = index.candidates(row.nameKey);
  if (films.length > 1) {
    const many = `${films.length} films are ${title(films[0])}`;
    book.warn("reviews.csv", row.line, `${many}: the review was given to the first.`);
  }
  return films[0] ?? index.ownFilm(row);
}
