import { type Day, monthOf } from "../day.ts";
import { addMonths } from "./months.ts";

/** Viewings from the first of a month to one of its days, and in the same days of two others. */
export interface MonthSoFar {
  /** `YYYY-MM` */
  month: string;
  soFar: number;
  lastMonth: number;
  lastYear: number;
}

/**
 * The month of the as-of day, compared with the month before and the same month of the year before, each
 * up to the same day. A month without that day counts whole.
 */
export function monthSoFar(viewings: readonly { date: Day }[], asOf: Day): MonthSoFar {
  const month = monthOf(asOf);
  const until = asOf.slice("YYYY-MM".length);
  const count = (of: string) =>
    viewings.filter(({ date }) => monthOf(date) === of && date.slice(of.length) <= until).length;
  return {
    month,
    soFar: count(month),
    lastMonth: count(addMonths(month, -1)),
    lastYear: count(addMonths(month, -12)),
  };
}
