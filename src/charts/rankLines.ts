import * as Plot from "@observablehq/plot";
import type { Format } from "../format.ts";
import { soleFirst } from "../stats/finding.ts";
import { type Chart, drawBoth } from "./drawing.ts";
import { fine } from "./targets.ts";
import { cutTo, textWidth } from "./texts.ts";

export interface RankLine {
  name: string;
  /** One per year: the rank from 1, and the count behind it. */
  ranks: number[];
  counts: number[];
  /** The count as a part of all of that year, 0 to 1. */
  shares: number[];
  /** The address that the line links to. */
  href?: string;
}

/** Room for the start of a name on the left of a narrow drawing, CSS pixels. */
const leftName = 58;

/**
 * How an order changed over the years: a line per row, named at both ends with its share of the year, one
 * in the strong colour.
 */
export function rankLinesChart(
  rows: RankLine[],
  {
    title,
    format,
    years,
    unit,
    head,
    lit,
  }: {
    title: string;
    format: Format;
    /** Two at least, in the order of the ranks. */
    years: number[];
    /** Singular: "viewing" */
    unit: string;
    /** What a line is: "Genre" */
    head: string;
    /** The name whose line the text beside the drawing mentions. */
    lit?: string;
  },
): Chart {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined || rows.length === 0) {
    throw new Error("a ranking chart needs a line and a year");
  }
  const leader = soleFirst(rows, ({ counts }) => counts.at(-1) ?? 0);
  const text = {
    title,
    description: `Ranks of ${format.integer(rows.length)} from ${first} to ${last}${leader ? `; ${leader.name} is first in ${last}` : ""}.`,
    table: {
      head: [head, ...years.map((year) => `${year}`)],
      rows: rows.map(({ name, counts }) => [name, ...counts]),
      links: rows.map(({ href }) => href),
    },
  };
  const colour = ({ name }: RankLine) => (name === lit ? "var(--you)" : "var(--bar)");
  // The line in the strong colour is on top.
  const inOrder = rows.toSorted((a, b) => Number(a.name === lit) - Number(b.name === lit));
  const points = inOrder.flatMap((row) =>
    years.map((year, i) => ({
      row,
      year,
      rank: row.ranks[i] ?? 0,
      count: row.counts[i] ?? 0,
      share: row.shares[i] ?? 0,
    })),
  );
  type Point = (typeof points)[number];
  const at = (year: number) => points.filter((point) => point.year === year);
  return drawBoth(text, "full", (width) => {
    const isWide = width > 600;
    const rightNames = Math.max(...rows.map((row) => textWidth(`0 ${row.name}`)));
    const margins = isWide
      ? { left: 190, right: 190 }
      : { left: leftName + 30, right: Math.min(140, rightNames + 12) };
    const name = ({ row, rank, share }: Point, isLeft: boolean) => {
      const part = isWide ? ` ${format.percent(share)}` : "";
      if (isLeft)
        return `${isWide ? `${row.name}${part},` : cutTo(row.name, leftName)} ${rank}`.trim();
      return `${rank}${isWide ? "," : ""} ${row.name}${part}`;
    };
    const end = (isLeft: boolean) => ({
      x: "year",
      y: "rank",
      text: (point: Point) => name(point, isLeft),
      textAnchor: isLeft ? ("end" as const) : ("start" as const),
      dx: isLeft ? -12 : 12,
      fill: ({ row }: Point) => (colour(row) === "var(--bar)" ? "var(--ink)" : colour(row)),
      ...(!isLeft && {
        ...(rows.some(({ href }) => href) && { href: ({ row }: Point) => row.href }),
      }),
    });
    return {
      height: 34 + rows.length * 32,
      marginTop: 28,
      marginBottom: 6,
      marginLeft: margins.left,
      marginRight: margins.right,
      x: {
        type: "point",
        domain: years,
        axis: "top",
        label: null,
        tickSize: 0,
        padding: 0,
        tickFormat: (year: number) => (isWide || year === first || year === last ? `${year}` : ""),
      },
      y: { domain: [rows.length + 0.4, 0.6], axis: null },
      marks: [
        Plot.line(points, {
          x: "year",
          y: "rank",
          z: ({ row }: Point) => row.name,
          stroke: ({ row }: Point) => colour(row),
          strokeWidth: isWide ? 2.5 : 1.5,
        }),
        Plot.dot(points, {
          x: "year",
          y: "rank",
          r: isWide ? 5 : 3.5,
          fill: ({ row }: Point) => colour(row),
          stroke: "var(--paper)",
          strokeWidth: 1.5,
          title: ({ row, year, rank, count, share }: Point) =>
            `${row.name} ${year}: rank ${rank}, ${format.count(count, unit)}, ${format.percent(share)} of all`,
          ...(rows.some(({ href }) => href) && { ...fine, href: ({ row }: Point) => row.href }),
        }),
        Plot.text(at(first), end(true)),
        Plot.text(at(last), end(false)),
      ],
    };
  });
}

/**
 * The row that rose the most places from the first to the last year, at least two; null if several are
 * equal.
 */
export function furthestRisen<Row extends { ranks: number[] }>(rows: Row[]): Row | null {
  const rise = ({ ranks }: Row) => (ranks[0] ?? 0) - (ranks.at(-1) ?? 0);
  const risen = soleFirst(rows, rise);
  return risen && rise(risen) > 1 ? risen : null;
}

/** The number of years in which the row was first. */
export const timesFirst = ({ ranks }: { ranks: number[] }): number =>
  ranks.filter((rank) => rank === 1).length;

/** The row that was first in the most years; null if several are equal. */
export const mostOftenFirst = <Row extends { ranks: number[] }>(rows: Row[]): Row | null =>
  soleFirst(rows, timesFirst);
