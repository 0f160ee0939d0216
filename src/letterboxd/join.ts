import { compareText } from "../compareText.ts";
import { type Day, monthOf } from "../day.ts";
import { type ComplaintBook, complaintBook } from "./complaints.ts";
import { joinDiary, joinReviews } from "./entries.ts";
import { type FilmIndex, filmIndex } from "./filmIndex.ts";
import { noteDatesToCome, noteDays, noteEmptyAddresses, noteUnseenLikes } from "./joinNotes.ts";
import type { Exceptions, FilmList, Ledger, LedgerFilm } from "./ledger.ts";
import { comparableDate, type Limits } from "./limits.ts";
import { newest } from "./newest.ts";
import type { ParsedExport } from "./parseExport.ts";
import { quote } from "./quote.ts";
import { noteRepeats } from "./repeats.ts";
import { byMonth, byWatchedDate } from "./rowOrder.ts";
import type { ExportRows, FilmRow, ListRows, RatingRow, ReviewRow } from "./rows.ts";

export interface JoinOptions {
  /** Number of viewings from which a Watched Date is a bulk day. */
  bulkDay?: number;
  /**
   * Whether results may depend on the order of days within a month. If not, that order decides neither
   * which film of an equal Name and Year a row means nor which viewing is the first; see `byMonth`.
   */
  exactDates?: boolean;
}

/** A ledger without what only the reader of the files knows. `leftOut` counts rows left out by the join. */
export type JoinedRows = Omit<Ledger, "kind" | "source" | "files" | "exceptions"> &
  Pick<Exceptions, "leftOut" | "withoutAddress" | "toCome" | "joinedByOrder">;

/**
 * Joins the rows of one export into films and viewings. A film in watched, ratings, diary or
 * reviews is seen. Diary and reviews contain addresses of entries, so they are matched to films by exact
 * Name and Year.
 */
export function join(
  { rows, limits }: Pick<ParsedExport, "rows" | "limits">,
  { bulkDay = 10, exactDates = true }: JoinOptions = {},
): JoinedRows {
  const book = complaintBook();
  const index = filmIndex(rows, { sortByKey: !exactDates });

  for (const row of [...(rows.watched ?? []), ...(rows.ratings ?? [])]) {
    index.filmOf(row).seen = true;
  }
  const order = exactDates ? byWatchedDate : byMonth(rows.reviews ?? []);
  const diary = joinDiary(rows.diary ?? [], index, book, order);
  const viewings = [...diary.values()].flatMap(({ viewing }) => viewing ?? []);
  const reviewed = joinReviews(rows.reviews ?? [], diary, index, book);
  rate(rows.ratings ?? [], reviewed, index, limits);
  for (const row of rows.likes ?? []) {
    const film = index.filmOf(row);
    film.liked = film.seen;
  }
  putOnWatchlist(rows.watchlist ?? [], index, book);
  const lists = rows.lists.map((list) => listOf(list, index));

  const newestDate = newest(daysIn(rows).filter((day) => day <= limits.lastDay));
  const withoutAddress = noteEmptyAddresses(rows, index, book);
  noteRepeats(rows, book);
  noteUnseenLikes(rows.likes ?? [], index, book);
  noteDatesToCome(rows, limits, book);
  noteDays(diary, bulkDay, book);
  return {
    newestDate,
    asOf: newestDate ?? limits.buildDate,
    films: index.all(),
    viewings,
    lists,
    member: rows.member,
    favourites: rows.favourites,
    complaints: book.all(),
    leftOut: book.leftOut(),
    withoutAddress,
    toCome: (rows.diary ?? []).filter(({ isInFuture }) => isInFuture).length,
    joinedByOrder: [...diary.values(), ...reviewed.values()].filter(
      ({ isJoinedByOrder }) => isJoinedByOrder,
    ).length,
  };
}

/** Sets film ratings from ratings.csv, else the latest rated viewing, else the latest rated review. */
function rate(
  ratings: RatingRow[],
  reviews: Map<ReviewRow, { film: LedgerFilm }>,
  index: FilmIndex,
  limits: Limits,
): void {
  const decidingRatings = new Map<LedgerFilm, { month: string; ratings: number[] }>();
  const considerRating = (
    film: LedgerFilm,
    { rating, date }: { rating: number | null; date: Day | null },
    from: LedgerFilm["ratingFrom"],
  ) => {
    if (film.rating !== null && film.ratingFrom !== from) return;
    if (rating === null) return;
    film.rating = rating;
    film.ratingFrom = from;
    const month = monthOf(comparableDate(date, limits));
    const last = decidingRatings.get(film);
    const earlier = last?.month === month ? last.ratings : [];
    decidingRatings.set(film, { month, ratings: [...earlier, rating] });
  };
  for (const row of byDate(ratings, limits)) considerRating(index.filmOf(row), row, "ratings");
  for (const film of index.all()) {
    for (const viewing of film.viewings) considerRating(film, viewing, "viewing");
  }
  for (const row of byDate([...reviews.keys()], limits)) {
    const review = reviews.get(row);
    if (review) considerRating(review.film, row, "review");
  }
  for (const [film, { ratings: all }] of decidingRatings) {
    if (new Set(all).size > 1) film.ratingsOfMonth = all;
  }
}

/** Sorts by Date, rows without one first. Equal Dates keep file order, so the last row is the latest. */
const byDate = <Row extends FilmRow>(rows: Row[], limits: Limits): Row[] =>
  rows.toSorted((a, b) =>
    compareText(comparableDate(a.date, limits), comparableDate(b.date, limits)),
  );

function putOnWatchlist(rows: FilmRow[], index: FilmIndex, book: ComplaintBook): void {
  for (const row of rows) {
    if (row.date === null) {
      const message = `${quote(row.name)} has no readable Date; it is left off the watchlist.`;
      book.leaveOut("watchlist.csv", row.line, "no readable Date", message);
    }
    const film = index.filmOf(row);
    film.watchlisted ??= row.date;
  }
}

const listOf = ({ file: _, items, ...list }: ListRows, index: FilmIndex): FilmList => ({
  ...list,
  items: items.map((row, at) => ({
    position: row.position ?? at + 1,
    film: index.filmOf(row),
    note: row.note,
  })),
});

/** Every Date and Watched Date of an export. */
function daysIn({ watched, ratings, diary, reviews, likes, watchlist }: ExportRows): Day[] {
  const rows = [watched, ratings, diary, reviews, likes, watchlist].flatMap((all) => all ?? []);
  const entries = [...(diary ?? []), ...(reviews ?? [])];
  const days = [...rows.map(({ date }) => date), ...entries.map(({ watched: day }) => day)];
  return days.filter((day) => day !== null);
}
