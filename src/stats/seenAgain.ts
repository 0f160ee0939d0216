import { yearOf } from "../day.ts";
import type { Film } from "../library/film.ts";
import { byTitle } from "../library/titleOrder.ts";
import { favourites } from "./filmOrder.ts";

/** Films with a rewatch in the diary, most viewings first; equals by title. */
export const seenAgain = (films: readonly Film[]): Film[] =>
  films.filter(({ viewings }) => viewings.some(({ rewatch }) => rewatch)).sort(byViewings);

/** Films with two viewings or more, most viewings first; equals by title. */
export const mostViewed = (films: readonly Film[]): Film[] =>
  films.filter(({ viewings }) => viewings.length > 1).sort(byViewings);

/** Films with a single viewing that is a rewatch, the best first, then those without a rating. */
export function seenBefore(films: readonly Film[]): Film[] {
  const own = films.filter(({ viewings: [one, ...others] }) => one?.rewatch && others.length === 0);
  return [...favourites(own), ...own.filter(({ rating }) => rating === null).sort(byTitle)];
}

const byViewings = (a: Film, b: Film): number =>
  b.viewings.length - a.viewings.length || byTitle(a, b);

interface FilmYears {
  film: Film;
  /** The years with a viewing, oldest first. */
  years: number[];
}

/** Two years would be every film that was seen again. */
const enoughYears = 3;

/** Films seen in three years or more, those of most years first; equals by title. */
export const seenInManyYears = (films: readonly Film[]): FilmYears[] =>
  films
    .map((film) => ({ film, years: [...new Set(film.viewings.map(({ date }) => yearOf(date)))] }))
    .filter(({ years }) => years.length >= enoughYears)
    .sort((a, b) => b.years.length - a.years.length || byTitle(a.film, b.film));
