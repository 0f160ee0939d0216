import * as Plot from "@observablehq/plot";
import { type Day, dayNumber, monthOf, startOfDay } from "../day.ts";
import type { Format } from "../format.ts";
import { type Chart, drawBoth } from "./drawing.ts";
import { halo } from "./texts.ts";

interface Milestone {
  date: Day;
  number: number;
  name: string;
  path: string;
}

export interface CumulativePoint {
  date: Day;
  total: number;
}

/** The running number of viewings as a step line, with milestones, if any, as named points. */
export function cumulativeChart(
  points: CumulativePoint[],
  {
    title,
    format,
    milestones,
    link,
  }: {
    title: string;
    format: Format;
    milestones: Milestone[];
    /** The address of a month, `YYYY-MM`, for a table of months. */
    link: (month: string) => string;
  },
): Chart {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) throw new Error("a cumulative chart needs a point");
  // Without exact dates, a point's place must not reveal its day.
  const at = (day: Day) => new Date(startOfDay(format.exactDates ? day : `${monthOf(day)}-01`));
  const named = milestones.filter(({ date }) => date >= first.date);
  const text = {
    title,
    description: `From ${format.day(first.date)} to ${format.day(last.date)} the diary grew to ${format.count(last.total, "viewing")}.`,
    table: format.exactDates
      ? {
          head: ["Viewing", "Film", "Day"],
          rows: named.map(({ number, name, date }) => [
            format.integer(number),
            name,
            format.day(date),
          ]),
          links: named.map(({ path }) => path),
        }
      : {
          head: ["Month", "Viewings in all"],
          rows: points.map(({ date, total }) => [format.day(date), total]),
          links: points.map(({ date }) => link(monthOf(date))),
        },
  };
  // A label ends at its point, so that of an early point would cross the line.
  const [start, end] = [dayNumber(first.date), dayNumber(last.date)];
  const hasRoomLeft = ({ date }: Milestone) => dayNumber(date) - start > (end - start) / 6;
  return drawBoth(text, "full", (width) => {
    const isWide = width > 600;
    return {
      isFine: true,
      height: isWide ? 300 : 230,
      marginLeft: 44,
      marginRight: 12,
      marginTop: 20,
      marginBottom: 26,
      x: { type: "utc", label: null, ticks: isWide ? 8 : 4, tickSize: 4 },
      y: {
        label: null,
        ticks: 4,
        tickSize: 0,
        grid: true,
        domain: [0, last.total],
        tickFormat: (n: number) => format.integer(n),
      },
      marks: [
        Plot.ruleY([0], { stroke: "var(--ink)" }),
        Plot.line(lastOfPixel(points, width), {
          x: (point: CumulativePoint) => at(point.date),
          y: "total",
          curve: "step-after",
          stroke: "var(--you)",
          strokeWidth: 2,
        }),
        Plot.dot(named, {
          x: ({ date }: Milestone) => at(date),
          y: "number",
          r: 4,
          fill: "var(--paper)",
          stroke: "var(--you)",
          strokeWidth: 2,
          href: "path",
          title: ({ number, name, date }: Milestone) =>
            `Viewing ${format.integer(number)}: ${name}, ${format.day(date)}`,
        }),
        Plot.text(isWide ? apart(named.filter(hasRoomLeft), last.total) : [], {
          x: ({ date }: Milestone) => at(date),
          y: "number",
          text: ({ number, name }: Milestone) => `${format.integer(number)} ${name}`,
          dx: -6,
          dy: -12,
          textAnchor: "end",
          fill: "var(--ink-2)",
          // Over the grid.
          ...halo,
        }),
      ],
    };
  });
}

/** The first point and the last one of each pixel across, because a reader can see no more. */
function lastOfPixel(points: CumulativePoint[], width: number): CumulativePoint[] {
  const days = points.map(({ date }) => dayNumber(date));
  const [start = 0, end = 0] = [days[0], days.at(-1)];
  const pixel = (i: number) => Math.floor((((days[i] ?? 0) - start) / (end - start || 1)) * width);
  return points.filter((_, i) => i === 0 || i === points.length - 1 || pixel(i) < pixel(i + 1));
}

/**
 * The milestones whose labels are at least a line's height apart. If two are closer, the later one
 * stays.
 */
function apart(marks: Milestone[], total: number): Milestone[] {
  const kept: Milestone[] = [];
  for (const mark of marks.toReversed()) {
    const above = kept.at(-1);
    if (!above || (above.number - mark.number) / total > 0.07) kept.push(mark);
  }
  return kept;
}
