import { type Day, dayNumber, monthOf } from "../day.ts";
import type { Film } from "../library/film.ts";
import { byTitle } from "../library/titleOrder.ts";
import { monthsBetween } from "./months.ts";

/** The time between two viewings of a film, one after the other. */
export interface Interval {
  film: Film;
  from: Day;
  to: Day;
  /** Days; months where days are withheld. */
  length: number;
}

export interface Intervals {
  /** The longest interval of each film, the longest first; equals by title. */
  longest: Interval[];
  /** The shortest interval of each film, the shortest first; equals by title. */
  shortest: Interval[];
}

/**
 * The intervals of films with two viewings or more. One that begins or ends on a day that was filled in
 * afterwards is left out, and so is one that begins before `start`. Of equal intervals of a film the
 * first one stays.
 *
 * @param start the first day of the diary's main period
 */
export function intervals(
  films: readonly Film[],
  { bulk, start }: { bulk: ReadonlySet<Day>; start: Day },
): Intervals {
  const isOrdinary = (...days: Day[]) => days.every((day) => !bulk.has(day));
  const all = films
    .map((film) => ofFilm(film).filter(({ from, to }) => from >= start && isOrdinary(from, to)))
    .filter(({ length }) => length > 0);
  const best = (isBetter: (a: Interval, b: Interval) => boolean) =>
    all.map((own) => own.reduce((first, other) => (isBetter(other, first) ? other : first)));
  return {
    longest: best((a, b) => a.length > b.length).sort(
      (a, b) => b.length - a.length || byTitle(a.film, b.film),
    ),
    shortest: best((a, b) => a.length < b.length).sort(
      (a, b) => a.length - b.length || byTitle(a.film, b.film),
    ),
  };
}

function ofFilm(film: Film): Interval[] {
  return film.viewings.slice(1).flatMap(({ date: to }, i) => {
    const from = film.viewings[i]?.date;
    if (from === undefined) return [];
    const length = film.exactDates
      ? dayNumber(to) - dayNumber(from)
      : monthsBetween(monthOf(from), monthOf(to)).length - 1;
    return [{ film, from, to, length }];
  });
}
