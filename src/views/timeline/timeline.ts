import { type Day, monthOf, yearOf } from "../../day.ts";
import type { Viewing } from "../../letterboxd/ledger.ts";
import type { Site } from "../../site.ts";
import { bulkDays } from "../../stats/bulkDays.ts";
import { enoughToDraw, foremost } from "../../stats/finding.ts";
import { logDelay } from "../../stats/logDelay.ts";
import { mainPeriod } from "../../stats/mainPeriod.ts";
import { milestones } from "../../stats/milestones.ts";
import { monthRows } from "../../stats/months.ts";
import { releaseAge } from "../../stats/releaseAge.ts";
import { currentStreak, dayStreaks, gaps, longestWeekStreak } from "../../stats/streaks.ts";
import { weekdayRows } from "../../stats/weekdays.ts";
import { yearRows } from "../../stats/years.ts";

const listed = 5;

/** Everything the timeline shows, ready to be laid out. */
export function timeline({ library, settings, href }: Site) {
  const { films, viewings, asOf } = library;
  const bulk = bulkDays(viewings, library.bulkDay);
  const years = yearRows(viewings);
  const { before, main } = mainPeriod(viewings);
  const [first] = main;
  const last = main.at(-1);
  const ordinary = viewings.filter(({ date }) => !bulk.has(date));
  const weekdays = weekdayRows(ordinary);
  return {
    years,
    /** Those with the most viewings; none where they do not stand out. */
    fullest: viewings.length < enoughToDraw ? [] : foremost(years, (row) => row.viewings),
    /** Viewings on the axis of time, and the days of all viewings that were filled in. */
    main,
    bulk,
    first,
    last,
    /** Viewings a time axis leaves out. */
    before,
    /** The newest year with a viewing. */
    newestYear: last && yearOf(last.date),
    undated: films.filter((film) => film.viewings.length === 0).length,
    bulkDays: bulk.size,
    months:
      first && last
        ? monthRows(main, { from: monthOf(first.date), to: monthOf(last.date), bulk })
        : [],
    points: runningTotal(main, before.length),
    /** The hundredth of all would tell the order within its month. */
    milestones: (library.exactDates ? milestones(viewings) : []).map(({ number, viewing }) => {
      const { name, path } = library.filmOf(viewing);
      return { number, date: viewing.date, name, path: href(path) };
    }),
    weekdays:
      settings.site.firstDayOfWeek === "sunday"
        ? [...weekdays.slice(6), ...weekdays.slice(0, 6)]
        : weekdays,
    hasOrdinaryDays: ordinary.length > 0,
    streaks: dayStreaks(viewings)
      .filter(({ length }) => length > 1)
      .sort((a, b) => b.length - a.length || (a.from < b.from ? -1 : 1))
      .slice(0, listed),
    weekStreak: longestWeekStreak(viewings),
    current: currentStreak(viewings, asOf),
    gaps: gaps(main, bulk).slice(0, listed),
    delay: logDelay(viewings, library),
    age: releaseAge(viewings),
  };
}

/** Why there is no viewing, and what the owner can do about it. */
export function whyEmpty({
  library,
  format,
  settings,
}: Pick<Site, "library" | "format" | "settings">): {
  heading: string;
  notice: string;
} {
  const { entries, toCome } = library;
  const diary = `The diary has ${format.count(entries, "entry", "entries")}`;
  if (toCome > 0) {
    const share = toCome === entries ? "all" : format.integer(toCome);
    const which = entries === 1 ? "" : ` ${share} of them`;
    const rule = `more than a day after ${format.day(settings.buildDate)}, when this site was built`;
    return {
      heading: "No day of the diary has come yet",
      notice: `${diary},${which} ${rule}. None counts as a viewing before its day. Is the BUILD_DATE too early, or a day on Letterboxd wrong?`,
    };
  }
  return {
    heading: "No day is known yet",
    notice:
      entries > 0
        ? `${diary}, none with a day of watching that can be read. The command npm run doctor says what is wrong with them.`
        : "None of the films has a date of viewing: the export has no diary entries. Log a film with its date on Letterboxd and export again.",
  };
}

function runningTotal(viewings: Viewing[], start: number): { date: Day; total: number }[] {
  let total = start;
  return [...Map.groupBy(viewings, ({ date }) => date)].map(([date, rows]) => {
    total += rows.length;
    return { date, total };
  });
}
