import { compareText } from "../compareText.ts";
import { type Day, monthOf } from "../day.ts";
import type { FilmList, Ledger, LedgerFilm, LooseReview, Viewing } from "../letterboxd/ledger.ts";
import { mean } from "../stats/ratings.ts";
import { byTitle } from "./titleOrder.ts";

type DatedLedger = Omit<Ledger, "source" | "complaints" | "exceptions">;

/**
 * The ledger as a site that withholds exact dates may know them: two exports that differ only in days
 * within months, or in the order of their rows, become one. Every day is the first of its month, the
 * day of logging is not known, and what has an order stands by month, then by title; a film's own
 * viewings of one month stand by their ratings. Where several ratings of a month decide that of a
 * film, it gets their mean.
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
    // Sorting is stable: within a month they stay by title.
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

const month = <D extends Day | null>(day: D): D => (day && `${monthOf(day)}-01`) as D;

/** The last rating of a month would tell which one came last. */
function withoutOrder({ ratingsOfMonth, ...film }: LedgerFilm): LedgerFilm {
  const average = ratingsOfMonth && mean(ratingsOfMonth);
  return {
    ...film,
    rating: average ? Math.round(average * 2) / 2 : film.rating,
    watchlisted: month(film.watchlisted),
  };
}

/**
 * A film's viewings by month. Which of a month was the first is nobody's business: as many as before
 * count as rewatches, but which they are follows from the order they get here.
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

/** By rating, and by all else they say, so that the order says nothing of its own. */
function byContent<V extends { rating: number | null; tags: string[] }>(a: V, b: V): number {
  return (a.rating ?? 0) - (b.rating ?? 0) || compareText(contentOf(a), contentOf(b));
}

const contentOf = (row: { rating: number | null; tags: string[] }): string =>
  JSON.stringify({ ...row, film: null });
