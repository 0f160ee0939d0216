import { mean } from "../numbers.ts";
import { oncePer } from "../oncePer.ts";

/** All possible ratings, lowest first. */
const ratingSteps = [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5] as const;

interface Rated {
  rating: number | null;
}

export const ratingsOf = (items: readonly Rated[]): number[] =>
  items.flatMap(({ rating }) => (rating === null ? [] : [rating]));

/** Mean of the ratings; null if there are none. */
export const averageRating = (items: readonly Rated[]): number | null => mean(ratingsOf(items));

/** The same of all films of a library, which many pages state. */
export const overallMean = oncePer(averageRating);

/** How often each step was given, all ten steps in order. */
export function ratingHistogram(items: readonly Rated[]): { rating: number; count: number }[] {
  const ratings = ratingsOf(items);
  return ratingSteps.map((rating) => ({
    rating,
    count: ratings.filter((given) => given === rating).length,
  }));
}
