import * as Plot from "@observablehq/plot";
import type { Format } from "../format.ts";
import type { ReleaseYearRow } from "../stats/releaseYears.ts";
import { type Chart, drawBoth } from "./drawing.ts";

/** A thin column per year of release; the fullest year is named. */
export function releaseYearsChart(
  rows: ReleaseYearRow[],
  { title, format, link }: { title: string; format: Format; link: (year: number) => string },
): Chart {
  const most = rows.reduce((best, row) => (row.films > best.films ? row : best));
  const total = rows.reduce((sum, { films }) => sum + films, 0);
  const first = rows[0]?.year ?? 0;
  const last = rows.at(-1)?.year ?? 0;
  const seen = rows.filter(({ films }) => films > 0);
  const text = {
    title,
    description: `${format.count(total, "film")} from ${first} to ${last}; most, ${format.integer(most.films)}, from ${most.year}.`,
    table: {
      head: ["Year of release", "Films"],
      rows: seen.map(({ year, films }) => [`${year}`, films]),
      links: seen.map(({ year }) => link(year)),
    },
  };
  return drawBoth(text, "full", (width) => ({
    height: width > 600 ? 230 : 190,
    marginTop: 24,
    marginLeft: 16,
    marginRight: 16,
    marginBottom: 26,
    x: {
      type: "band",
      domain: rows.map(({ year }) => year),
      ticks: yearTicks(first, last, width),
      tickFormat: (year: number) => `${year}`,
      tickSize: 4,
      label: null,
      padding: rows.length > 60 ? 0.15 : 0.25,
      round: false,
    },
    y: { axis: null, domain: [0, most.films] },
    marks: [
      Plot.barY(seen, {
        x: "year",
        y: "films",
        fill: (row: ReleaseYearRow) => (row === most ? "var(--you)" : "var(--bar)"),
        title: (row: ReleaseYearRow) => `${row.year}: ${format.count(row.films, "film")}`,
        href: (row: ReleaseYearRow) => link(row.year),
      }),
      Plot.text([most], {
        x: "year",
        y: "films",
        text: (row: ReleaseYearRow) => `${row.year}: ${format.integer(row.films)}`,
        dy: -9,
        fill: "var(--you)",
        textAnchor: anchorWithin(most.year, first, last),
      }),
      Plot.ruleY([0], { stroke: "var(--ink)" }),
    ],
  }));
}

/** Round years at a spacing that leaves each label about 60 px. */
export function yearTicks(first: number, last: number, width: number): number[] {
  const room = width / 60;
  const step = [1, 2, 5, 10, 20, 25, 50].find((size) => (last - first) / size <= room) ?? 50;
  const start = Math.ceil(first / step) * step;
  return Array.from(
    { length: Math.max(0, Math.floor((last - start) / step) + 1) },
    (_, i) => start + i * step,
  );
}

/** Keeps a label near either end of the axis inside the drawing. */
export function anchorWithin(
  value: number,
  first: number,
  last: number,
): "start" | "middle" | "end" {
  const place = last === first ? 0.5 : (value - first) / (last - first);
  if (place < 0.1) return "start";
  return place > 0.9 ? "end" : "middle";
}
