import * as Plot from "@observablehq/plot";
import { type Day, monthOf, startOfDay, yearOf } from "../day.ts";
import type { Format } from "../format.ts";
import { type Chart, drawBoth } from "./drawing.ts";

interface ProgressPoint {
  date: Day;
  total: number;
}

/** A running number of films as a step line, with a point at the end of each year that added one. */
export function progressChart(
  points: readonly ProgressPoint[],
  { title, format, link }: { title: string; format: Format; link: (year: number) => string },
): Chart {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) throw new Error("a chart of progress needs a point");
  // Without exact dates, a point's place must not reveal its day.
  const at = (day: Day) => new Date(startOfDay(format.exactDates ? day : `${monthOf(day)}-01`));
  const years = [...Map.groupBy(points, ({ date }) => yearOf(date))].map(([year, own]) => ({
    year,
    date: own.at(-1)?.date ?? first.date,
    total: own.at(-1)?.total ?? 0,
  }));
  const said = ({ year, total }: (typeof years)[number]) =>
    `${year}: ${format.count(total, "film")}`;
  const text = {
    title,
    description: `From ${format.day(first.date)} to ${format.day(last.date)} the number grew to ${format.count(last.total, "film")}.`,
    table: {
      head: ["Year", "Seen by its end"],
      rows: years.map(({ year, total }) => [`${year}`, total]),
      links: years.map(({ year }) => link(year)),
    },
  };
  return drawBoth(text, "full", (width) => ({
    isFine: true,
    height: width > 600 ? 260 : 200,
    marginLeft: 44,
    marginRight: 12,
    marginTop: 20,
    marginBottom: 26,
    x: { type: "utc", label: null, ticks: width > 600 ? 8 : 4, tickSize: 4 },
    y: {
      label: null,
      ticks: 4,
      tickSize: 0,
      grid: true,
      domain: [0, last.total],
      tickFormat: (n: number) => (Number.isInteger(n) ? format.integer(n) : ""),
    },
    marks: [
      Plot.ruleY([0], { stroke: "var(--ink)" }),
      Plot.line(points, {
        x: ({ date }: ProgressPoint) => at(date),
        y: "total",
        curve: "step-after",
        stroke: "var(--you)",
        strokeWidth: 2,
      }),
      Plot.dot(years, {
        x: ({ date }: ProgressPoint) => at(date),
        y: "total",
        r: 4,
        fill: "var(--paper)",
        stroke: "var(--you)",
        strokeWidth: 2,
        href: ({ year }: (typeof years)[number]) => link(year),
        title: said,
      }),
    ],
  }));
}
