import * as Plot from "@observablehq/plot";
import type { Format } from "../format.ts";
import type { PeriodRow } from "../stats/periods.ts";
import { type Chart, drawBoth } from "./drawing.ts";

interface Options {
  title: string;
  format: Format;
  unit: "month" | "week";
  link: (period: string) => string;
}

/** A column per month or week, as high as its viewings or their hours; empty ones stay empty. */
export function periodColumnsChart(
  rows: PeriodRow[],
  { measure, ...options }: Options & { measure: "viewings" | "hours" },
): Chart {
  const { title, format, unit, link } = options;
  const value = (row: PeriodRow) => (measure === "hours" ? row.minutes / 60 : row.viewings);
  const most = rows.reduce((best, row) => (value(row) > value(best) ? row : best));
  const write = (row: PeriodRow) =>
    measure === "hours"
      ? `${format.hours(row.minutes)} h of ${format.count(row.viewings, "viewing")}`
      : format.count(row.viewings, "viewing");
  const name = periodName(options);
  const text = {
    title,
    description: `Most: ${name(most)}, ${write(most)}. ${format.count(rows.length, unit)} in all.`,
    table: {
      head: measure === "hours" ? [heads[unit], "Hours", "Viewings"] : [heads[unit], "Viewings"],
      rows: rows.map((row) =>
        measure === "hours"
          ? [name(row), Math.round(row.minutes / 60), row.viewings]
          : [name(row), row.viewings],
      ),
    },
  };
  return drawBoth(text, "full", (width) => ({
    ...frame(rows, { width, format, unit }),
    y: { axis: null, domain: [0, Math.max(1, value(most))] },
    marks: [
      Plot.barY(
        rows.filter((row) => value(row) > 0),
        {
          x: "period",
          y: value,
          fill: (row: PeriodRow) => (row === most ? "var(--you)" : "var(--bar)"),
          title: (row: PeriodRow) => `${name(row)}: ${write(row)}`,
          href: (row: PeriodRow) => link(row.period),
        },
      ),
      Plot.text([most], {
        x: "period",
        y: value,
        text: (row: PeriodRow) => `${name(row)}: ${format.integer(value(row))}`,
        dy: -9,
        textAnchor: anchor(rows.indexOf(most), rows.length),
        fill: "var(--you)",
      }),
      Plot.ruleY([0], { stroke: "var(--ink)" }),
    ],
  }));
}

/** A dot per month or week at the mean of the ratings given in it; the highest and lowest are named. */
export function periodRatingsChart(
  rows: PeriodRow[],
  { mean, leastRated = 3, ...options }: Options & { mean: number; leastRated?: number },
): Chart {
  const { title, format, unit, link } = options;
  const name = periodName(options);
  const rated = rows.flatMap((row) =>
    row.averageRating === null ? [] : [{ ...row, rating: row.averageRating }],
  );
  type Rated = (typeof rated)[number];
  const write = (row: Rated) =>
    `${name(row)}: ${format.average(row.rating)} ★, ${format.integer(row.rated)} rated`;
  // The mean of one or two ratings says more of two films than of a month.
  const eligible = rated
    .filter((row) => row.rated >= leastRated)
    .sort((a, b) => b.rating - a.rating);
  const named = [...new Set([eligible[0], eligible.at(-1)])].filter((row) => row !== undefined);
  const text = {
    title,
    description: named[0]
      ? `Highest, from ${leastRated} ratings on: ${named.map(write).join("; lowest: ")}.`
      : `${format.count(rated.length, unit)} with a rating.`,
    table: {
      head: [heads[unit], "Average rating", "Rated"],
      rows: rated.map((row) => [name(row), format.average(row.rating), row.rated]),
    },
  };
  return drawBoth(text, "full", (width) => ({
    ...frame(rows, { width, format, unit }),
    marginLeft: 66,
    // Room for half of the last year's figures.
    marginRight: 18,
    y: {
      domain: [0.5, 5],
      ticks: [1, 2, 3, 4, 5],
      tickFormat: (rating: number) => "★".repeat(rating),
      tickSize: 0,
      label: null,
      grid: true,
    },
    marks: [
      Plot.ruleY([mean], { stroke: "var(--ink-2)", strokeDasharray: "4 3" }),
      Plot.dot(rated, {
        x: "period",
        y: "rating",
        r: (row: Rated) => (row.rated >= leastRated ? 4 : 2),
        fill: (row: Rated) => (named.includes(row) ? "var(--you)" : "var(--bar)"),
        title: write,
        href: (row: Rated) => link(row.period),
      }),
      ...named.map((row, i) =>
        Plot.text([row], {
          x: "period",
          y: "rating",
          text: [`${name(row)}: ${format.average(row.rating)}`],
          dy: i === 0 ? -12 : 14,
          textAnchor: anchor(
            rows.findIndex(({ period }) => period === row.period),
            rows.length,
          ),
          fill: "var(--you)",
        }),
      ),
    ],
    r: { type: "identity" },
  }));
}

const heads = { month: "Month", week: "Week" } as const;

const periodName =
  ({ unit, format }: Pick<Options, "unit" | "format">) =>
  ({ period }: { period: string }) =>
    unit === "month" ? format.month(period) : `Week of ${format.day(period)}`;

/** What columns and dots share: the axis of time. */
function frame(
  rows: PeriodRow[],
  { width, format, unit }: { width: number; format: Format; unit: "month" | "week" },
): Plot.PlotOptions {
  const isWide = width > 600;
  // Every year's first month; of weeks, the first of every quarter.
  const isTick =
    unit === "month"
      ? (period: string) => period.endsWith("-01")
      : (period: string) => /-(01|04|07|10)-0[1-7]$/.test(period);
  const ticks = rows.map(({ period }) => period).filter(isTick);
  const step = Math.ceil(ticks.length / (width / (unit === "month" ? 42 : 76)));
  return {
    height: isWide ? 230 : 190,
    marginTop: 24,
    marginLeft: 8,
    marginRight: 8,
    marginBottom: 26,
    x: {
      type: "band",
      domain: rows.map(({ period }) => period),
      label: null,
      ticks: ticks.filter((_, i) => i % step === 0),
      tickFormat: (period: string) =>
        unit === "month"
          ? period.slice(0, 4)
          : `${format.shortMonthName(period)} ${period.slice(0, 4)}`,
      tickSize: 4,
      padding: rows.length > 60 ? 0.12 : 0.2,
      round: false,
    },
  };
}

/** Keeps a label near either end of the axis inside the drawing. */
function anchor(index: number, count: number): "start" | "middle" | "end" {
  const place = count < 2 ? 0.5 : index / (count - 1);
  if (place < 0.12) return "start";
  return place > 0.88 ? "end" : "middle";
}
