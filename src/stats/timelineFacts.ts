import { type Day, monthOf, yearOf } from "../day.ts";
import type { Library } from "../library/library.ts";
import { bulkDays } from "./bulkDays.ts";
import { enoughToDraw, foremost } from "./finding.ts";
import { mainPeriod } from "./mainPeriod.ts";
import { milestones } from "./milestones.ts";
import { monthRows } from "./months.ts";
import { currentStreak, dayStreaks, gaps, longestWeekStreak } from "./streaks.ts";
import { weekdayRows } from "./weekdays.ts";
import { yearRows } from "./years.ts";

const listed = 5;

export type TimelineFacts = ReturnType<typeof timelineFacts>;

/** Everything the timeline states about when films were watched. */
export function timelineFacts(library: Library) {
  const { films, viewings, asOf } = library;
  const bulk = bulkDays(viewings, library.bulkDay);
  const years = yearRows(viewings);
  const { before, main } = mainPeriod(viewings);
  const [first] = main;
  const last = main.at(-1);
  const ordinary = viewings.filter(({ date }) => !bulk.has(date));
  return {
    years,
    /** Whether there are too few viewings for charts; then the page lists the films. */
    isShort: viewings.length < enoughToDraw,
    /** The years with the most viewings that a heading may name. */
    fullest: viewings.length < enoughToDraw ? [] : foremost(years, (row) => row.viewings),
    /** Viewings on the axis of time. */
    main,
    first,
    last,
    /** Days that were filled in afterwards, of all viewings. */
    bulk,
    /** The viewings that a time axis leaves out. */
    before,
    /** The newest year with a viewing. */
    newestYear: last && yearOf(last.date),
    undated: films.filter((film) => film.viewings.length === 0).length,
    months:
      first && last
        ? monthRows(main, { from: monthOf(first.date), to: monthOf(last.date), bulk })
        : [],
    points: runningTotal(main, before.length),
    /**
     * Left out without exact dates, because the hundredth viewing would reveal the order within its
     * month.
     */
    milestones: library.exactDates ? milestones(viewings) : [],
    /** From Monday, without the days that were filled in. */
    weekdays: weekdayRows(ordinary),
    hasOrdinaryDays: ordinary.length > 0,
    /** The longest first. */
    streaks: dayStreaks(viewings)
      .filter(({ length }) => length > 1)
      .sort((a, b) => b.length - a.length || (a.from < b.from ? -1 : 1))
      .slice(0, listed),
    weekStreak: longestWeekStreak(viewings),
    current: currentStreak(viewings, asOf),
    gaps: gaps(main, bulk).slice(0, listed),
  };
}

function runningTotal(viewings: { date: Day }[], start: number): { date: Day; total: number }[] {
  let total = start;
  return [...Map.groupBy(viewings, ({ date }) => date)].map(([date, rows]) => {
    total += rows.length;
    return { date, total };
  });
}
