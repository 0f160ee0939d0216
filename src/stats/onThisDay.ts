import { type Day, dayNumber, isDay, monthOf, yearOf } from "../day.ts";
import type { Viewing } from "../letterboxd/ledger.ts";
import type { Library } from "../library/library.ts";
import { latestViewings } from "./latestViewings.ts";

/** The site may be some days old when it is read, so the days around count too if one has few films. */
const widest = 3;
const enough = 5;

export interface OnThisDay {
  /** Days before and after that count too; 0 to 3. */
  reach: number;
  /** Viewings of earlier years, newest first. */
  viewings: Viewing[];
}

/**
 * What was seen on a day of the year in earlier years. Days around it count until there are five
 * viewings. 29 February is 28 February in other years. Where days are withheld it is the month.
 */
export function onThisDay(library: Pick<Library, "viewings" | "exactDates">, day: Day): OnThisDay {
  const past = latestViewings(library).filter(({ date }) => date < day);
  if (!library.exactDates) {
    const month = day.slice(5, 7);
    const isEarlier = ({ date }: Viewing) =>
      date.slice(5, 7) === month && monthOf(date) < monthOf(day);
    return { reach: 0, viewings: past.filter(isEarlier) };
  }
  const within = (reach: number) => past.filter(({ date }) => distance(date, day) <= reach);
  for (let reach = 0; reach < widest; reach += 1) {
    const viewings = within(reach);
    if (viewings.length >= enough) return { reach, viewings };
  }
  return { reach: widest, viewings: within(widest) };
}

/** Days to the nearest such day of an earlier year. */
function distance(date: Day, day: Day): number {
  const years = [yearOf(date) - 1, yearOf(date), yearOf(date) + 1];
  return Math.min(
    ...years
      .filter((year) => year < yearOf(day))
      .map((year) => Math.abs(dayNumber(date) - dayNumber(inYear(day, year)))),
  );
}

function inYear(day: Day, year: number): Day {
  const same = `${`${year}`.padStart(4, "0")}${day.slice(4)}`;
  return isDay(same) ? same : same.replace(/29$/, "28");
}
