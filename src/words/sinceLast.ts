import { dayNumber } from "../day.ts";
import type { Format } from "../format.ts";
import type { Viewing } from "../letterboxd/ledger.ts";

/**
 * How each viewing of a film relates to the one before: "first watch", or "first in the diary, seen
 * before" if it is flagged as a rewatch, then "364 days later". Without exact dates it counts months,
 * and does not reveal which viewing of the first month was the first.
 *
 * @param viewings of one film, oldest first
 */
export function sinceLast(viewings: Pick<Viewing, "date" | "rewatch">[], format: Format): string[] {
  const [first] = viewings;
  const ofFirstMonth = viewings.filter(({ date }) => date === first?.date).length;
  return viewings.map(({ date }, i) => {
    const isFirst = format.exactDates ? i === 0 : date === first?.date;
    if (isFirst) {
      if (first?.rewatch) return "first in the diary, seen before";
      return !format.exactDates && ofFirstMonth > 1 ? "first watch or rewatch" : "first watch";
    }
    const before = format.exactDates
      ? viewings[i - 1]
      : viewings.findLast((other) => other.date < date);
    if (!before) return "";
    if (!format.exactDates) {
      return `${format.count(monthNumber(date) - monthNumber(before.date), "month")} later`;
    }
    const days = dayNumber(date) - dayNumber(before.date);
    return days === 0 ? "the same day" : `${format.count(days, "day")} later`;
  });
}

const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
