import { type Day, yearOf } from "../day.ts";
import type { Film } from "../library/film.ts";
import { byTitle } from "../library/titleOrder.ts";

/** The rating from which a film counts as loved. */
const loved = 4.5;

export interface LongUnseen {
  film: Film;
  /** The last viewing. */
  last: Day;
  /** Whole years from the last viewing to the as-of day. */
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
      const years = yearOf(asOf) - yearOf(last) - (asOf.slice(4) < last.slice(4) ? 1 : 0);
      return years < 1 ? [] : [{ film, last, years }];
    })
    .sort((a, b) => (a.last < b.last ? -1 : a.last > b.last ? 1 : byTitle(a.film, b.film)));
}
