import { mean, sum } from "../numbers.ts";

/**
 * What may be called a finding: the one rule for headings, marks in the owner's colour, descriptions
 * of charts and pictures. Counts are exact, so a first needs only to be alone, or one of few, and to
 * be of some size. A mean is an estimate: it needs enough ratings, and a difference of two of them
 * must be larger than chance would make it.
 */

/** With fewer in all, or of what has the most, nothing is named. */
export const enough = 5;
const leastOfFirst = 3;

/** Ratings a mean needs to stand alone: in a heading, as the best, or on a picture. */
export const enoughRatings = 5;

/** Films or viewings that a page needs to be drawn and ranked; of fewer it shows the films. */
export const enoughToDraw = 12;

/** So many equals are named; of more none stands out. */
const mostEquals = 3;

/** Smaller differences of means, in stars, are not worth a word. */
export const leastDifference = 0.1;

/** Of two standard errors chance makes more in one case of twenty: the usual bound of 95 %. */
const standardErrors = 2;

/** Rows that share the first place, in their order; none where nobody has any. */
export function leaders<Row>(rows: readonly Row[], amountOf: (row: Row) => number): Row[] {
  const highest = Math.max(0, ...rows.map(amountOf));
  return highest > 0 ? rows.filter((row) => amountOf(row) === highest) : [];
}

/** The same, where they are few enough to be named and somebody is behind them; else none. */
export function fewLeaders<Row>(rows: readonly Row[], amountOf: (row: Row) => number): Row[] {
  const first = leaders(rows, amountOf);
  return first.length <= mostEquals && first.length < rows.length ? first : [];
}

/** The one row with more than any other; null where two share the first place, or there is no other. */
export const most = <Row>(rows: readonly Row[], amountOf: (row: Row) => number): Row | null =>
  alone(fewLeaders(rows, amountOf));

const alone = <Row>([first, ...equals]: Row[]): Row | null =>
  first !== undefined && equals.length === 0 ? first : null;

/**
 * Those a heading may name: with enough in all and of the first, at most three equals, and somebody
 * behind them. Else nobody.
 *
 * @param all what the amounts are of, where a thing can count for several rows
 */
export function foremost<Row>(
  rows: readonly Row[],
  amountOf: (row: Row) => number,
  { all = sum(rows.map(amountOf)) }: { all?: number } = {},
): Row[] {
  const first = fewLeaders(rows, amountOf);
  const [one] = first;
  return one !== undefined && amountOf(one) >= leastOfFirst && all >= enough ? first : [];
}

/** The same, where it is one alone. */
export const foremostAlone = <Row>(
  rows: readonly Row[],
  amountOf: (row: Row) => number,
): Row | null => alone(foremost(rows, amountOf));

/** The mean, if it is of enough ratings to stand alone. */
export const soundMean = (ratings: readonly number[], least = enoughRatings): number | null =>
  ratings.length >= least ? mean([...ratings]) : null;

/** How two means of ratings compare. */
export type Comparison = "above" | "below" | "like" | "unsure";

/**
 * Whether one mean is really above another. Under a tenth of a star they are alike; a larger
 * difference counts from two standard errors on, by Welch's √(s₁²/n₁ + s₂²/n₂) with the variances of
 * the samples, and with `least` ratings or more on either side.
 */
export function compare(
  ones: readonly number[],
  others: readonly number[],
  { least = enoughRatings }: { least?: number } = {},
): Comparison {
  const [own, other] = [soundMean(ones, least), soundMean(others, least)];
  if (own === null || other === null) return "unsure";
  const error = Math.sqrt(errorOf(ones, own) + errorOf(others, other));
  return judged(own - other, error);
}

/** The same for differences of pairs, of which each is a film rated twice: their mean against none. */
export function comparePairs(differences: readonly number[]): Comparison {
  const own = soundMean(differences);
  return own === null ? "unsure" : judged(own, Math.sqrt(errorOf(differences, own)));
}

/** The same for two shares, so many of all: they are alike under a tenth, 0.1. */
export function compareShares(
  [count, all]: [count: number, all: number],
  [otherCount, otherAll]: [count: number, all: number],
): Comparison {
  if (Math.min(all, otherAll) < enoughRatings) return "unsure";
  const [own, other] = [count / all, otherCount / otherAll];
  const error = Math.sqrt((own * (1 - own)) / all + (other * (1 - other)) / otherAll);
  return judged(own - other, error);
}

function judged(difference: number, error: number): Comparison {
  // Sums of half stars: what is a tenth on paper may be less by the last bit.
  const size = Math.abs(difference) + 1e-9;
  if (size < leastDifference) return "like";
  if (size < standardErrors * error) return "unsure";
  return difference > 0 ? "above" : "below";
}

/** Square of the standard error of a mean. */
const errorOf = (numbers: readonly number[], own: number): number =>
  sum(numbers.map((number) => (number - own) ** 2)) / (numbers.length - 1) / numbers.length;
