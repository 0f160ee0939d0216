import type { Format } from "../format.ts";
import type { PeriodRow } from "../stats/periods.ts";
import type { DrawingOptions } from "./drawing.ts";
import { finger } from "./targets.ts";
import { shiftInside } from "./texts.ts";

interface Margins {
  left: number;
  right: number;
}

const padding = (rows: PeriodRow[]) => (rows.length > 60 ? 0.12 : 0.2);

/** The middle of a period on the axis of time, and half of its width, CSS pixels. */
export function across(
  rows: PeriodRow[],
  { width, margins }: { width: number; margins: Margins },
): { middle: (row: { period: string }) => number; half: number } {
  const places = new Map(rows.map(({ period }, i) => [period, i]));
  const step = (width - margins.left - margins.right) / (rows.length + padding(rows));
  const half = ((1 - padding(rows)) / 2) * step;
  return {
    middle: ({ period }) =>
      margins.left + ((places.get(period) ?? 0) + padding(rows)) * step + half,
    half,
  };
}

/** The axis of time that columns and dots share. */
export function timeFrame(
  rows: PeriodRow[],
  {
    width,
    margins,
    format,
    unit,
  }: { width: number; margins: Margins; format: Format; unit: "month" | "week" },
) {
  // The first month of every year, or the first week of every quarter.
  const isTick =
    unit === "month"
      ? ({ period }: PeriodRow) => period.endsWith("-01")
      : ({ period }: PeriodRow) => /-(01|04|07|10)-0[1-7]$/.test(period);
  const label = (period: string) =>
    unit === "month"
      ? period.slice(0, 4)
      : `${format.shortMonthName(period)} ${period.slice(0, 4)}`;
  const ticks = rows.filter(isTick);
  const room = width - margins.left - margins.right;
  const step = Math.ceil(ticks.length / (room / (unit === "month" ? 46 : 82)));
  const { middle } = across(rows, { width, margins });
  const fits = (row: PeriodRow) => shiftInside(middle(row), label(row.period), width) === 0;
  return {
    isFine: room / rows.length < finger,
    height: width > 600 ? 230 : 190,
    marginTop: 24,
    marginLeft: margins.left,
    marginRight: margins.right,
    marginBottom: 26,
    x: {
      type: "band",
      domain: rows.map(({ period }) => period),
      label: null,
      ticks: ticks.filter((row, i) => i % step === 0 && fits(row)).map(({ period }) => period),
      tickFormat: label,
      tickSize: 4,
      padding: padding(rows),
      round: false,
    },
  } satisfies DrawingOptions;
}
