import type { Day } from "../day.ts";
import type { Film } from "../library/film.ts";
import { byTitle } from "../library/titleOrder.ts";
import { ratedViewings } from "./drift.ts";
import { ratingSteps } from "./ratings.ts";

/** A possible rating and the films that have it now. */
export interface RatingStep {
  rating: number;
  /** By title. */
  films: Film[];
}

/** The steps that have films, highest first. */
export const filledSteps = (films: readonly Film[]): RatingStep[] =>
  ratingSteps
    .map((rating) => ({
      rating,
      films: films.filter((film) => film.rating === rating).sort(byTitle),
    }))
    .filter((step) => step.films.length > 0)
    .reverse();

/** A film that once had a rating and has another now. */
export interface OnceRated {
  film: Film;
  /** The last viewing with that rating. */
  date: Day;
}

/** The films of which a viewing has this rating while the film has another; the latest first, then by title. */
export const onceRated = (films: readonly Film[], rating: number): OnceRated[] =>
  films
    .flatMap((film) => {
      const last = ratedViewings(film).findLast((viewing) => viewing.rating === rating);
      return last && film.rating !== rating ? [{ film, date: last.date }] : [];
    })
    .sort((a, b) => (a.date === b.date ? byTitle(a.film, b.film) : a.date < b.date ? 1 : -1));
