import type { Film } from "../library/film.ts";
import { allRatings } from "./allRatings.ts";
import { type Comparison, compare, enoughRatings, leastDifference, soundMean } from "./finding.ts";
import { ratingsOf } from "./ratings.ts";

/** How some films are rated beside all films. */
export interface AgainstAll {
  mean: number;
  rated: number;
  /** The mean of all films. */
  overall: number;
  /** Whether the mean is above or below that of the other films by more than chance. */
  found: Comparison;
  /** The distance to the mean of all films, in stars. */
  distance: number;
}

/** Null with fewer than `least` ratings. */
export function againstAll(
  films: readonly Film[],
  all: readonly Film[],
  least: number,
): AgainstAll | null {
  const ratings = ratingsOf(films);
  const [mean, overall] = [soundMean(ratings, least), allRatings(all).mean];
  if (mean === null || overall === null) return null;
  const distance = Math.abs(mean - overall);
  return { mean, rated: ratings.length, overall, found: found(films, all, distance), distance };
}

function found(films: readonly Film[], all: readonly Film[], distance: number): Comparison {
  if (films.length < enoughRatings) return "unsure";
  const own = new Set(films);
  const comparison = compare(ratingsOf(films), ratingsOf(all.filter((film) => !own.has(film))));
  // The mean of all films includes these, so the distance may be smaller than that to the others.
  return comparison !== "unsure" && distance < leastDifference ? "like" : comparison;
}
