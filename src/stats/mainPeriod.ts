import { type Day, dayNumber } from "../day.ts";
import { isTooEarly } from "./isTooEarly.ts";

const isolation = 3 * 365;

export interface MainPeriod<V> {
  before: V[];
  main: V[];
  after: V[];
}

/**
 * The part of a diary that a time axis should show. Left out at its ends: viewings after the as-of
 * day, and leading ones that stand more than three years before the rest and are at most one in a
 * hundred, or can hardly have been. A typing slip (1919, 2091) or a lone memory would press everything else into a corner.
 *
 * @param viewings oldest first
 */
export function mainPeriod<V extends { date: Day; film?: { year: number | null } }>(
  viewings: V[],
  asOf: Day,
): MainPeriod<V> {
  const past = viewings.filter(({ date }) => date <= asOf);
  const limit = past.length / 100;
  let start = 0;
  const firstCredible = past.findIndex((viewing) => !isTooEarly(viewing));
  for (let i = 1; i <= Math.max(limit, firstCredible); i += 1) {
    const [a, b] = [past[i - 1], past[i]];
    if (a && b && dayNumber(b.date) - dayNumber(a.date) > isolation) start = i;
  }
  return {
    before: past.slice(0, start),
    main: past.slice(start),
    after: viewings.slice(past.length),
  };
}
