import { addDays, type Day, dayNumber, monthOf, yearOf } from "../day.ts";

/** How far a year's viewings are towards a goal. */
export interface Pace {
  year: number;
  goal: number;
  /** Viewings of the year up to the as-of day. */
  done: number;
  /** The day on which the goal was reached; null before, and without exact dates. */
  reached: Day | null;
  /** Viewings more than an even pace needs, negative if behind; null before the first day counts. */
  ahead: number | null;
  /** Viewings of the whole year at the pace so far. */
  atThisPace: number | null;
}

/**
 * The pace of the year of the as-of day. An even pace is the goal times the share of the year's days that
 * have passed, the as-of day included. Without exact dates, only whole months have passed: the pace ends
 * with the month before that of the as-of day.
 *
 * @param viewings oldest first
 */
export function goalPace(
  viewings: readonly { date: Day }[],
  { asOf, goal, exactDates }: { asOf: Day; goal: number; exactDates: boolean },
): Pace {
  const year = yearOf(asOf);
  const first = `${`${year}`.padStart(4, "0")}-01-01`;
  const ofYear = viewings.filter(({ date }) => date >= first && date <= asOf);
  const until = exactDates ? asOf : addDays(`${monthOf(asOf)}-01`, -1);
  const passed = dayNumber(until) - dayNumber(first) + 1;
  const days = daysOf(year);
  const counted = ofYear.filter(({ date }) => date <= until).length;
  const reached = ofYear[goal - 1]?.date ?? null;
  return {
    year,
    goal,
    done: ofYear.length,
    reached: exactDates ? reached : null,
    ahead: passed > 0 ? Math.round(counted - (goal * passed) / days) : null,
    atThisPace: passed > 0 ? Math.round((counted * days) / passed) : null,
  };
}

const daysOf = (year: number): number =>
  year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 366 : 365;
