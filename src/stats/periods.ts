import { addDays, type Day, monthOf, weekStart, yearOf } from "../day.ts";
import type { Viewing } from "../letterboxd/ledger.ts";
import { sum } from "../numbers.ts";
import { monthsBetween } from "./months.ts";
import { averageRating, ratingsOf, spreadOf } from "./ratings.ts";

const periodUnits = ["year", "month", "week"] as const;
export type PeriodUnit = (typeof periodUnits)[number];

export interface PeriodRow {
  /** `2024`, `2024-05`, or the Monday of a week, `2024-05-06` */
  period: string;
  viewings: number;
  /** Viewings with a rating of their own, and its mean. */
  rated: number;
  averageRating: number | null;
  /** The standard deviation of these ratings; null with too few. */
  spread: number | null;
  /** Viewings whose film has a known runtime, and the sum of these in minutes. */
  timed: number;
  minutes: number;
}

/** The year, month or week of a day. Weeks start on Monday, as in streaks. */
export const periodOf = {
  year: (day: Day) => day.slice(0, 4),
  month: monthOf,
  week: weekStart,
} satisfies Record<PeriodUnit, (day: Day) => string>;

/** Every period from that of `from` to that of `to`, including empty ones. */
export function periodRows(
  viewings: Viewing[],
  {
    unit,
    from,
    to,
    runtime,
  }: { unit: PeriodUnit; from: Day; to: Day; runtime: (viewing: Viewing) => number | null },
): PeriodRow[] {
  const groups = Map.groupBy(viewings, ({ date }) => periodOf[unit](date));
  return periodsBetween[unit](from, to).map((period) => {
    const rows = groups.get(period) ?? [];
    const runtimes = rows.flatMap((viewing) => runtime(viewing) ?? []);
    return {
      period,
      viewings: rows.length,
      rated: ratingsOf(rows).length,
      averageRating: averageRating(rows),
      spread: spreadOf(rows),
      timed: runtimes.length,
      minutes: sum(runtimes),
    };
  });
}

const periodsBetween: Record<PeriodUnit, (from: Day, to: Day) => string[]> = {
  year: (from, to) =>
    Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, i) =>
      `${yearOf(from) + i}`.padStart(4, "0"),
    ),
  month: (from, to) => monthsBetween(monthOf(from), monthOf(to)),
  week: (from, to) => {
    const weeks: string[] = [];
    for (let week = weekStart(from); week <= to; week = addDays(week, 7)) weeks.push(week);
    return weeks;
  },
};
