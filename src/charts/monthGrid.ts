import * as Plot from "@observablehq/plot";
import type { Format } from "../format.ts";
import type { MonthRow } from "../stats/months.ts";
import { evenStarts, type KeyStep, keySteps, stepFills, stepInks, stepOf } from "./colourSteps.ts";
import { type Chart, drawBoth } from "./drawing.ts";
import { filledIn } from "./filledIn.ts";
import { namesOfMost } from "./texts.ts";

export interface MonthGrid extends Chart {
  /** The meaning of each colour; empty if every day was filled in afterwards. */
  steps: KeyStep[];
}

/**
 * Years down, months across, the number of viewings in each cell. Colours leave out days that were
 * filled in afterwards, because one of them would outshine every real month.
 */
export function monthGridChart(
  rows: MonthRow[],
  { title, format, link }: { title: string; format: Format; link: (month: string) => string },
): MonthGrid {
  const years = [...new Set(rows.map(({ month }) => month.slice(0, 4)))].reverse();
  const filled = rows.filter(({ viewings }) => viewings > 0);
  const ordinary = ({ viewings, bulk }: MonthRow) => viewings - bulk;
  const counts = filled.map(ordinary).filter((count) => count > 0);
  const starts = evenStarts(counts);
  const leading = namesOfMost(rows, ordinary, ({ month }) => format.month(month));
  const months = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"];
  const text = {
    title,
    description: `Viewings per month of ${format.count(years.length, "year")}${leading ? `; most, ${format.integer(Math.max(...counts))}, in ${leading}${rows.some(({ bulk }) => bulk > 0) ? ", filled-in days aside" : ""}` : ""}.`,
    table: {
      head: ["Month", "Viewings"],
      rows: filled.map(({ month, viewings }) => [format.month(month), viewings]),
      links: filled.map(({ month }) => link(month)),
    },
  };
  const place = {
    x: (row: MonthRow) => row.month.slice(5),
    y: (row: MonthRow) => row.month.slice(0, 4),
  };
  const drawn = drawBoth(text, "full", (width) => {
    const isWide = width > 600;
    const cell = isWide ? 30 : 28;
    return {
      height: 26 + years.length * cell,
      marginTop: 24,
      marginLeft: isWide ? 44 : 38,
      marginRight: 0,
      marginBottom: 2,
      x: {
        type: "band",
        domain: months,
        axis: "top",
        label: null,
        tickSize: 0,
        padding: 0.04,
        tickFormat: (month: string) =>
          isWide
            ? format.shortMonthName(`2023-${month}-01`)
            : format.monthInitial(`2023-${month}-01`),
      },
      y: { type: "band", domain: years, label: null, tickSize: 0, tickPadding: 4, padding: 0.06 },
      marks: [
        Plot.cell(filled, {
          ...place,
          fill: (row: MonthRow) =>
            ordinary(row) > 0 ? stepFills[stepOf(ordinary(row), starts)] : "var(--step-0)",
          title: (row: MonthRow) =>
            `${format.month(row.month)}: ${format.count(row.viewings, "viewing")}${filledIn(row.bulk, format)}`,
          href: (row: MonthRow) => link(row.month),
        }),
        // A phone's cell has room for two digits; its colour and its title say the rest.
        Plot.text(isWide ? filled : filled.filter(({ viewings }) => viewings < 100), {
          ...place,
          text: (row: MonthRow) => format.integer(row.viewings),
          fill: (row: MonthRow) =>
            ordinary(row) > 0 ? stepInks[stepOf(ordinary(row), starts)] : "var(--ink)",
          pointerEvents: "none",
        }),
      ],
    };
  });
  return { ...drawn, steps: keySteps(starts, counts) };
}
