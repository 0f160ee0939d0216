import { addDays, type Day, yearOf } from "../day.ts";

/** What an export can say that is read on a certain day. */
export interface Limits {
  buildDate: Day;
  /** One day later, since the build date is UTC's: where the member lives it may be tomorrow. */
  lastDay: Day;
  /** Years of release. The oldest film of Letterboxd is of 1874, the newest are only announced. */
  firstYear: number;
  lastYear: number;
}

export const limitsOn = (buildDate: Day): Limits => ({
  buildDate,
  lastDay: addDays(buildDate, 1),
  firstYear: 1870,
  lastYear: yearOf(buildDate) + 10,
});
