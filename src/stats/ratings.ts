import { mean, sum } from "../numbers.ts";
import { enoughRatings } from "./finding.ts";

/** All possible ratings, lowest first. */
export const ratingSteps = [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5] as const;

interface Rated {
  rating: number | null;
}

export const ratingsOf = (items: readonly Rated[]): number[] =>
  items.flatMap(({ rating }) => (rating === null ? [] : [rating]));

/**
 * The standard deviation of the ratings in stars, with n − 1: about two thirds of them are within it on
 * either side of the mean. Null with fewer than `enoughRatings`.
 */
export function spreadOf(items: readonly Rated[]): number | null {
  const ratings = ratingsOf(items);
  const average = mean(ratings);
  if (average === null || ratings.length < enoughRatings) return null;
  return Math.sqrt(sum(ratings.map((rating) => (rating - average) ** 2)) / (ratings.length - 1));
}

/** Mean of the ratings; null if there are none. */
export const averageRating = (items: readonly Rated[]): number | null => mean(ratingsOf(items));

/** How often each step was given, all ten steps in order. */
export function ratingHistogram(items: readonly Rated[]): { rating: number; count: number }[] {
  const counts = new Map<number, number>();
  for (const { rating } of items) {
    if (rating !== null) counts.set(rating, (counts.get(rating) ?? 0) + 1);
  }
  return ratingSteps.map((rating) => ({ rating, count: counts.get(rating) ?? 0 }));
}
