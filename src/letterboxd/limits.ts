import { addDays, type Day, yearOf } from "../day.ts";

/** What an export can say that is read on a certain day. */
export interface Limits {
  buildDate: Day;
  /** The next day: the build goes by UTC, and in Auckland tomorrow begins half a day earlier. */
  lastDay: Day;
  /** Years of release. The oldest film of Letterboxd is of 1874, the newest are only announced. */
  firstYear: number;
  lastYear: number;
}

/** A Date for comparing: one that cannot have come counts as none, and comes before all others. */
export const comparableDate = (date: Day | null, { lastDay }: Limits): string =>
  date !== null && date <= lastDay ? date : "";

export const limitsOn = (buildDate: Day): Limits => ({
  buildDate,
  lastDay: addDays(buildDate, 1),
  firstYear: 1870,
  lastYear: yearOf(buildDate) + 10,
});
