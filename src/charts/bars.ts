import * as Plot from "@observablehq/plot";
import { inWords, plural } from "../counted.ts";
import type { Format } from "../format.ts";
import { foremost } from "../stats/finding.ts";
import { type Chart, type DrawingOptions, drawBoth } from "./drawing.ts";
import { wholeBands } from "./targets.ts";

export interface Bar {
  label: string;
  value: number;
  /** The address that the bar links to. */
  href?: string;
}

/** Horizontal bars in the given order with the values at their ends: readable at any width. */
export function barsChart(
  rows: Bar[],
  {
    title,
    format,
    unit,
    head,
    labelWidth = 44,
    size = "half",
    isNamed = false,
  }: {
    title: string;
    format: Format;
    /** Singular: "viewing" */
    unit: string;
    head: [label: string, value: string];
    /** Room for the labels, CSS pixels. */
    labelWidth?: number;
    size?: "full" | "half";
    /** Whether the heading above names the longest, which then have the owner's colour. */
    isNamed?: boolean;
  },
): Chart {
  const { text, first } = barText(rows, { title, format, unit, head, equals: ["bar", "longer"] });
  const lit = isNamed ? first : [];
  return drawBoth(text, size, () => barOptions(rows, { format, unit, labelWidth, lit }));
}

/** Name, description and table of bars or columns, and those that a heading may name: the highest. */
export function barText(
  rows: Bar[],
  {
    title,
    format,
    unit,
    head,
    equals: [one, none],
  }: {
    title: string;
    format: Format;
    unit: string;
    head: [label: string, value: string];
    /** How a mark is called, and what none of them is if no mark leads. */
    equals: [one: string, none: string];
  },
) {
  const first = foremost(rows, ({ value }) => value);
  const leading = inWords(first.map(({ label }) => label));
  const highest = Math.max(...rows.map(({ value }) => value));
  const text = {
    title,
    description: leading
      ? `${leading} ${plural(first.length, "leads", "lead")} with ${format.count(highest, unit)}${first.length === 1 ? "" : " each"}.`
      : `${format.count(rows.length, one)}, none ${none} than all others.`,
    table: {
      head: [...head],
      rows: rows.map(({ label, value }) => [label, value]),
      links: rows.map(({ href }) => href),
    },
  };
  return { text, first };
}

/** The drawing alone, with the bars of `lit` in the owner's colour. */
export function barOptions(
  rows: Bar[],
  {
    format,
    unit,
    labelWidth,
    lit,
  }: { format: Format; unit: string; labelWidth: number; lit: Bar[] },
): DrawingOptions {
  const highest = Math.max(1, ...rows.map(({ value }) => value));
  const valueWidth = Math.max(44, 14 + 7 * format.integer(highest).length);
  const said = (row: Bar) => `${row.label}: ${format.count(row.value, unit)}`;
  const hasLinks = rows.some(({ href }) => href);
  return {
    height: 4 + rows.length * 28,
    marginTop: 2,
    marginBottom: 2,
    marginLeft: labelWidth,
    marginRight: valueWidth,
    x: { axis: null, domain: [0, highest] },
    y: {
      type: "band",
      domain: rows.map(({ label }) => label),
      label: null,
      tickSize: 0,
      paddingInner: 0.3,
      paddingOuter: 0.15,
    },
    marks: [
      Plot.barX(rows, {
        y: "label",
        x: "value",
        fill: (row: Bar) => (lit.includes(row) ? "var(--you)" : "var(--bar)"),
      }),
      Plot.text(rows, {
        y: "label",
        x: "value",
        text: (row: Bar) => format.integer(row.value),
        dx: 6,
        textAnchor: "start",
        fill: "var(--ink-2)",
      }),
      Plot.ruleX([0], { stroke: "var(--ink)" }),
      wholeBands(rows, {
        y: "label",
        insetLeft: -labelWidth,
        insetRight: -valueWidth,
        insetTop: -4,
        insetBottom: -4,
        title: said,
        ...(hasLinks && { href: ({ href }: Bar) => href }),
      }),
    ],
  };
}
