import { mean, sum } from "../numbers.ts";
import { type Moments, momentsOf } from "./moments.ts";

/**
 * The rules for calling something a finding, in headings, in marks of the owner's colour, in
 * descriptions of charts and on pictures. Counts are exact, so a first place needs few equals and a
 * minimum size. A mean is an estimate, so it needs enough ratings, and a difference between two means
 * must be larger than chance.
 */

/** The least total, from which a heading names something. */
export const enoughToName = 5;
export const leastOfFirst = 3;

/**
 * The number of ratings from which a mean is stated on its own: in a heading, as the best, or on a
 * picture.
 */
export const enoughRatings = 5;

/**
 * The number of films or viewings from which a page shows charts and rankings. With fewer it lists the
 * films.
 */
export const enoughToDraw = 12;

/** A first place is ahead by more than one film or viewing, or by this part of it. */
const leastLead = 0.05;

/** The most equals that a heading names. */
const mostEquals = 3;

/** The smallest difference of means that is stated, in stars. */
export const leastDifference = 0.1;

/** Means of a few ratings may be near each other by chance, so they are alike only within this. */
const mostForLike = 0.25;

/** The usual bound of 95%: chance exceeds two standard errors in one case of twenty. */
const standardErrors = 2;

/** All rows that share the first place, in their order; empty if every amount is 0. */
export function tiedForFirst<Row>(rows: readonly Row[], amountOf: (row: Row) => number): Row[] {
  const highest = Math.max(0, ...rows.map(amountOf));
  return highest > 0 ? rows.filter((row) => amountOf(row) === highest) : [];
}

/**
 * The rows that share the first place, if they are few enough to name and at least one row is behind
 * them; otherwise empty.
 */
export function fewTiedForFirst<Row>(rows: readonly Row[], amountOf: (row: Row) => number): Row[] {
  const first = tiedForFirst(rows, amountOf);
  return first.length <= mostEquals && first.length < rows.length ? first : [];
}

/** The row with more than any other; null if two share the first place or it is the only row. */
export const soleFirst = <Row>(rows: readonly Row[], amountOf: (row: Row) => number): Row | null =>
  alone(fewTiedForFirst(rows, amountOf));

const alone = <Row>([first, ...equals]: Row[]): Row | null =>
  first !== undefined && equals.length === 0 ? first : null;

/**
 * The rows that a heading may name: those of `fewTiedForFirst`, if the total, the first amount and its lead
 * over the next are large enough; otherwise empty.
 *
 * @param all the total, if something can count for several rows
 */
export function foremost<Row>(
  rows: readonly Row[],
  amountOf: (row: Row) => number,
  { all = sum(rows.map(amountOf)) }: { all?: number } = {},
): Row[] {
  const first = fewTiedForFirst(rows, amountOf);
  const [one] = first;
  if (one === undefined || amountOf(one) < leastOfFirst || all < enoughToName) return [];
  const highest = amountOf(one);
  const next = Math.max(...rows.map(amountOf).filter((amount) => amount < highest));
  const lead = highest - next;
  return lead > 1 || lead >= leastLead * highest ? first : [];
}

/** The one row that a heading may name; null if several share the first place. */
export const foremostAlone = <Row>(
  rows: readonly Row[],
  amountOf: (row: Row) => number,
): Row | null => alone(foremost(rows, amountOf));

/** The mean, or null if it has too few ratings to be stated on its own. */
export const soundMean = (ratings: readonly number[], least = enoughRatings): number | null =>
  ratings.length >= least ? mean([...ratings]) : null;

/** How two means of ratings compare. */
export type Comparison = "above" | "below" | "like" | "unsure";

interface Least {
  /** The ratings that both sides need. */
  least?: number;
}

/**
 * Whether one mean of ratings is above another by more than chance. A difference below a tenth of a
 * star is `like`, if two standard errors are at most a quarter of a star. A larger one needs two
 * standard errors, by Welch's √(s₁²/n₁ + s₂²/n₂) with the variances of the samples, and `least` ratings
 * on both sides; otherwise it is `unsure`.
 */
export const compare = (
  ones: readonly number[],
  others: readonly number[],
  options?: Least,
): Comparison => compareMoments(momentsOf(ones), momentsOf(others), options);

/** The same, from the sums of the ratings. */
export function compareMoments(
  ones: Moments,
  others: Moments,
  { least = enoughRatings }: Least = {},
): Comparison {
  if (Math.min(ones.count, others.count) < least) return "unsure";
  const error = Math.sqrt(errorOf(ones) + errorOf(others));
  const found = judged(ones.sum / ones.count - others.sum / others.count, error);
  return found === "like" && standardErrors * error > mostForLike ? "unsure" : found;
}

/** Whether the mean of differences is above 0 by more than chance. Each is from a film rated twice. */
export function comparePairs(differences: readonly number[]): Comparison {
  const own = soundMean(differences);
  return own === null ? "unsure" : judged(own, Math.sqrt(errorOf(momentsOf(differences))));
}

/** Whether one share is above another by more than chance. A difference below 0.1 is `like`. */
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
  // In floating point, a sum of half stars that is exactly a tenth may come out slightly smaller.
  const size = Math.abs(difference) + 1e-9;
  if (size < leastDifference) return "like";
  if (size < standardErrors * error) return "unsure";
  return difference > 0 ? "above" : "below";
}

/** Square of the standard error of a mean. Rounding may put the variance of equal numbers below 0. */
const errorOf = ({ count, sum: total, squares }: Moments): number =>
  Math.max(0, squares - total ** 2 / count) / (count - 1) / count;
