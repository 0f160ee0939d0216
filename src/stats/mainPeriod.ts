import { type Day, dayNumber } from "../day.ts";

const isolation = 3 * 365;

/**
 * The part of a diary that a time axis should show: leading viewings that stand more than three
 * years before the rest and are at most one in a hundred (a typing slip for 1919, a lone memory)
 * would press everything else into a corner.
 *
 * @param viewings oldest first
 */
export function mainPeriod<V extends { date: Day }>(viewings: V[]): { before: V[]; main: V[] } {
  const limit = viewings.length / 100;
  let start = 0;
  for (let i = 1; i <= limit; i += 1) {
    const [a, b] = [viewings[i - 1], viewings[i]];
    if (a && b && dayNumber(b.date) - dayNumber(a.date) > isolation) start = i;
  }
  return { before: viewings.slice(0, start), main: viewings.slice(start) };
}
