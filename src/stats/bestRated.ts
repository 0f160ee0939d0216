import type { Viewing } from "../letterboxd/ledger.ts";
import type { Film } from "../library/film.ts";

/**
 * Each film's best rated viewing, best first. Of equals those of liked films come first, then those
 * of films seen more often in all, then the earliest.
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

/** The lowest rating of a list that was cut: so many of all that have it are in the list. */
export interface Cut {
  rating: number;
  shown: number;
  all: number;
}

/** Where a list of the best ends among equals; null where it does not. */
export function cutAmongEquals(best: { rating: number | null }[], listed: number): Cut | null {
  const rating = best[listed - 1]?.rating;
  if (rating === null || rating === undefined) return null;
  const equals = (rows: typeof best) => rows.filter((row) => row.rating === rating).length;
  const [shown, all] = [equals(best.slice(0, listed)), equals(best)];
  return shown < all ? { rating, shown, all } : null;
}
