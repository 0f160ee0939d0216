import { addDays, type Day, dayNumber, weekStart } from "../day.ts";

/** A run of consecutive days or weeks with a viewing. */
export interface Streak {
  /** Days or weeks. */
  length: number;
  from: Day;
  to: Day;
}

/** Days without a viewing between two days that have one. */
export interface Gap {
  days: number;
  /** The last day before and the first day after. */
  from: Day;
  to: Day;
}

type Dated = { date: Day };

/** All runs of consecutive days with a viewing, oldest first. */
export const dayStreaks = (viewings: Dated[]): Streak[] => runs(distinctDays(viewings), 1);

/** The longest run of consecutive days; the earliest if several are equal. */
export const longestDayStreak = (viewings: Dated[]): Streak | null => longest(dayStreaks(viewings));

/** The longest run of weeks, Monday to Sunday; `from` is its first Monday, `to` its last Sunday. */
export function longestWeekStreak(viewings: Dated[]): Streak | null {
  const mondays = [...new Set(distinctDays(viewings).map(weekStart))];
  const streak = longest(runs(mondays, 7));
  return streak && { ...streak, to: addDays(streak.to, 6) };
}

/** The run of days that ends on the as-of day or the day before. */
export function currentStreak(viewings: Dated[], asOf: Day): Streak | null {
  const last = dayStreaks(viewings).at(-1);
  return last && dayNumber(asOf) - dayNumber(last.to) <= 1 ? last : null;
}

/**
 * Gaps between consecutive viewing days, longest first, without gaps that start or end at a bulk day.
 */
export function gaps(viewings: Dated[], bulk: Set<Day>): Gap[] {
  const days = distinctDays(viewings);
  return days
    .slice(1)
    .flatMap((to, i) => {
      const from = days[i] as Day;
      const length = dayNumber(to) - dayNumber(from) - 1;
      return length === 0 || bulk.has(from) || bulk.has(to) ? [] : [{ days: length, from, to }];
    })
    .sort((a, b) => b.days - a.days || (a.from < b.from ? -1 : 1));
}

const distinctDays = (viewings: Dated[]): Day[] =>
  [...new Set(viewings.map(({ date }) => date))].sort();

function runs(days: Day[], step: 1 | 7): Streak[] {
  const found: Streak[] = [];
  for (const day of days) {
    const last = found.at(-1);
    if (last && dayNumber(day) - dayNumber(last.to) === step) {
      last.to = day;
      last.length += 1;
    } else {
      found.push({ length: 1, from: day, to: day });
    }
  }
  return found;
}

const longest = (streaks: Streak[]): Streak | null =>
  streaks.reduce<Streak | null>(
    (best, run) => (best && best.length >= run.length ? best : run),
    null,
  );
