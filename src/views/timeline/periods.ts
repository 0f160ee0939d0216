import { barsChart } from "../../charts/bars.ts";
import type { Chart } from "../../charts/drawing.ts";
import { periodColumnsChart, periodRatingsChart } from "../../charts/periods.ts";
import { ratingDotsChart } from "../../charts/ratingDots.ts";
import { yearsChart } from "../../charts/years.ts";
import { addDays, monthOf, yearOf } from "../../day.ts";
import type { Format } from "../../format.ts";
import type { Viewing } from "../../letterboxd/ledger.ts";
import { yearPath } from "../../library/address.ts";
import type { Site } from "../../site.ts";
import { enoughRatings } from "../../stats/finding.ts";
import { mainPeriod } from "../../stats/mainPeriod.ts";
import { addMonths, monthsBetween } from "../../stats/months.ts";
import { type PeriodRow, type PeriodUnit, periodOf, periodRows } from "../../stats/periods.ts";
import { averageRating, sum } from "../../stats/ratings.ts";
import { yearRows } from "../../stats/years.ts";
import { type RichText, sentences } from "../../words/richText.ts";

const measures = { viewings: "Viewings", hours: "Hours", rating: "Average rating" } as const;
type Measure = keyof typeof measures;

const units = { year: "Years", month: "Months", week: "Weeks" } as const;

/** A longer diary gets fewer columns, or its page would weigh more than a phone should have to load. */
const longDiary = 120;
const shownOf = (months: number) =>
  months > longDiary ? { month: 36, week: 26 } : { month: longDiary, week: 104 };

const keyOfRewatches: RichText = [{ key: "you" }, " first watches ", { key: "bar" }, " rewatches"];

interface Panel {
  id: string;
  unit: PeriodUnit;
  measure: Measure;
  chart: Chart;
  note: RichText;
}

/**
 * The charts over time that the timeline lets one choose from: years, months or weeks by viewings,
 * hours or rating. Hours need a known runtime and ratings a rated viewing; weeks are days.
 */
export function periodPanels(site: Site) {
  const { library } = site;
  const { main } = mainPeriod(library.viewings);
  const isPossible = {
    viewings: true,
    hours: main.some((viewing) => library.filmOf(viewing).runtime !== null),
    rating: main.some(({ rating }) => rating !== null),
  };
  const panels: Panel[] = [];
  for (const unit of ["year", "month", "week"] as const) {
    if (unit === "week" && !library.exactDates) continue;
    for (const measure of ["viewings", "hours", "rating"] as const) {
      if (!isPossible[measure]) continue;
      // A list of years has room for a lone early one, an axis of time has not.
      const counted = unit === "year" ? library.viewings : main;
      const panel = periodPanel(site, counted, { unit, measure });
      if (panel) panels.push(panel);
    }
  }
  const link = (unit: PeriodUnit, measure: Measure) =>
    panels.find((panel) => panel.unit === unit && panel.measure === measure);
  return panels.map((panel) => ({
    ...panel,
    units: choices(units, (unit) => link(unit, panel.measure)),
    measures: choices(measures, (measure) => link(panel.unit, measure)),
  }));
}

function choices<Key extends string>(
  names: Record<Key, string>,
  panelOf: (key: Key) => Panel | undefined,
): { id: string; name: string }[] {
  return (Object.keys(names) as Key[]).flatMap((key) => {
    const panel = panelOf(key);
    return panel ? [{ id: panel.id, name: names[key] }] : [];
  });
}

function periodPanel(
  { library, format, href }: Site,
  viewings: Viewing[],
  { unit, measure }: { unit: PeriodUnit; measure: Measure },
): Panel | null {
  const [first] = viewings;
  const last = viewings.at(-1);
  if (!first || !last) return null;
  const shownMost = shownOf(monthsBetween(monthOf(first.date), monthOf(last.date)).length);
  const earliest = {
    year: first.date,
    month: `${addMonths(monthOf(last.date), 1 - shownMost.month)}-01`,
    week: addDays(periodOf.week(last.date), -7 * (shownMost.week - 1)),
  }[unit];
  const isCut = first.date < earliest;
  const from = isCut ? earliest : first.date;
  const shown = viewings.filter(({ date }) => date >= from);
  const rows = periodRows(shown, {
    unit,
    from,
    to: last.date,
    runtime: (viewing) => library.filmOf(viewing).runtime,
  });
  const link = (period: string) => {
    if (unit === "year") return href(yearPath(Number(period)));
    if (unit === "month") return `${href(yearPath(yearOf(`${period}-01`)))}#m${period}`;
    // A week leads to its first viewing, which may lie in the next year.
    const day = shown.find(({ date }) => periodOf.week(date) === period)?.date ?? period;
    return `${href(yearPath(yearOf(day)))}#d${day}`;
  };
  const options = { title: `${measures[measure]} per ${unit}`, format, link };
  const chart = draw(rows, viewings, { unit, measure, options });
  if (!chart) return null;
  const timed = sum(rows.map((row) => row.timed));
  const note = sentences(
    unit === "year" && measure === "viewings" && keyOfRewatches,
    isCut && unit === "month" && `The last ${shownMost.month} months.`,
    isCut && unit === "week" && `The last ${shownMost.week} weeks, Monday to Sunday.`,
    measure === "hours" &&
      `Rewatches included; runtime known for ${format.integer(timed)} of ${format.count(shown.length, "viewing")}.`,
    measure === "rating" && "As rated at the time; the line is the mean of all rated viewings.",
    measure === "rating" &&
      rows.some(({ rated }) => rated > 0 && rated < enoughRatings) &&
      `Small dots are ${unit}s with fewer than ${enoughRatings} ratings, too few to compare.`,
  );
  return {
    id: `by-${unit}-${measure}`,
    unit,
    measure,
    chart,
    note,
  };
}

interface DrawOptions {
  unit: PeriodUnit;
  measure: Measure;
  options: { title: string; format: Format; link: (period: string) => string };
}

function draw(
  rows: PeriodRow[],
  viewings: Viewing[],
  { unit, measure, options }: DrawOptions,
): Chart | null {
  const { title, format, link } = options;
  if (unit !== "year") {
    if (measure !== "rating") return periodColumnsChart(rows, { ...options, unit, measure });
    const mean = averageRating(viewings);
    const hasRating = rows.some(({ rated }) => rated > 0);
    return mean === null || !hasRating
      ? null
      : periodRatingsChart(rows, { ...options, unit, mean });
  }
  if (measure === "viewings") {
    return yearsChart(yearRows(viewings), { ...options, link: (year) => link(`${year}`) });
  }
  const years = rows.filter((row) => row.viewings > 0).toReversed();
  if (measure === "hours") {
    const bars = years.map(({ period, minutes }) => ({
      label: period,
      value: Math.round(minutes / 60),
      href: link(period),
    }));
    return barsChart(bars, { title, format, unit: "hour", head: ["Year", "Hours"], size: "full" });
  }
  const dots = years.flatMap(({ period, averageRating: rating, rated }) =>
    rating === null ? [] : [{ label: period, rating, rated, href: link(period) }],
  );
  const mean = averageRating(viewings);
  return mean === null ? null : ratingDotsChart(dots, { title, format, mean, head: "Year" });
}
