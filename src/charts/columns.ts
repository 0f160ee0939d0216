import * as Plot from "@observablehq/plot";
import type { Format } from "../format.ts";
import { type Bar, barOptions, barText } from "./bars.ts";
import { type Chart, drawBoth, widths } from "./drawing.ts";
import { wholeBands } from "./targets.ts";

/** Above the highest column, CSS pixels. */
const marginTop = 24;

/** Columns in the given order, each with its number and its name; on a phone they are bars. */
export function columnsChart(
  rows: Bar[],
  {
    title,
    format,
    unit,
    head,
    labelWidth,
    isNamed = false,
  }: {
    title: string;
    format: Format;
    /** Singular: "film" */
    unit: string;
    head: [label: string, value: string];
    /** Room for the labels beside the bars of a phone, CSS pixels. */
    labelWidth: number;
    /** Whether the heading above names the highest, which then have the owner's colour. */
    isNamed?: boolean;
  },
): Chart {
  const highest = Math.max(1, ...rows.map(({ value }) => value));
  const equals: [string, string] = ["column", "higher"];
  const { text, first } = barText(rows, { title, format, unit, head, equals });
  const lit = isNamed ? first : [];
  return drawBoth(text, "full", (width) => {
    if (width === widths.narrow) return barOptions(rows, { format, unit, labelWidth, lit });
    return {
      height: 220,
      marginTop,
      marginLeft: 0,
      marginRight: 0,
      marginBottom: 26,
      x: {
        type: "band",
        domain: rows.map(({ label }) => label),
        label: null,
        tickSize: 0,
        paddingInner: 0.18,
        paddingOuter: 0.09,
      },
      y: { axis: null, domain: [0, highest] },
      marks: [
        Plot.barY(rows, {
          x: "label",
          y: "value",
          fill: (row: Bar) => (lit.includes(row) ? "var(--you)" : "var(--bar)"),
        }),
        Plot.text(rows, {
          x: "label",
          y: "value",
          text: ({ value }: Bar) => (value > 0 ? format.integer(value) : ""),
          dy: -9,
          fill: "var(--ink-2)",
        }),
        Plot.ruleY([0], { stroke: "var(--ink)" }),
        wholeBands(rows, {
          x: "label",
          insetTop: -marginTop,
          title: ({ label, value }) => `${label}: ${format.count(value, unit)}`,
          href: ({ href }) => href,
        }),
      ],
    };
  });
}
