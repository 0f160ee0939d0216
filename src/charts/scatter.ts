import * as Plot from "@observablehq/plot";
import type { Format } from "../format.ts";
import { soleFirst } from "../stats/finding.ts";
import { around, type Box, isFree } from "./boxes.ts";
import { type Chart, drawBoth } from "./drawing.ts";
import { leaderMarks, namesAt } from "./nameMarks.ts";
import { placedLabels } from "./placedLabels.ts";
import { halo, namesOfMost } from "./texts.ts";

export interface ScatterPoint {
  name: string;
  films: number;
  /** Plain mean rating. */
  mean: number;
  rated: number;
  /** Whether the page's heading names it. */
  isLit?: boolean;
  href?: string;
}

interface ScatterOptions {
  title: string;
  format: Format;
  /** The owner's mean over all films, drawn as a line. */
  overall: number;
  /** What a dot is: "Director" */
  head: string;
  /** The points to name, the most remarkable first. */
  named: ScatterPoint[];
}

/**
 * A dot per point: films seen from left to right, mean rating upwards. The most remarkable are named.
 */
export function scatterChart(points: ScatterPoint[], options: ScatterOptions): Chart {
  const { format, overall, named } = options;
  if (points.length === 0) throw new Error("a scatter chart needs a point");
  const value = ({ name, films, mean, rated }: ScatterPoint) =>
    `${name}: ${format.count(films, "film")}, mean ${format.average(mean)} of ${format.integer(rated)} rated`;
  const counts = points.map(({ films }) => films);
  const means = [...points.map(({ mean }) => mean), overall];
  const [fewest, top] = [Math.min(...counts), Math.max(...counts)];
  const low = Math.max(0.5, Math.floor(Math.min(...means) * 2) / 2);
  const high = Math.min(5, Math.ceil(Math.max(...means) * 2) / 2);
  return drawBoth(scatterText(points, options), "full", (width) => {
    const isWide = width > 600;
    const height = isWide ? 440 : 380;
    const radius = isWide ? 4.5 : 4;
    const frame = { left: 56, right: width - (isWide ? 60 : 24), top: 14, bottom: height - 44 };
    // The axis is logarithmic, because few films are common and many are rare. It begins and ends half a
    // step beside the first and the last number, so that dots can lie side by side.
    const [from, to] = [Math.log(fewest - 0.5), Math.log(top + 0.5)];
    const across = (films: number) =>
      frame.left + ((Math.log(films) - from) / (to - from)) * (frame.right - frame.left);
    const up = (mean: number) =>
      frame.bottom - ((mean - low) / Math.max(0.5, high - low)) * (frame.bottom - frame.top);
    const dots = beside(
      points.map((point) => ({ ...point, x: across(point.films), y: up(point.mean) })),
      ({ films }) => [across(films - 0.5), across(films + 0.5)],
      2 * radius,
    );
    type Dot = (typeof dots)[number];
    const wanted = named.flatMap(({ name, href }) =>
      dots.filter((other) => other.name === name && other.href === href),
    );
    const mean = freeOnLine(
      up(overall),
      dots.map((point) => around(point, radius)),
      width,
    );
    const labels = placedLabels(wanted, {
      dots,
      // The text of the mean, and the axis.
      reserved: [mean, { left: 0, right: 44, top: 0, bottom: height }],
      width,
      height: frame.bottom,
      count: isWide ? 14 : 7,
    });
    const isNamed = new Set(labels.map(({ spot }) => spot));
    const stars = Array.from({ length: Math.round((high - low) * 2) + 1 }, (_, i) => low + i / 2);
    return {
      isFine: true,
      height,
      marginTop: frame.top,
      marginBottom: height - frame.bottom,
      marginLeft: frame.left,
      marginRight: width - frame.right,
      x: { type: "identity", axis: null },
      y: { type: "identity", axis: null },
      marks: [
        Plot.ruleY(stars, { y: up, x1: 44, x2: width, stroke: "var(--rule)" }),
        Plot.text(stars, {
          y: up,
          x: 36,
          text: (rating: number) => `${format.decimal(rating)} ★`,
          textAnchor: "end",
        }),
        Plot.ruleY([overall], {
          y: up,
          x1: 44,
          x2: width,
          stroke: "var(--ink-2)",
          strokeDasharray: "4 3",
        }),
        Plot.text([overall], {
          y: (mean.top + mean.bottom) / 2,
          x: mean.right,
          text: () => `your mean ${format.average(overall)}`,
          textAnchor: "end",
          fill: "var(--ink-2)",
          ...halo,
        }),
        Plot.text(filmTicks(fewest, top, { across, room: 34 }), {
          x: across,
          y: frame.bottom + 18,
          text: (films: number) => format.integer(films),
        }),
        Plot.text(["films seen"], {
          x: frame.right,
          y: frame.bottom + 36,
          text: Plot.identity,
          textAnchor: "end",
        }),
        leaderMarks(labels),
        ...namesAt(labels, "var(--ink)"),
        Plot.dot(dots, {
          x: "x",
          y: "y",
          r: radius,
          stroke: "var(--paper)",
          strokeWidth: 0.5,
          fill: (point: Dot) =>
            point.isLit ? "var(--you)" : isNamed.has(point) ? "var(--ink-2)" : "var(--bar)",
          title: value,
          ...(points.some(({ href }) => href) && { href: "href" }),
        }),
      ],
    };
  });
}

function scatterText(points: ScatterPoint[], { title, format, head }: ScatterOptions) {
  const leading = namesOfMost(
    points,
    ({ films }) => films,
    ({ name }) => name,
  );
  const best = soleFirst(points, (point) => point.mean);
  const highest = Math.max(...points.map(({ films }) => films));
  const parts = [
    leading && `Most films, ${format.integer(highest)}, by ${leading}.`,
    best &&
      `Highest mean, ${format.average(best.mean)} of ${format.integer(best.rated)} rated, ${best.name}.`,
  ];
  return {
    title,
    description: parts.filter(Boolean).join(" ") || `Dots for ${format.integer(points.length)}.`,
    table: {
      head: [head, "Films", "Mean rating", "Rated"],
      rows: points.map(({ name, films, mean, rated }) => [
        name,
        films,
        format.average(mean),
        rated,
      ]),
      links: points.map(({ href }) => href),
    },
  };
}

/** Each number of films, in order, if there is room for it. */
function filmTicks(
  from: number,
  to: number,
  { across, room }: { across: (films: number) => number; room: number },
): number[] {
  const ticks: number[] = [];
  for (let films = from; films <= to; films += 1) {
    const last = ticks.at(-1);
    if (last === undefined || across(films) - across(last) >= room) ticks.push(films);
  }
  // If the last two would touch, the last one stays.
  if (ticks.length > 1 && ticks.at(-1) !== to) ticks.splice(-1, 1, to);
  return ticks;
}

/**
 * The place on the line of the mean where its text covers no dot: as far right as possible, above or
 * below.
 */
function freeOnLine(y: number, dots: Box[], width: number): Box {
  const boxes = Array.from({ length: Math.floor((width - 160) / 8) }, (_, i) => width - i * 8)
    .map((right) => ({ left: right - 104, right }))
    .flatMap((sides) => [
      { ...sides, top: y - 16, bottom: y - 4 },
      { ...sides, top: y + 4, bottom: y + 16 },
    ]);
  const [first = { left: 0, right: width, top: y - 16, bottom: y - 4 }] = boxes;
  return boxes.find((box) => isFree(box, dots)) ?? first;
}

/**
 * Moves dots that would cover each other side by side, within half a step of their number: to the nearest
 * free place, or to the one farthest from all others.
 */
function beside<P extends { x: number; y: number }>(
  points: P[],
  stepOf: (point: P) => [left: number, right: number],
  size: number,
): P[] {
  const placed: P[] = [];
  for (const point of points) {
    const [left, right] = stepOf(point);
    const near = placed.filter(({ y }) => Math.abs(y - point.y) < size);
    const places = placesIn(point.x, [left + size / 4, right - size / 4]).map((x) => ({
      x,
      free: Math.min(size, ...near.map((other) => Math.hypot(other.x - x, other.y - point.y))),
    }));
    const freest = Math.max(...places.map(({ free }) => free));
    const x = places.find(({ free }) => free === freest)?.x ?? point.x;
    placed.push({ ...point, x });
  }
  return placed;
}

/** `middle` and places beside it up to the two ends, the nearest first. */
function placesIn(middle: number, [left, right]: [number, number]): number[] {
  const count = Math.ceil(Math.max(0, right - left));
  return Array.from(
    { length: 2 * count + 1 },
    (_, i) => middle + (i % 2 ? 1 : -1) * Math.ceil(i / 2),
  ).filter((x, i) => i === 0 || (x >= left && x <= right));
}
