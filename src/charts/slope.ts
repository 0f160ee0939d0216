import * as Plot from "@observablehq/plot";
import type { Format } from "../format.ts";
import { soleFirst } from "../stats/finding.ts";
import { type Chart, drawBoth } from "./drawing.ts";
import { spread } from "./spread.ts";
import { cutTo, textWidth } from "./texts.ts";

/** One thing's mean rating at two times. */
export interface Slope {
  name: string;
  before: number;
  after: number;
  /** How many ratings each of the two is over. */
  counts: [before: number, after: number];
  /** The address that the line links to. */
  href?: string;
}

const line = 17;

/** Between a dot and its text, and the shortest line in between, CSS pixels. */
const besides = 18;
const shortestLine = { wide: 84, narrow: 52 };

interface SlopeOptions {
  title: string;
  format: Format;
  /** The texts above the two ends, on phones in two lines: "before May 2023", "since May 2023" */
  times: [before: string, after: string];
  /** What a line is: "Genre" */
  head: string;
  /** The name whose line the text beside the drawing mentions. */
  lit?: string | null;
}

/** A line per row from then to now, with its name and value at both ends. */
export function slopeChart(rows: Slope[], options: SlopeOptions): Chart {
  const { format, times, lit = null } = options;
  if (rows.length === 0) throw new Error("a slope chart needs a line");
  const values = rows.flatMap(({ before, after }) => [before, after]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return drawBoth(slopeText(rows, options), "half", (width) => {
    const isWide = width > 400;
    const height = Math.max(200, 60 + rows.length * 32);
    const [top, bottom] = [isWide ? 34 : 48, height - 12];
    const heading = (time: string) => (isWide ? time : time.replace(" ", "\n"));
    const y = (stars: number) =>
      high === low ? (top + bottom) / 2 : bottom - ((stars - low) / (high - low)) * (bottom - top);
    const room = { gap: line, from: top, to: bottom };
    const left = spread(
      rows.map(({ before }) => y(before)),
      room,
    );
    const right = spread(
      rows.map(({ after }) => y(after)),
      room,
    );
    const placed = rows.map((row, i) => ({ ...row, left: left[i] ?? 0, right: right[i] ?? 0 }));
    type Placed = (typeof placed)[number];
    const colour = (row: Placed) => (row.name === lit ? "var(--you)" : "var(--bar)");
    const ink = (row: Placed) => (row.name === lit ? "var(--you)" : "var(--ink)");
    const names = Math.max(...rows.map(({ name }) => textWidth(`${name} 0.00`))) + besides;
    // Names are on both sides if the lines between remain wide enough.
    const lines = shortestLine[isWide ? "wide" : "narrow"];
    const isNamedTwice = width - 2 * names >= lines;
    const end = width - names;
    // Otherwise the left side has as much of each name as there is room for.
    const roomForName = end - lines - besides - textWidth(" 0.00");
    const leftText = (row: Placed) => {
      const name = isNamedTwice ? row.name : cutTo(row.name, roomForName);
      return [name, format.average(row.before)].filter(Boolean).join(" ");
    };
    const start = besides + Math.max(...placed.map((row) => textWidth(leftText(row))));
    const said = (row: Placed) =>
      `${row.name}: ${format.average(row.before)} over ${format.count(row.counts[0], "rating")}, then ${format.average(row.after)} over ${format.integer(row.counts[1])}`;
    // A line from a dot to a text that was moved to make room for another.
    const leader = (side: -1 | 1) =>
      Plot.link(placed, {
        x1: (side < 0 ? start : end) + side * 5,
        x2: (side < 0 ? start : end) + side * 14,
        y1: ({ before, after }: Placed) => y(side < 0 ? before : after),
        y2: side < 0 ? "left" : "right",
        stroke: "var(--rule-2)",
      });
    const linked = rows.some(({ href }) => href) && { href: "href" };
    return {
      isFine: true,
      height,
      margin: 0,
      x: { type: "identity", axis: null },
      y: { type: "identity", axis: null },
      marks: [
        Plot.text([heading(times[0])], { ...headingPlace, x: 0, textAnchor: "start" }),
        Plot.text([heading(times[1])], {
          ...headingPlace,
          x: isNamedTwice ? width : end,
          textAnchor: isNamedTwice ? "end" : "start",
        }),
        Plot.ruleX([start, end], { y1: top - 10, y2: height, stroke: "var(--rule)" }),
        Plot.link(placed, {
          x1: start,
          x2: end,
          y1: ({ before }: Placed) => y(before),
          y2: ({ after }: Placed) => y(after),
          stroke: colour,
          strokeWidth: (row: Placed) => (row.name === lit ? 2.5 : 1.5),
        }),
        Plot.dot(placed, {
          x: start,
          y: ({ before }: Placed) => y(before),
          r: 3.5,
          fill: colour,
          title: said,
          ...linked,
        }),
        Plot.dot(placed, {
          x: end,
          y: ({ after }: Placed) => y(after),
          r: 3.5,
          fill: colour,
          title: said,
          ...linked,
        }),
        leader(-1),
        leader(1),
        Plot.text(placed, {
          x: start - 17,
          y: "left",
          text: leftText,
          textAnchor: "end",
          fill: ink,
        }),
        Plot.text(placed, {
          x: end + 17,
          y: "right",
          text: (row: Placed) => `${format.average(row.after)} ${row.name}`,
          textAnchor: "start",
          fill: ink,
          ...linked,
        }),
      ],
    };
  });
}

function slopeText(rows: Slope[], { title, format, times, head }: SlopeOptions) {
  const change = (row: Slope) => row.after - row.before;
  const furthest = soleFirst(rows, (row) => Math.abs(change(row)));
  return {
    title,
    description: furthest
      ? `${furthest.name} moved most, from ${format.average(furthest.before)} to ${format.average(furthest.after)}.`
      : `Means of ${format.integer(rows.length)}, ${times.join(" and ")}.`,
    table: {
      head: [head, times[0], times[1], "Change", "Ratings"],
      rows: rows.map((row) => [
        row.name,
        format.average(row.before),
        format.average(row.after),
        format.change(change(row)),
        `${format.integer(row.counts[0])} and ${format.integer(row.counts[1])}`,
      ]),
      links: rows.map(({ href }) => href),
    },
  };
}

const headingPlace = {
  y: 6,
  text: Plot.identity,
  lineAnchor: "top" as const,
  lineHeight: 1.25,
  fill: "var(--ink-2)",
};
