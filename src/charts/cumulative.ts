import * as Plot from "@observablehq/plot";
import { type Day, dayNumber, monthOf } from "../day.ts";
import type { Format } from "../format.ts";
import { type Chart, drawBoth } from "./drawing.ts";
import { anchorWithin } from "./releaseYears.ts";

export interface CumulativePoint {
  date: Day;
  total: number;
}

/** The running number of viewings as a step line, with milestones as named points. */
export function cumulativeChart(
  points: CumulativePoint[],
  {
    title,
    format,
    milestones,
  }: {
    title: string;
    format: Format;
    milestones: { date: Day; number: number; name: string; path: string }[];
  },
): Chart {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) throw new Error("a cumulative chart needs a point");
  // With exact dates withheld, a point's place must not give its day away either.
  const at = (day: Day) =>
    new Date(dayNumber(format.exactDates ? day : `${monthOf(day)}-01`) * 86_400_000);
  const named = milestones.filter(({ date }) => date >= first.date);
  const text = {
    title,
    description: `From ${format.day(first.date)} to ${format.day(last.date)} the diary grew to ${format.count(last.total, "viewing")}.`,
    table: {
      head: ["Viewing", "Film", "Day"],
      rows: named.map(({ number, name, date }) => [format.integer(number), name, format.day(date)]),
    },
  };
  return drawBoth(text, "full", (width) => {
    const isWide = width > 600;
    return {
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
        Plot.line(points, {
          x: (point: CumulativePoint) => at(point.date),
          y: "total",
          curve: "step-after",
          stroke: "var(--you)",
          strokeWidth: 2,
        }),
        Plot.dot(named, {
          x: ({ date }: (typeof named)[number]) => at(date),
          y: "number",
          r: 4,
          fill: "var(--paper)",
          stroke: "var(--you)",
          strokeWidth: 2,
          href: "path",
          title: ({ number, name, date }: (typeof named)[number]) =>
            `Viewing ${format.integer(number)}: ${name}, ${format.day(date)}`,
        }),
        ...named.map((mark) =>
          Plot.text(isWide ? [mark] : [], {
            x: at(mark.date),
            y: mark.number,
            text: [`${format.integer(mark.number)} ${mark.name}`],
            dy: -12,
            dx:
              anchorWithin(dayNumber(mark.date), dayNumber(first.date), dayNumber(last.date)) ===
              "start"
                ? 6
                : -6,
            textAnchor:
              anchorWithin(dayNumber(mark.date), dayNumber(first.date), dayNumber(last.date)) ===
              "start"
                ? "start"
                : "end",
            fill: "var(--ink-2)",
          }),
        ),
      ],
    };
  });
}
