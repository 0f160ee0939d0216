import { cumulativeChart } from "../charts/cumulative.ts";
import { monthGridChart } from "../charts/monthGrid.ts";
import { yearOf } from "../day.ts";
import { diaryFolder, monthPath, yearPath } from "../library/address.ts";
import type { Site } from "../site.ts";
import { type TimelineFacts, timelineFacts } from "../stats/timelineFacts.ts";
import { describeTimeline } from "../words/descriptions.ts";
import { type Part, sentences, withCommas } from "../words/richText.ts";
import { timelineCoverage, timelineHeading, whyEmpty } from "../words/timeline.ts";
import { monthsTitle, yearsTitle } from "../words/titles.ts";
import type { FilmBlock } from "./block.ts";
import { yearCalendar } from "./calendar.ts";
import { courses, exports } from "./lately.ts";
import { filmAge, streaks, weekdays } from "./timeline/habits.ts";
import { periodPanels } from "./timeline/periods.ts";

/** What the timeline shows: films year by year for a short diary, charts for a longer one. */
export function timeline(site: Site) {
  const facts = timelineFacts(site.library);
  const { exactDates } = site.library;
  const hasCharts = !facts.isShort;
  return {
    description: describeTimeline(site),
    opening: facts.first
      ? { heading: timelineHeading(site, facts), coverage: timelineCoverage(site, facts) }
      : null,
    empty: facts.first ? null : whyEmpty(site),
    films: facts.isShort ? filmsByYear(site, facts) : [],
    periods: hasCharts ? periods(site, facts) : null,
    courses: hasCharts ? courses(site) : null,
    months: hasCharts ? months(site, facts) : null,
    days: hasCharts && exactDates ? days(site, facts) : null,
    growth: hasCharts ? growth(site, facts) : null,
    exports: hasCharts ? exports(site) : null,
    weekdays: hasCharts && exactDates ? weekdays(site, facts) : null,
    streaks: hasCharts && exactDates ? streaks(site, facts) : null,
    filmAge: hasCharts ? filmAge(site) : null,
  };
}

const yearLink = ({ href }: Site, year: number, text = `${year}`): Part & { href: string } => ({
  text,
  href: href(yearPath(year)),
});

function filmsByYear(site: Site, { years }: TimelineFacts) {
  const { library } = site;
  return years.toReversed().map(({ year }): Omit<FilmBlock, "title" | "note"> & { year: Part } => ({
    id: `y${year}`,
    year: yearLink(site, year),
    items: library.viewings
      .filter(({ date }) => yearOf(date) === year)
      .map((viewing) => ({
        film: library.filmOf(viewing),
        rating: viewing.rating,
        date: viewing.date,
        rewatch: viewing.rewatch,
      })),
  }));
}

function periods(site: Site, { years, first }: TimelineFacts) {
  const { library, format } = site;
  const panels = years.length > 0 ? periodPanels(site) : [];
  if (panels.length === 0) return null;
  return {
    id: "periods",
    title: yearsTitle(years, {
      first: first?.date ?? library.asOf,
      asOf: library.asOf,
      format,
      otherwise: panels.length > 1 ? "By year, month or week" : "Year by year",
    }),
    panels,
    years: withCommas(years.toReversed().map(({ year }) => yearLink(site, year))),
  };
}

function months(site: Site, { months: rows, main, bulk }: TimelineFacts) {
  const { format, href } = site;
  if (rows.length === 0) return null;
  return {
    id: "months",
    title: monthsTitle(main, { bulk, format, otherwise: "Month by month" }),
    chart: monthGridChart(rows, {
      title: "Viewings per month",
      format,
      link: (month) => href(monthPath(month)),
    }),
    note: rows.some((row) => row.bulk > 0)
      ? "What was filled in afterwards is in the figures and not in the colours."
      : null,
  };
}

function days(site: Site, { newestYear: year }: TimelineFacts) {
  if (year === undefined) return null;
  return {
    id: "days",
    title: `${year}, day by day`,
    calendar: yearCalendar(site, year),
    more: [yearLink(site, year, `More of ${year}`)],
  };
}

function growth({ library, format, href }: Site, { points, milestones }: TimelineFacts) {
  if (points.length < 2) return null;
  const marks = milestones.map(({ number, viewing }) => {
    const { name, path } = library.filmOf(viewing);
    return { number, date: viewing.date, name, path: href(path) };
  });
  return {
    id: "growth",
    title: "How the diary grew",
    chart: cumulativeChart(points, {
      title: "Viewings in all",
      format,
      milestones: marks,
      link: (month) => href(monthPath(month)),
    }),
    note: sentences(
      "Every viewing counts, rewatches too.",
      marks.length > 0 && [
        "Points are ",
        { text: "milestones", href: `${href(diaryFolder)}#milestones` } as const,
        ".",
      ],
    ),
  };
}
