import { type Day, dayNumber, monthOf, yearOf } from "../day.ts";
import { addMonths } from "./months.ts";

/** The running number of viewings in a year. */
export interface YearCourse {
  year: number;
  /** Day of the year from 0 (1 January) to 365 (31 December), with 29 February in each year. */
  points: { day: number; total: number }[];
  /** Viewings up to the same day of the year as the as-of day. */
  byDay: number;
  total: number;
}

const mostYears = 6;

/** The place of a day in a leap year, so that it is the same in every year. */
export const dayOfYear = (day: Day): number =>
  dayNumber(`2024${day.slice(4)}`) - dayNumber("2024-01-01");

/** The place of the last day of its month. */
const endOfMonth = (day: Day): number =>
  day.slice(5, 7) === "12" ? 365 : dayOfYear(`${addMonths(monthOf(day), 1)}-01`) - 1;

/**
 * The year of the as-of day and the years before it, oldest first: at most six, without those before the
 * first viewing. Without exact dates the number changes at the end of each month only.
 */
export function yearCourses(
  viewings: readonly { date: Day }[],
  { asOf, exactDates }: { asOf: Day; exactDates: boolean },
): YearCourse[] {
  const current = yearOf(asOf);
  const byYear = Map.groupBy(viewings, ({ date }) => yearOf(date));
  const first = Math.max(current - mostYears + 1, Math.min(current, ...byYear.keys()));
  const placeOf = exactDates ? dayOfYear : endOfMonth;
  const today = placeOf(asOf);
  return Array.from({ length: current - first + 1 }, (_, i) => {
    const ofYear = byYear.get(first + i) ?? [];
    const points = [{ day: 0, total: 0 }];
    for (const [day, rows] of Map.groupBy(ofYear, ({ date }) => placeOf(date))) {
      points.push({ day, total: (points.at(-1)?.total ?? 0) + rows.length });
    }
    const end = first + i === current ? today : 365;
    if ((points.at(-1)?.day ?? 0) < end) points.push({ day: end, total: ofYear.length });
    return {
      year: first + i,
      points,
      byDay: ofYear.filter(({ date }) => placeOf(date) <= today).length,
      total: ofYear.length,
    };
  });
}
