import { type Day, dayNumber } from "../day.ts";
import type { Film } from "../library/film.ts";
import type { Library } from "../library/library.ts";
import { bulkDays } from "./bulkDays.ts";

const week = 7;

export interface SeenNew {
  /** Films seen within a week of their release, seen last first. */
  films: { film: Film; date: Day; days: number }[];
  /** First watches whose film has a day of release at TMDB. */
  known: number;
  /** All first watches in the diary, without days that were filled in afterwards. */
  all: number;
  /** Of the known ones, seen before the day of release, as at a festival. */
  early: number;
}

/**
 * First watches from the day of release to seven days later, by TMDB's first day of release anywhere.
 * Null where days are withheld.
 */
export function seenNew({ viewings, filmOf, bulkDay, exactDates }: Library): SeenNew | null {
  if (!exactDates) return null;
  const bulk = bulkDays(viewings, bulkDay);
  const first = viewings.filter(({ date, rewatch }) => !rewatch && !bulk.has(date));
  const known = first.flatMap((viewing) => {
    const film = filmOf(viewing);
    const released = film.details?.releaseDate;
    if (!released) return [];
    return [{ film, date: viewing.date, days: dayNumber(viewing.date) - dayNumber(released) }];
  });
  return {
    films: known.filter(({ days }) => days >= 0 && days <= week).toReversed(),
    known: known.length,
    all: first.length,
    early: known.filter(({ days }) => days < 0).length,
  };
}
