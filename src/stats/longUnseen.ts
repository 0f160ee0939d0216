import type { Day } from "../day.ts";
import type { Film } from "../library/film.ts";
import { byTitle } from "../library/titleOrder.ts";
import { monthsBetween } from "./months.ts";

/** The rating from which a film counts as loved. */
const loved = 4.5;

export interface LongUnseen {
  film: Film;
  /** The last viewing. */
  last: Day;
  /** Whole years from the month of the last viewing to that of the as-of day. */
  years: number;
}

/**
 * Films with four and a half stars or more whose last viewing is at least a year ago, the longest ago
 * first; equals by title. Left out are films without a viewing and those last seen before `start` or on a
 * day that was filled in afterwards, because nobody knows when they were seen.
 *
 * @param start the first day of the diary's main period
 */
export function longUnseen(
  films: readonly Film[],
  { bulk, start, asOf }: { bulk: ReadonlySet<Day>; start: Day; asOf: Day },
): LongUnseen[] {
  return films
    .flatMap((film) => {
      const last = film.viewings.at(-1)?.date;
      if (last === undefined || last < start || bulk.has(last) || (film.rating ?? 0) < loved)
        return [];
      const months = monthsBetween(last.slice(0, 7), asOf.slice(0, 7)).length - 1;
      return months < 12 ? [] : [{ film, last, years: Math.floor(months / 12) }];
    })
    .sort((a, b) => (a.last < b.last ? -1 : a.last > b.last ? 1 : byTitle(a.film, b.film)));
}
