import * as Plot from "@observablehq/plot";
import type { Format } from "../format.ts";
import type { YearRow } from "../stats/years.ts";
import { type Chart, drawBoth } from "./drawing.ts";
import { wholeBands } from "./targets.ts";
import { namesOfMost } from "./texts.ts";

/** Room for the years and for the numbers of viewings, CSS pixels. */
const [labelWidth, valueWidth] = [44, 90];

/** Horizontal bars, first watches and rewatches of each year, newest year on top. */
export function yearsChart(
  rows: YearRow[],
  { title, format, link }: { title: string; format: Format; link: (year: number) => string },
): Chart {
  const highest = Math.max(...rows.map(({ viewings }) => viewings));
  const leading = namesOfMost(
    rows,
    ({ viewings }) => viewings,
    ({ year }) => `${year}`,
  );
  const text = {
    title,
    description: `Viewings in ${format.count(rows.length, "year")}${leading ? `; most, ${format.integer(highest)}, in ${leading}` : ""}.`,
    table: {
      head: ["Year", "Viewings", "Films", "Rewatches"],
      rows: rows.map((row) => [`${row.year}`, row.viewings, row.films, row.rewatches]),
      links: rows.map(({ year }) => link(year)),
    },
  };
  const label = (row: YearRow) =>
    `${row.year}: ${format.count(row.viewings, "viewing")}, ${format.count(row.rewatches, "rewatch", "rewatches")}`;
  return drawBoth(text, "full", () => ({
    height: 4 + rows.length * 28,
    marginTop: 2,
    marginBottom: 2,
    marginLeft: labelWidth,
    marginRight: valueWidth,
    x: { axis: null, domain: [0, highest] },
    y: {
      type: "band",
      domain: rows.map(({ year }) => year).toReversed(),
      tickFormat: (year: number) => `${year}`,
      label: null,
      tickSize: 0,
      paddingInner: 0.28,
      paddingOuter: 0.14,
    },
    marks: [
      Plot.barX(rows, {
        y: "year",
        x: (row: YearRow) => row.viewings,
        fill: "var(--bar)",
      }),
      Plot.barX(rows, {
        y: "year",
        x: (row: YearRow) => row.viewings - row.rewatches,
        fill: "var(--you)",
      }),
      Plot.text(rows, {
        y: "year",
        x: "viewings",
        text: (row: YearRow) => format.integer(row.viewings),
        dx: 6,
        textAnchor: "start",
        fill: "var(--ink-2)",
      }),
      Plot.ruleX([0], { stroke: "var(--ink)" }),
      wholeBands(rows, {
        y: "year",
        insetLeft: -labelWidth,
        insetRight: -valueWidth,
        insetTop: -4,
        insetBottom: -4,
        title: label,
        href: (row) => link(row.year),
      }),
    ],
  }));
}
