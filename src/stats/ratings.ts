import { mean } from "../numbers.ts";

/** All possible ratings, lowest first. */
const ratingSteps = [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5] as const;

interface Rated {
  rating: number | null;
}

export const ratingsOf = (items: readonly Rated[]): number[] =>
  items.flatMap(({ rating }) => (rating === null ? [] : [rating]));

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
