import { type Day, dayNumber } from "../day.ts";
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

/** Days up to two months, then months to the nearest one, then whole years from two on. */
function timeBetween(from: Day, to: Day, format: Format): string {
  const days = dayNumber(to) - dayNumber(from);
  if (format.exactDates && days < 60) return format.count(days, "day");
  const months = Math.round(days / daysOfMonth);
  return months >= 24 || months % 12 === 0
    ? format.count(Math.floor(months / 12), "year")
    : format.count(months, "month");
}

/** On average, over the 400 years of the calendar. */
const daysOfMonth = 146_097 / 4800;
