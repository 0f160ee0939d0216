import type { Film } from "../library/film.ts";
import { remembered } from "../remembered.ts";
import { type Moments, momentsOf } from "./moments.ts";
import { averageRating, ratingHistogram, ratingsOf } from "./ratings.ts";

/** The ratings of all films, with which every page of a group or a person compares its own. */
interface AllRatings {
  mean: number | null;
  moments: Moments;
  histogram: { rating: number; count: number }[];
}

export const allRatings = remembered(
  (films: readonly Film[]): AllRatings => ({
    mean: averageRating(films),
    moments: momentsOf(ratingsOf(films)),
    histogram: ratingHistogram(films),
  }),
);
