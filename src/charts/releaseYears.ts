import * as Plot from "@observablehq/plot";
import type { Format } from "../format.ts";
import { foremostAlone } from "../stats/finding.ts";
import type { ReleaseYearRow } from "../stats/releaseYears.ts";
import { decadeColumns } from "./decadeColumns.ts";
import { type Chart, type DrawingOptions, drawBoth, widths } from "./drawing.ts";
import { finger, wholeBands } from "./targets.ts";
import { namesOfMost } from "./texts.ts";

export interface ReleaseYearsOptions {
  title: string;
  format: Format;
  link: (year: number) => string;
  /** The address of a decade, by its first year. */
  decadeLink: (decade: number) => string;
  /** Whether a phone shows years even if they are too thin for a finger; otherwise it shows decades. */
  keepsYears?: boolean;
}

/** A thin column per year of release, on a phone usually per decade. The fullest one is named. */
export function releaseYearsChart(rows: ReleaseYearRow[], options: ReleaseYearsOptions): Chart {
  const { title, format, link, keepsYears = false } = options;
  const fullest = namesOfMost(
    seenOf(rows),
    ({ films }) => films,
    ({ year }) => `${year}`,
  );
  const highest = Math.max(...rows.map(({ films }) => films));
  const total = rows.reduce((sum, { films }) => sum + films, 0);
  const seen = seenOf(rows);
  const text = {
    title,
    description: `${format.count(total, "film")} from ${rows[0]?.year} to ${rows.at(-1)?.year}${fullest ? `; most, ${format.integer(highest)}, from ${fullest}` : ""}.`,
    table: {
      head: ["Year of release", "Films"],
      rows: seen.map(({ year, films }) => [`${year}`, films]),
      links: seen.map(({ year }) => link(year)),
    },
  };
  return drawBoth(text, "full", (width) => {
    const years = yearColumns(rows, { ...options, width });
    const isTooThin = width === widths.narrow && years.isFine;
    return isTooThin && !keepsYears ? decadeColumns(rows, options) : years;
  });
}

const seenOf = (rows: ReleaseYearRow[]) => rows.filter(({ films }) => films > 0);

function yearColumns(
  rows: ReleaseYearRow[],
  { format, link, width }: ReleaseYearsOptions & { width: number },
): DrawingOptions {
  const named = foremostAlone(rows, ({ films }) => films);
  const first = rows[0]?.year ?? 0;
  const last = rows.at(-1)?.year ?? 0;
  const seen = seenOf(rows);
  const [margin, marginTop] = [16, 24];
  const isFine = (width - 2 * margin) / rows.length < finger;
  const said = {
    title: (row: ReleaseYearRow) => `${row.year}: ${format.count(row.films, "film")}`,
    href: (row: ReleaseYearRow) => link(row.year),
  };
  return {
    isFine,
    height: width > 600 ? 230 : 190,
    marginTop,
    marginLeft: margin,
    marginRight: margin,
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
    y: { axis: null, domain: [0, Math.max(...rows.map(({ films }) => films))] },
    marks: [
      Plot.barY(seen, {
        x: "year",
        y: "films",
        fill: (row: ReleaseYearRow) => (row === named ? "var(--you)" : "var(--bar)"),
        ...(isFine && said),
      }),
      Plot.text(named ? [named] : [], {
        x: "year",
        y: "films",
        text: (row: ReleaseYearRow) => `${row.year}: ${format.integer(row.films)}`,
        dy: -9,
        fill: "var(--you)",
        textAnchor: named ? anchorWithin(named.year, first, last) : "middle",
      }),
      Plot.ruleY([0], { stroke: "var(--ink)" }),
      ...(isFine ? [] : [wholeBands(seen, { x: "year", insetTop: -marginTop, ...said })]),
    ],
  };
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
