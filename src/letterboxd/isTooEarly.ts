import { type Day, yearOf } from "../day.ts";

/**
 * Whether the date of a viewing is implausible: before 1900, or at least two calendar years before its
 * film. One year before is plausible: festivals, or a Year that Letterboxd changed later.
 */
export const isTooEarly = ({
  date,
  film,
}: {
  date: Day;
  film?: { year: number | null };
}): boolean =>
  yearOf(date) < 1900 || (film != null && film.year !== null && yearOf(date) < film.year - 1);
