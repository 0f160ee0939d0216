import { sum } from "../numbers.ts";

/**
 * What the mean of some numbers and its error need. Ratings are half stars, so that their sums and
 * squares are exact, and so is what is left without some of them.
 */
export interface Moments {
  count: number;
  sum: number;
  /** The sum of the squares. */
  squares: number;
}

export const momentsOf = (numbers: readonly number[]): Moments => ({
  count: numbers.length,
  sum: sum(numbers),
  squares: sum(numbers.map((number) => number * number)),
});

/** The moments of all numbers but some. */
export const without = (all: Moments, some: Moments): Moments => ({
  count: all.count - some.count,
  sum: all.sum - some.sum,
  squares: all.squares - some.squares,
});
