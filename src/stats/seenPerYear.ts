import { type Day, yearOf } from "../day.ts";
import type { Viewing } from "../letterboxd/ledger.ts";
import type { Film } from "../library/film.ts";
import { remembered } from "../remembered.ts";
import { mainPeriod } from "./mainPeriod.ts";

export interface SeenYear {
  year: number;
  viewings: number;
  /** The viewings of all films in that year. */
  all: number;
}

/** The first day of a diary without outliers, and the viewings of each of its years. */
const diary = remembered((viewings: Viewing[]) => {
  const { main } = mainPeriod(viewings);
  const first: Day | undefined = main[0]?.date;
  return { first, years: countYears(main) };
});

/**
 * Viewings of some films per year, from their first to their last, with empty years between.
 *
 * @param all every viewing of the diary, oldest first
 */
export function seenPerYear(films: readonly Film[], all: Viewing[]): SeenYear[] {
  const { first, years } = diary(all);
  const own = countYears(
    films.flatMap(({ viewings }) => viewings.filter(({ date }) => first && date >= first)),
  );
  if (own.size === 0) return [];
  const [from, to] = [Math.min(...own.keys()), Math.max(...own.keys())];
  return Array.from({ length: to - from + 1 }, (_, i) => ({
    year: from + i,
    viewings: own.get(from + i) ?? 0,
    all: years.get(from + i) ?? 0,
  }));
}

function countYears(viewings: readonly { date: Day }[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { date } of viewings) {
    counts.set(yearOf(date), (counts.get(yearOf(date)) ?? 0) + 1);
  }
  return counts;
}
