import type { Film } from "../library/film.ts";
import { byTitle } from "../library/titleOrder.ts";

/** Newest release first, films without a Year last. */
export const byYear = (a: Film, b: Film): number => (b.year ?? 0) - (a.year ?? 0) || byTitle(a, b);

/**
 * Rated films, best first. Equal ratings are ordered by a like, then by the number of viewings, then by
 * title.
 */
export const favourites = (films: readonly Film[]): Film[] =>
  films
    .filter(({ rating }) => rating !== null)
    .sort(
      (a, b) =>
        (b.rating ?? 0) - (a.rating ?? 0) ||
        Number(b.liked) - Number(a.liked) ||
        b.viewings.length - a.viewings.length ||
        byTitle(a, b),
    );

/**
 * The films for a row of posters, newest release first. More than eight films are cut to the eight
 * best, if eight are rated.
 */
export function posterRow(films: readonly Film[]): Film[] {
  const best = favourites(films);
  return (films.length > 8 && best.length >= 8 ? best : films.toSorted(byYear)).slice(0, 8);
}
