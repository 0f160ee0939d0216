import { type Day, dayNumber } from "../day.ts";
import { isTooEarly } from "../letterboxd/isTooEarly.ts";

const isolation = 3 * 365;

export interface MainPeriod<V> {
  before: V[];
  main: V[];
}

/**
 * The part of a diary that a time axis should show. It leaves out the first viewings if they are more
 * than three years before the rest and at most one in a hundred, or if their dates are implausible. A
 * typing error (1919) or a single memory would squeeze everything else into a corner.
 *
 * @param viewings oldest first
 */
export function mainPeriod<V extends { date: Day; film?: { year: number | null } }>(
  viewings: V[],
): MainPeriod<V> {
  const limit = viewings.length / 100;
  let start = 0;
  const firstCredible = viewings.findIndex((viewing) => !isTooEarly(viewing));
  for (let i = 1; i <= Math.max(limit, firstCredible); i += 1) {
    const [a, b] = [viewings[i - 1], viewings[i]];
    if (a && b && dayNumber(b.date) - dayNumber(a.date) > isolation) start = i;
  }
  return { before: viewings.slice(0, start), main: viewings.slice(start) };
}
