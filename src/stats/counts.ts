import { type Film, isShort } from "../library/film.ts";
import { remembered } from "../remembered.ts";

export interface FilmCounts {
  seen: number;
  /** With a viewing. */
  dated: number;
  rated: number;
  liked: number;
  /** matched + series + unmatched = seen */
  matched: number;
  series: number;
  unmatched: number;
  /** 1 to 40 minutes. */
  shorts: number;
  withRuntime: number;
}

export const countFilms = remembered((films: readonly Film[]): FilmCounts => {
  const count = (test: (film: Film) => boolean) => films.filter(test).length;
  const matched = count(isMatched);
  const series = count(isSeries);
  return {
    seen: films.length,
    dated: count((film) => film.viewings.length > 0),
    rated: count((film) => film.rating !== null),
    liked: count((film) => film.liked),
    matched,
    series,
    unmatched: films.length - matched - series,
    shorts: count(isShort),
    withRuntime: count((film) => film.runtime !== null),
  };
});

/** Films that TMDB was asked about, with or without a match. */
export const countAsked = (films: readonly Film[]): number =>
  films.filter(({ match }) => match !== null).length;

/** A match without details counts as unmatched, because no figure can use it. */
export const isMatched = (film: Film): boolean => film.details !== null;
export const isSeries = (film: Film): boolean => film.series !== null;
