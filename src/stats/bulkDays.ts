import type { Day } from "../day.ts";

/**
 * Days on which the diary was filled in afterwards: `threshold` viewings or more. They count in totals,
 * years and streaks. Patterns, such as weekdays, leave them out.
 */
export function bulkDays(viewings: { date: Day }[], threshold: number): Set<Day> {
  return new Set(
    [...viewingsPerDay(viewings)].filter(([, count]) => count >= threshold).map(([day]) => day),
  );
}

/** Viewings of each day that has one, in order of the days. */
export function viewingsPerDay(viewings: { date: Day }[]): Map<Day, number> {
  const counts = new Map<Day, number>();
  for (const { date } of viewings) counts.set(date, (counts.get(date) ?? 0) + 1);
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
