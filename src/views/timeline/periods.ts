import { barsChart } from "../../charts/bars.ts";
import type { Chart } from "../../charts/drawing.ts";
import { periodColumnsChart, periodRatingsChart } from "../../charts/periods.ts";
import { ratingDotsChart } from "../../charts/ratingDots.ts";
import { yearsChart } from "../../charts/years.ts";
import { addDays, monthOf } from "../../day.ts";
import type { Format } from "../../format.ts";
import type { Viewing } from "../../letterboxd/ledger.ts";
import { dayPath, monthPath, yearPath } from "../../library/address.ts";
import { sum } from "../../numbers.ts";
import type { Site } from "../../site.ts";
import { enoughRatings } from "../../stats/finding.ts";
import { mainPeriod } from "../../stats/mainPeriod.ts";
import { addMonths, monthsBetween } from "../../stats/months.ts";
import { type PeriodRow, type PeriodUnit, periodOf, periodRows } from "../../stats/periods.ts";
import { averageRating } from "../../stats/ratings.ts";
import { yearRows } from "../../stats/years.ts";
import { type RichText, sentences } from "../../words/richText.ts";

const measures = { viewings: "Viewings", hours: "Hours", rating: "Average rating" } as const;
type Measure = keyof typeof measures;

const units = { year: "Years", month: "Months", week: "Weeks" } as const;

/** The most columns of a chart. More would make the page too heavy for a phone. */
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
 * The charts over time to choose from: years, months or weeks by viewings, hours or rating. Hours need
 * a known runtime, ratings a rated viewing, and weeks exact dates.
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
      // A list of years has room for a single early year, unlike an axis of time.
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
  const span = shownSpan(viewings, unit);
  if (!span) return null;
  const { from, to } = span;
  const shown = viewings.filter(({ date }) => date >= from);
  const runtime = (viewing: Viewing) => library.filmOf(viewing).runtime;
  const rows = periodRows(shown, { unit, from, to, runtime });
  const link = (period: string) => {
    if (unit === "year") return href(yearPath(Number(period)));
    if (unit === "month") return href(monthPath(period));
    // A week links to its first viewing, which may be in the next year.
    const day = shown.find(({ date }) => periodOf.week(date) === period)?.date ?? period;
    return href(dayPath(day));
  };
  const options = { title: `${measures[measure]} per ${unit}`, format, link };
  const chart = draw(rows, viewings, { unit, measure, options });
  if (!chart) return null;
  const measured = { unit, measure, viewings: shown.length, format };
  const note = sentences(
    unit === "year" && measure === "viewings" && keyOfRewatches,
    span.note,
    measureNote(rows, measured),
  );
  return { id: `by-${unit}-${measure}`, unit, measure, chart, note };
}

/** The day from which a chart starts, and what it leaves out; null without viewings. */
function shownSpan(viewings: Viewing[], unit: PeriodUnit) {
  const first = viewings[0]?.date;
  const last = viewings.at(-1)?.date;
  if (first === undefined || last === undefined) return null;
  const most = shownOf(monthsBetween(monthOf(first), monthOf(last)).length);
  const earliest = {
    year: first,
    month: `${addMonths(monthOf(last), 1 - most.month)}-01`,
    week: addDays(periodOf.week(last), -7 * (most.week - 1)),
  }[unit];
  if (first >= earliest) return { from: first, to: last, note: null };
  const note =
    unit === "month"
      ? `The last ${most.month} months.`
      : `The last ${most.week} weeks, Monday to Sunday.`;
  return { from: earliest, to: last, note };
}

/** How many viewings the hours and the ratings of a chart are based on. */
function measureNote(
  rows: PeriodRow[],
  {
    unit,
    measure,
    viewings,
    format,
  }: { unit: PeriodUnit; measure: Measure; viewings: number; format: Format },
): RichText {
  if (measure === "viewings") return [];
  if (measure === "hours") {
    const timed = format.integer(sum(rows.map((row) => row.timed)));
    return [
      `Rewatches included; runtime known for ${timed} of ${format.count(viewings, "viewing")}.`,
    ];
  }
  return sentences(
    "As rated at the time; the line is the mean of all rated viewings.",
    rows.some(({ rated }) => rated > 0 && rated < enoughRatings) &&
      `Small dots are ${unit}s with fewer than ${enoughRatings} ratings, too few to compare.`,
  );
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
