import * as Plot from "@observablehq/plot";
import { type Format, stars } from "../format.ts";
import { enoughRatings, fewTiedForFirst, soleFirst } from "../stats/finding.ts";
import type { PeriodRow } from "../stats/periods.ts";
import { type Chart, drawBoth } from "./drawing.ts";
import type { PlacedLabel, Spot } from "./labels.ts";
import { leaderMarks, namesAt } from "./nameMarks.ts";
import { placedLabels } from "./placedLabels.ts";
import { shiftInside } from "./texts.ts";
import { across, timeFrame } from "./timeAxis.ts";

interface Options {
  title: string;
  format: Format;
  unit: "month" | "week";
  link: (period: string) => string;
}

/** A column per month or week, as high as its viewings or hours. */
export function periodColumnsChart(
  rows: PeriodRow[],
  { measure, ...options }: Options & { measure: "viewings" | "hours" },
): Chart {
  const { title, format, unit, link } = options;
  const value = (row: PeriodRow) => (measure === "hours" ? row.minutes / 60 : row.viewings);
  const highest = Math.max(0, ...rows.map(value));
  const lit = fewTiedForFirst(rows, value);
  const write = (row: PeriodRow) =>
    measure === "hours"
      ? `${format.hours(row.minutes)} h of ${format.count(row.viewings, "viewing")}`
      : format.count(row.viewings, "viewing");
  const name = periodName(options);
  const latest = lit.at(-1);
  const others = lit.length - 1;
  // If several are the highest, the latest is named and the others are counted.
  const named =
    latest && `${name(latest)}${others > 0 ? ` and ${format.count(others, "other")}` : ""}`;
  const text = {
    title,
    description: `${latest ? `Most: ${named}, ${write(latest)}. ` : ""}${format.count(rows.length, unit)} in all.`,
    table: {
      head: measure === "hours" ? [heads[unit], "Hours", "Viewings"] : [heads[unit], "Viewings"],
      rows: rows.map((row) =>
        measure === "hours"
          ? [name(row), Math.round(row.minutes / 60), row.viewings]
          : [name(row), row.viewings],
      ),
      links: rows.map((row) => (row.viewings > 0 ? link(row.period) : undefined)),
    },
  };
  return drawBoth(text, "full", (width) => {
    const margins = { left: 8, right: 8 };
    const label = latest && `${named}: ${format.integer(highest)}`;
    return {
      ...timeFrame(rows, { width, margins, format, unit }),
      y: { axis: null, domain: [0, Math.max(1, highest)] },
      marks: [
        Plot.barY(
          rows.filter((row) => value(row) > 0),
          {
            x: "period",
            y: value,
            fill: (row: PeriodRow) => (lit.includes(row) ? "var(--you)" : "var(--bar)"),
            title: (row: PeriodRow) => `${name(row)}: ${write(row)}`,
            href: (row: PeriodRow) => link(row.period),
          },
        ),
        ...(latest && label
          ? [
              Plot.text([latest], {
                x: "period",
                y: value,
                text: [label],
                dx: shiftInside(across(rows, { width, margins }).middle(latest), label, width),
                dy: -9,
                fill: "var(--you)",
              }),
            ]
          : []),
        Plot.ruleY([0], { stroke: "var(--ink)" }),
      ],
    };
  });
}

/** A dot per month or week at the mean of the ratings given in it; the highest and lowest are named. */
export function periodRatingsChart(
  rows: PeriodRow[],
  { mean, ...options }: Options & { mean: number },
): Chart {
  const { title, format, unit, link } = options;
  const name = periodName(options);
  const rated = rows.flatMap((row) =>
    row.averageRating === null ? [] : [{ ...row, rating: row.averageRating }],
  );
  type Rated = (typeof rated)[number];
  const write = (row: Rated) =>
    `${name(row)}: ${format.average(row.rating)} ★, ${format.integer(row.rated)} rated`;
  const eligible = rated.filter((row) => row.rated >= enoughRatings);
  const highest = soleFirst(eligible, ({ rating }) => rating);
  const lowest = soleFirst(eligible, ({ rating }) => 6 - rating);
  const hasSpread = rated.some(({ spread }) => spread !== null);
  const named = [highest, lowest].filter((row) => row !== null);
  const ends = [highest && `highest: ${write(highest)}`, lowest && `lowest: ${write(lowest)}`];
  const text = {
    title,
    description: named[0]
      ? `From ${enoughRatings} ratings on, ${ends.filter(Boolean).join("; ")}.`
      : `${format.count(rated.length, unit)} with a rating.`,
    table: {
      head: [heads[unit], "Average rating", "Rated", ...(hasSpread ? ["Spread"] : [])],
      rows: rated.map((row) => [
        name(row),
        format.average(row.rating),
        row.rated,
        ...(hasSpread ? [row.spread === null ? "–" : format.average(row.spread)] : []),
      ]),
      links: rated.map(({ period }) => link(period)),
    },
  };
  return drawBoth(text, "full", (width) => {
    const isWide = width > 600;
    // On the right there is room for half of the last year's label.
    const margins = { left: isWide ? 66 : 36, right: 18 };
    const { height, marginTop, marginBottom, ...options } = timeFrame(rows, {
      width,
      margins,
      format,
      unit,
    });
    const bottom = height - marginBottom;
    const { middle, half } = across(rows, { width, margins });
    const dots = rated.map((row) => ({
      row,
      x: middle(row),
      y: bottom - ((row.rating - axisStart) / (5 - axisStart)) * (bottom - marginTop),
      name: `${name(row)}: ${format.average(row.rating)}`,
      radius: radius(row) + 1,
    }));
    const labels = labelsOf(
      dots.filter(({ row }) => named.includes(row)),
      { dots, left: margins.left, width, height: bottom },
    );
    return {
      ...options,
      height,
      marginTop,
      marginBottom,
      y: {
        domain: [axisStart, 5],
        ticks: [1, 2, 3, 4, 5],
        tickFormat: (rating: number) => (isWide ? stars(rating) : `${rating} ★`),
        tickSize: 0,
        label: null,
        grid: true,
      },
      marks: [
        Plot.ruleY([mean], { stroke: "var(--ink-2)", strokeDasharray: "4 3" }),
        leaderMarks(labels, -half),
        Plot.dot(rated, {
          x: "period",
          y: "rating",
          r: radius,
          fill: (row: Rated) => (named.includes(row) ? "var(--you)" : "var(--bar)"),
          title: write,
          href: (row: Rated) => link(row.period),
        }),
        ...namesAt(labels, "var(--you)", -half),
      ],
      r: { type: "identity" },
    };
  });
}

const radius = ({ rated }: PeriodRow) => (rated >= enoughRatings ? 4 : 2);

/** The lower end of the axis of ratings. */
const axisStart = 0.5;

/** A label per dot: where there is room, otherwise above its dot, over others. */
function labelsOf<S extends Spot>(
  spots: S[],
  { width, ...room }: { dots: Spot[]; left: number; width: number; height: number },
): PlacedLabel<S>[] {
  const placed = placedLabels(spots, { ...room, width, count: spots.length, reach: 90 });
  return spots.map(
    (spot) =>
      placed.find((label) => label.spot === spot) ?? {
        spot,
        dx: shiftInside(spot.x, spot.name, width),
        dy: -13,
        anchor: "middle",
        leader: null,
      },
  );
}

const heads = { month: "Month", week: "Week" } as const;

const periodName =
  ({ unit, format }: Pick<Options, "unit" | "format">) =>
  ({ period }: { period: string }) =>
    unit === "month" ? format.month(period) : `Week of ${format.day(period)}`;
