import { addDays, type Day, yearOf } from "../day.ts";

/** Limits for the days and years of an export that is read on a certain day. */
export interface Limits {
  buildDate: Day;
  /** The next day: the build uses UTC, and in Auckland the day begins half a day earlier. */
  lastDay: Day;
  /** Years of release. The oldest film on Letterboxd is from 1874, the newest are only announced. */
  firstYear: number;
  lastYear: number;
}

/** A Date as text for comparing. One in the future counts as missing and sorts before all others. */
export const comparableDate = (date: Day | null, { lastDay }: Limits): string =>
  date !== null && date <= lastDay ? date : "";

export const limitsOn = (buildDate: Day): Limits => ({
  buildDate,
  lastDay: addDays(buildDate, 1),
  firstYear: 1870,
  lastYear: yearOf(buildDate) + 10,
});
