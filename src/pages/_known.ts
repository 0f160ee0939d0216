import type { Format } from "../format.ts";
import type { Film } from "../library/film.ts";
import type { Library } from "../library/library.ts";
import { countFilms } from "../stats/counts.ts";

/** Of how much something is known: "runtime known for 3 of 4 films", "… for all 4 films". */
export function known(
  what: string,
  { known: count, all, unit, format }: { known: number; all: number; unit: string; format: Format },
): string {
  if (count < all)
    return `${what} known for ${format.integer(count)} of ${format.count(all, unit)}`;
  return all === 1 ? `${what} known` : `${what} known for all ${format.count(all, unit)}`;
}

/**
 * "50% of the 834 films TMDB knows": what the others are is not known, so they are not in the
 * denominator of a share of genres, countries or languages.
 */
export function shareOfKnown(
  films: Film[],
  { library, format }: { library: Library; format: Format },
): string {
  const { matched, seen } = countFilms(library.films);
  return `${format.percent(films.length / matched)} of ${matched === seen ? "all films" : `the ${format.count(matched, "film")} TMDB knows`}`;
}
