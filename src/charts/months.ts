import * as Plot from "@observablehq/plot";
import type { Format } from "../format.ts";
import { tiedForFirst } from "../stats/finding.ts";
import type { MonthRow } from "../stats/months.ts";
import { type Chart, drawBoth } from "./drawing.ts";
import { filledIn } from "./filledIn.ts";
import { finger, wholeBands } from "./targets.ts";
import { namesOfMost } from "./texts.ts";

/** Between columns, as a share of their step. */
const padding = 0.18;

/**
 * A column per month, including empty months. The viewings of filled-in days are its hollow foot. Only
 * the month `fullest` has the strong colour. `axis` may contain months that have not begun.
 */
export function monthsChart(
  rows: MonthRow[],
  {
    title,
    format,
    link,
    fullest = null,
    axis = rows.map(({ month }) => month),
  }: {
    title: string;
    format: Format;
    link: (month: string) => string;
    fullest?: string | null;
    axis?: string[];
  },
): Chart {
  const highest = Math.max(0, ...rows.map(({ viewings }) => viewings));
  const leading = namesOfMost(
    rows,
    ({ viewings }) => viewings,
    ({ month }) => format.month(month),
  );
  const total = rows.reduce((sum, { viewings }) => sum + viewings, 0);
  const label = (row: MonthRow) =>
    `${format.month(row.month)}: ${format.count(row.viewings, "viewing")}${filledIn(row.bulk, format)}`;
  const text = {
    title,
    description: `${format.count(total, "viewing")} in ${format.count(rows.length, "month")}${leading ? `; most, ${format.integer(highest)}, in ${leading}` : ""}.`,
    table: {
      head: ["Month", "Viewings"],
      rows: rows.map(({ month, viewings }) => [format.month(month), viewings]),
      links: rows.map(({ month, viewings }) => (viewings > 0 ? link(month) : undefined)),
    },
  };
  const isOneYear = axis[0]?.slice(0, 4) === axis.at(-1)?.slice(0, 4);
  return drawBoth(text, "full", (width) => {
    const isWide = width > 600;
    // With twelve months each column is just wide enough for a finger.
    const margin = isWide || axis.length > 12 ? 4 : 0;
    const step = (width - 2 * margin) / axis.length;
    const hasRoom = step > 20;
    const isFine = step < finger;
    const seen = rows.filter(({ viewings }) => viewings > 0);
    const said = { title: label, href: (row: MonthRow) => link(row.month) };
    return {
      isFine,
      height: isWide ? 220 : 180,
      marginTop: 22,
      marginLeft: margin,
      marginRight: margin,
      marginBottom: isOneYear && hasRoom ? 22 : 40,
      x: {
        type: "band",
        domain: axis,
        label: null,
        tickSize: 0,
        // Below the row of month letters, where there is one.
        tickPadding: hasRoom ? 20 : 6,
        paddingInner: padding,
        paddingOuter: padding / 2,
        round: false,
        // For a single year the letters of the months are enough.
        ticks: isOneYear && hasRoom ? [] : axis.filter((month) => month.endsWith("-01")),
        tickFormat: (month: string) => month.slice(0, 4),
      },
      y: { axis: null, domain: [0, Math.max(1, highest)] },
      marks: [
        Plot.barY(seen, {
          x: "month",
          y: "viewings",
          fill: ({ month }: MonthRow) => (month === fullest ? "var(--you)" : "var(--bar)"),
          ...(isFine && said),
        }),
        Plot.barY(
          rows.filter(({ bulk }) => bulk > 0),
          {
            x: "month",
            y: "bulk",
            fill: "var(--paper)",
            stroke: "var(--bar)",
            inset: 0.5,
            pointerEvents: "none",
          },
        ),
        Plot.text(hasRoom ? seen : tiedForFirst(rows, ({ viewings }) => viewings).slice(0, 1), {
          x: "month",
          y: "viewings",
          text: (row: MonthRow) => format.integer(row.viewings),
          dy: -8,
          fill: "var(--ink-2)",
        }),
        Plot.text(hasRoom ? axis : [], {
          x: Plot.identity,
          y: 0,
          text: (month: string) => format.monthInitial(`${month}-01`),
          dy: 11,
          fill: "var(--ink-2)",
        }),
        Plot.ruleY([0], { stroke: "var(--ink)" }),
        ...(isFine
          ? []
          : [
              wholeBands(seen, {
                x: "month",
                insetLeft: (-padding / 2) * step,
                insetRight: (-padding / 2) * step,
                ...said,
              }),
            ]),
      ],
    };
  });
}
