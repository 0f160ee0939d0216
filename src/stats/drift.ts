import type { Viewing } from "../letterboxd/ledger.ts";
import type { Film } from "../library/film.ts";
import { byTitle } from "../library/titleOrder.ts";
import { mean } from "../numbers.ts";

/** A film that was rated twice. The change is in stars, positive if the rating rose. */
export interface RatingChange {
  film: Film;
  from: number;
  to: number;
  change: number;
}

export type RatedViewing = Viewing & { rating: number };

/** Oldest first. */
export const ratedViewings = ({ viewings }: Film): RatedViewing[] =>
  viewings.filter((viewing): viewing is RatedViewing => viewing.rating !== null);

/** From the first rated viewing to the last; null for a film with fewer than two. */
export function rewatchDrift(film: Film): RatingChange | null {
  const rated = ratedViewings(film);
  const [from, to] = [ratingAt(film, rated[0]), ratingAt(film, rated.at(-1))];
  return rated.length < 2 || from === null || to === null ? null : changeOf(film, from, to);
}

/** From the last rated viewing to the rating of ratings.csv; null for a film without both. */
export function changeSinceLogged(film: Film): RatingChange | null {
  const rated = ratedViewings(film);
  const last = ratingAt(film, rated.at(-1));
  if (last === null || film.rating === null || film.ratingFrom !== "ratings") return null;
  return changeOf(film, last, film.rating);
}

/**
 * The rating given at the viewing. Where days are withheld, the viewings of one month have no order:
 * null where they were rated differently.
 */
function ratingAt(film: Film, viewing: RatedViewing | undefined): number | null {
  if (!viewing) return null;
  if (film.exactDates) return viewing.rating;
  const equals = ratedViewings(film).filter(({ date }) => date === viewing.date);
  return equals.every(({ rating }) => rating === viewing.rating) ? viewing.rating : null;
}

const changeOf = (film: Film, from: number, to: number): RatingChange => ({
  film,
  from,
  to,
  change: to - from,
});

export interface Drift {
  films: number;
  up: number;
  down: number;
  same: number;
  /** Mean change in stars, including unchanged films; null without films. */
  mean: number | null;
  /**
   * Films whose rating changed. The largest change up or down is first; equals are ordered by title.
   */
  changed: RatingChange[];
  /** Of these, the films with the largest change. */
  furthest: RatingChange[];
}

/** How many films moved by each step of half a star, from the furthest down to the furthest up. */
export function driftSteps(changed: readonly RatingChange[]): { change: number; films: number }[] {
  const changes = changed.map(({ change }) => change);
  if (changes.length === 0) return [];
  const [low, high] = [Math.min(...changes), Math.max(...changes)];
  return Array.from({ length: (high - low) * 2 + 1 }, (_, i) => low + i / 2)
    .filter((change) => change !== 0)
    .map((change) => ({ change, films: changes.filter((other) => other === change).length }));
}

/** The drift over all films for which `changeIn` returns a change. */
export function drift(films: Film[], changeIn: (film: Film) => RatingChange | null): Drift {
  const changes = films.flatMap((film) => changeIn(film) ?? []);
  const count = (test: (change: number) => boolean) =>
    changes.filter(({ change }) => test(change)).length;
  const size = ({ change }: RatingChange) => Math.abs(change);
  const changed = changes
    .filter(({ change }) => change !== 0)
    .sort((a, b) => size(b) - size(a) || byTitle(a.film, b.film));
  return {
    films: changes.length,
    up: count((change) => change > 0),
    down: count((change) => change < 0),
    same: count((change) => change === 0),
    mean: mean(changes.map(({ change }) => change)),
    changed,
    furthest: changed.filter((one, _, [first]) => first && size(one) === size(first)),
  };
}
