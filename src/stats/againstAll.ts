import type { Film } from "../library/film.ts";
import { allRatings } from "./allRatings.ts";
import { type Comparison, compareMoments, leastDifference, soundMean } from "./finding.ts";
import { momentsOf, without } from "./moments.ts";
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
  const { mean: overall, moments } = allRatings(all);
  const mean = soundMean(ratings, least);
  if (mean === null || overall === null) return null;
  const distance = Math.abs(mean - overall);
  const own = momentsOf(ratings);
  const found = compareMoments(own, without(moments, own));
  return {
    mean,
    rated: ratings.length,
    overall,
    // The mean of all films includes these, so the distance may be smaller than that to the others.
    found: found !== "like" && distance < leastDifference ? "unsure" : found,
    distance,
  };
}
