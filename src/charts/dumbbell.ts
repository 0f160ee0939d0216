import * as Plot from "@observablehq/plot";
import type { Format } from "../format.ts";
import { soleFirst } from "../stats/finding.ts";
import { type Chart, drawBoth } from "./drawing.ts";
import { wholeBands } from "./targets.ts";
import { halo } from "./texts.ts";

/** Two means of the same films, in stars. */
export interface Dumbbell {
  name: string;
  /** How many films, or viewings, both means are over. */
  films: number;
  you: number;
  other: number;
  /** The address that the row links to. */
  href?: string;
}

/** Room for the differences, CSS pixels, with a gap to the values. */
const differenceWidth = 54;
/** Beside the outermost dots, and the least between the two names above the first row, CSS pixels. */
const [inset, leastGap] = [30, 14];

interface DumbbellOptions {
  title: string;
  format: Format;
  /** The name of the other mean: "TMDB voters" */
  other: string;
  /** What a row is: "Genre" */
  head: string;
  /** What the means are over: "film" */
  unit?: string;
  /** Room for the names, CSS pixels. */
  labelWidth?: number;
}

/** Per row two dots with their values on one scale of stars, and the difference at the end. */
export function dumbbellChart(rows: Dumbbell[], options: DumbbellOptions): Chart {
  const { format, other, labelWidth = 112, unit = "film" } = options;
  const [top] = rows;
  if (!top) throw new Error("a dumbbell chart needs a row");
  const values = rows.flatMap((row) => [row.you, row.other]);
  // To the next half star, so that the grid has lines on both sides.
  const from = Math.floor(Math.min(...values) * 2 - 0.1) / 2;
  const to = Math.ceil(Math.max(...values) * 2 + 0.1) / 2;
  const isAbove = (row: Dumbbell) => row.you >= row.other;
  const side = (of: "you" | "other", isRight: boolean) => ({
    x: of,
    y: "name",
    text: (row: Dumbbell) => format.average(row[of]),
    textAnchor: isRight ? ("start" as const) : ("end" as const),
    dx: isRight ? 9 : -9,
    fill: of === "you" ? "var(--you)" : "var(--other)",
    // Over the grid.
    ...halo,
  });
  const headsApart = (width: number) => {
    const room = width - labelWidth - differenceWidth - 2 * inset;
    return (Math.abs(difference(top)) / (to - from)) * room;
  };
  // The names begin at their dots, or farther apart if the dots are too close.
  const sideName = (of: "you" | "other", name: string, isRight: boolean, width: number) => ({
    ...side(of, isRight),
    text: () => name,
    dx: Math.max(-5, (leastGap - headsApart(width)) / 2) * (isRight ? 1 : -1),
    dy: -20,
  });
  const below = rows.filter((row) => !isAbove(row));
  const above = rows.filter(isAbove);
  return drawBoth(dumbbellText(rows, options), "half", (width) => ({
    height: 44 + rows.length * 28,
    marginTop: 22,
    marginBottom: 22,
    marginLeft: labelWidth,
    marginRight: differenceWidth,
    x: {
      domain: [from, to],
      insetLeft: inset,
      insetRight: inset,
      axis: null,
    },
    y: { type: "band", domain: rows.map(({ name }) => name), axis: null, padding: 0 },
    marks: [
      Plot.gridX(halfStars(from, to), { stroke: "var(--rule)", strokeOpacity: 1 }),
      Plot.axisX(halfStars(from, to).filter(Number.isInteger), {
        label: null,
        tickSize: 0,
        tickFormat: (stars: number) => `${stars} ★`,
      }),
      Plot.text([top], sideName("you", "you", isAbove(top), width)),
      Plot.text([top], sideName("other", other, !isAbove(top), width)),
      Plot.ruleY(rows, {
        y: "name",
        x1: "you",
        x2: "other",
        stroke: "var(--bar)",
        strokeWidth: 2,
      }),
      Plot.dot(rows, {
        x: "other",
        y: "name",
        r: 4.5,
        fill: "var(--paper)",
        stroke: "var(--other)",
        strokeWidth: 2,
      }),
      Plot.dot(rows, { x: "you", y: "name", r: 5, fill: "var(--you)" }),
      Plot.text(above, side("you", true)),
      Plot.text(above, side("other", false)),
      Plot.text(below, side("you", false)),
      Plot.text(below, side("other", true)),
      Plot.text(rows, {
        y: "name",
        frameAnchor: "left",
        text: "name",
        textAnchor: "start",
        dx: -labelWidth,
        fill: "var(--ink)",
      }),
      Plot.text(rows, {
        y: "name",
        frameAnchor: "right",
        text: (row: Dumbbell) => format.change(difference(row)),
        textAnchor: "end",
        dx: differenceWidth,
        fill: "var(--ink)",
      }),
      wholeBands(rows, {
        y: "name",
        insetLeft: -labelWidth,
        insetRight: -differenceWidth,
        title: (row) =>
          `${row.name}: you ${format.average(row.you)}, ${other} ${format.average(row.other)}, over ${format.count(row.films, unit)}`,
        ...(rows.some(({ href }) => href) && { href: ({ href }: Dumbbell) => href }),
      }),
    ],
  }));
}

function dumbbellText(
  rows: Dumbbell[],
  { title, format, other, head, unit = "film" }: DumbbellOptions,
) {
  const furthest = soleFirst(rows, (row) => Math.abs(difference(row)));
  return {
    title,
    description: furthest
      ? `You and ${other}: furthest apart at ${furthest.name}, ${format.average(furthest.you)} and ${format.average(furthest.other)} over ${format.count(furthest.films, unit)}.`
      : `You and ${other}.`,
    table: {
      head: [head, "You", other, "Difference", `${unit[0]?.toUpperCase()}${unit.slice(1)}s`],
      rows: rows.map((row) => [
        row.name,
        format.average(row.you),
        format.average(row.other),
        format.change(difference(row)),
        row.films,
      ]),
      links: rows.map(({ href }) => href),
    },
  };
}

const difference = (row: Dumbbell): number => row.you - row.other;

const halfStars = (from: number, to: number): number[] =>
  Array.from({ length: Math.round((to - from) * 2) + 1 }, (_, i) => from + i / 2);
