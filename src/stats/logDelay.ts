import { type Day, dayNumber } from "../day.ts";
import { type Bin, countBins } from "./bins.ts";
import { bulkDays } from "./bulkDays.ts";

const bins: Bin[] = [
  { name: "before", from: -Infinity, to: -1 },
  { name: "the same day", from: 0, to: 0 },
  { name: "the next day", from: 1, to: 1 },
  { name: "2–7 days", from: 2, to: 7 },
  { name: "8–30 days", from: 8, to: 30 },
  { name: "31–365 days", from: 31, to: 365 },
  { name: "over a year", from: 366, to: Infinity },
];

export interface LogDelay {
  /** Viewings by days from Watched Date to Date. */
  bins: (Bin & { count: number })[];
  counted: number;
  /** Of these, logged on the day of viewing or the next. */
  prompt: number;
  /** Of these, logged more than a week later on a day with `bulkDay` entries or more: an import. */
  together: number;
  /**
   * Left out: viewings on days that were filled in afterwards, and those whose Date is unknown or in
   * the future.
   */
  leftOut: { bulk: number; unknown: number };
}

/**
 * How many days pass from a viewing to its entry in the diary. The entry has New Zealand's day, so a
 * film logged on the same evening in Europe or the Americas is dated the next day.
 *
 * @param bulkDay viewings on one day from which it counts as filled in afterwards
 */
export function logDelay(
  given: { date: Day; logged: Day | null }[],
  { bulkDay, asOf }: { bulkDay: number; asOf: Day },
): LogDelay {
  const viewings = given.map(({ date, logged }) => ({
    date,
    logged: logged !== null && logged <= asOf ? logged : null,
  }));
  const filledIn = bulkDays(viewings, bulkDay);
  const ordinary = viewings.filter(({ date }) => !filledIn.has(date));
  const known = ordinary.flatMap(({ date, logged }) =>
    logged === null ? [] : [{ logged, days: dayNumber(logged) - dayNumber(date) }],
  );
  const busy = bulkDays(
    viewings.flatMap(({ logged }) => (logged === null ? [] : [{ date: logged }])),
    bulkDay,
  );
  return {
    bins: countBins(
      known.map(({ days }) => days),
      bins,
    ),
    counted: known.length,
    prompt: known.filter(({ days }) => days === 0 || days === 1).length,
    together: known.filter(({ days, logged }) => days > 7 && busy.has(logged)).length,
    leftOut: {
      bulk: viewings.length - ordinary.length,
      unknown: ordinary.length - known.length,
    },
  };
}
