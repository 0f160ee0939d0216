import { compareText } from "../compareText.ts";
import { type Day, monthOf } from "../day.ts";
import type { HistoryLine } from "../letterboxd/history.ts";
import type { FilmList, Ledger, LedgerFilm, LooseReview, Viewing } from "../letterboxd/ledger.ts";
import { mean } from "../numbers.ts";
import { byTitle } from "./titleOrder.ts";

type DatedLedger = Omit<Ledger, "source" | "complaints" | "exceptions">;

/**
 * Removes exact days from a ledger, for a site that withholds them. Two exports that differ only in days
 * within months, or in the order of rows, give the same result. Every day becomes the first of its month,
 * and days of logging become unknown. Viewings are sorted by month, then title; a film's viewings of one
 * month by rating. If several ratings of a month decide a film's rating, it gets their mean.
 */
export function withoutDays<B extends DatedLedger>(ledger: B): B {
  const films = new Map(ledger.films.toSorted(byTitle).map((film) => [film, withoutOrder(film)]));
  const sameFilm = (film: LedgerFilm): LedgerFilm => films.get(film) ?? film;
  const viewings: Viewing[] = [];
  for (const film of films.values()) {
    film.viewings = ofMonths(film.viewings.map((viewing) => ({ ...viewing, film })));
    film.reviews = film.reviews.map(reviewOfMonth).sort(byContent);
    viewings.push(...film.viewings);
  }
  return {
    ...ledger,
    newestDate: month(ledger.newestDate),
    asOf: month(ledger.asOf),
    films: [...films.values()],
    // Sorting is stable, so the order by title remains within a month.
    viewings: viewings.sort((a, b) => compareText(a.date, b.date)),
    lists: ledger.lists.map(
      (list): FilmList => ({
        ...list,
        date: month(list.date),
        items: list.items.map((item) => ({ ...item, film: sameFilm(item.film) })),
      }),
    ),
  };
}

/** An import of the first day of its month, because the newest day of an export is a day of its diary. */
export const withoutDay = (line: HistoryLine): HistoryLine => ({ ...line, date: month(line.date) });

const month = <D extends Day | null>(day: D): D => (day && `${monthOf(day)}-01`) as D;

/** Uses the mean, because the last rating of a month would reveal which viewing came last. */
function withoutOrder({ ratingsOfMonth, ...film }: LedgerFilm): LedgerFilm {
  const average = ratingsOfMonth && mean(ratingsOfMonth);
  return {
    ...film,
    rating: average ? Math.round(average * 2) / 2 : film.rating,
    watchlisted: month(film.watchlisted),
  };
}

/**
 * Sorts a film's viewings by month. Each month keeps its number of rewatches, but the new order decides
 * which viewings they are, so that the first viewing of a month stays unknown.
 */
function ofMonths(viewings: Viewing[]): Viewing[] {
  const months = Map.groupBy(viewings, ({ date }) => month(date));
  return [...months].flatMap(([date, ofMonth]) => {
    const first = ofMonth.filter(({ rewatch }) => !rewatch).length;
    return ofMonth
      .map((viewing): Viewing => ({ ...viewing, date, logged: null, rewatch: true }))
      .sort(byContent)
      .map((viewing, i) => ({ ...viewing, rewatch: i >= first }));
  });
}

const reviewOfMonth = (review: LooseReview): LooseReview => ({
  ...review,
  watched: month(review.watched),
  logged: null,
});

/** Sorts by rating, then by all other content, so that the order reveals nothing else. */
function byContent<V extends { rating: number | null; tags: string[] }>(a: V, b: V): number {
  return (a.rating ?? 0) - (b.rating ?? 0) || compareText(contentOf(a), contentOf(b));
}

const contentOf = (row: { rating: number | null; tags: string[] }): string =>
  JSON.stringify({ ...row, film: null });
