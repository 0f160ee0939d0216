import { type Day, yearOf } from "../day.ts";

/**
 * Whether a viewing can hardly have been: before 1900, or two calendar years or more before its film.
 * One year before is a festival's, or a Year that was changed.
 */
export const isTooEarly = ({
  date,
  film,
}: {
  date: Day;
  film?: { year: number | null };
}): boolean =>
  yearOf(date) < 1900 || (film != null && film.year !== null && yearOf(date) < film.year - 1);
