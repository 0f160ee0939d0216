import type { Viewing } from "../letterboxd/ledger.ts";
import type { Film } from "../library/film.ts";

/**
 * Each film's best rated viewing, best first. Equal ratings are ordered by a like, then by the film's
 * number of viewings, then by date.
 *
 * @param viewings oldest first
 */
export function bestRated(viewings: Viewing[], filmOf: (viewing: Viewing) => Film): Viewing[] {
  const rated = viewings
    .filter(({ rating }) => rating !== null)
    .map((viewing) => ({ viewing, film: filmOf(viewing) }))
    .sort(
      (a, b) =>
        (b.viewing.rating ?? 0) - (a.viewing.rating ?? 0) ||
        Number(b.film.liked) - Number(a.film.liked) ||
        b.film.viewings.length - a.film.viewings.length,
    );
  return [...Map.groupBy(rated, ({ film }) => film).values()].flatMap(
    ([best]) => best?.viewing ?? [],
  );
}

/** The lowest rating in a shortened list, and how many of the films with that rating the list shows. */
export interface Cut {
  rating: number;
  shown: number;
  all: number;
}

/** Null if the list does not end between films of equal rating. */
export function cutAmongEquals(best: { rating: number | null }[], listed: number): Cut | null {
  const rating = best[listed - 1]?.rating;
  if (rating === null || rating === undefined) return null;
  const equals = (rows: typeof best) => rows.filter((row) => row.rating === rating).length;
  const [shown, all] = [equals(best.slice(0, listed)), equals(best)];
  return shown < all ? { rating, shown, all } : null;
}
