import { dayNumber } from "../day.ts";
import type { Format } from "../format.ts";
import type { Viewing } from "../letterboxd/ledger.ts";

/**
 * How each viewing of a film relates to the one before: "first in the diary", with ", seen before" if it
 * is flagged as a rewatch, then "12 days later", "5 months later" or "2 years later". Without exact dates
 * it counts months, and does not reveal which viewing of a month was the first.
 *
 * @param viewings of one film, oldest first
 */
export function sinceLast(viewings: Pick<Viewing, "date" | "rewatch">[], format: Format): string[] {
  return viewings.map(({ date, rewatch }, i) => {
    const before = viewings[i - 1];
    if (!before) {
      // The viewings of one month have no order, so none of several is called the first.
      const isOneOfSeveral = !format.exactDates && viewings[1]?.date === date;
      return `first ${isOneOfSeveral ? "month " : ""}in the diary${rewatch ? ", seen before" : ""}`;
    }
    if (date === before.date) return format.exactDates ? "the same day" : "the same month";
    return `${timeBetween(before.date, date, format)} later`;
  });
}

/** Whole days up to two months, then whole months up to two years, then whole years. */
function timeBetween(from: string, to: string, format: Format): string {
  const isBeforeDay = format.exactDates && to.slice(8) < from.slice(8);
  const months = monthNumber(to) - monthNumber(from) - (isBeforeDay ? 1 : 0);
  if (months >= 24) return format.count(Math.floor(months / 12), "year");
  if (months >= 2 || !format.exactDates) return format.count(months, "month");
  return format.count(dayNumber(to) - dayNumber(from), "day");
}

const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
