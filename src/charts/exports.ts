import * as Plot from "@observablehq/plot";
import { type Day, startOfDay } from "../day.ts";
import type { Format } from "../format.ts";
import type { HistoryLine } from "../letterboxd/history.ts";
import { type Chart, drawBoth } from "./drawing.ts";
import { endLabels } from "./endLabels.ts";

type Count = "films" | "viewings" | "rated" | "likes" | "watchlist";

const drawn: [key: Count, name: string][] = [
  ["films", "films"],
  ["viewings", "viewings"],
  ["likes", "likes"],
  ["watchlist", "watchlist"],
];

const changes: [key: keyof HistoryLine, name: string][] = [
  ["newFilms", "New films"],
  ["newViewings", "New viewings"],
  ["changedRatings", "Ratings changed"],
  ["seenFromWatchlist", "Seen from the watchlist"],
];

/** What the exports contained, a dot for each and a line for each count; at least two exports. */
export function exportsChart(
  rows: HistoryLine[],
  {
    title,
    format,
    hasWatchlist,
    link,
  }: {
    title: string;
    format: Format;
    /** Whether the columns of the watchlist are shown. */
    hasWatchlist: boolean;
    /** The address of an export's day; undefined if the diary has no such page. */
    link: (day: Day) => string | undefined;
  },
): Chart {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || first === last) throw new Error("a chart of exports needs two");
  const isShown = (key: keyof HistoryLine) =>
    (hasWatchlist || !/watchlist/i.test(key)) && rows.some((row) => row[key] !== null);
  const lines = drawn.filter(([key]) => isShown(key));
  const columns = changes.filter(([key]) => isShown(key));
  const whole = (value: unknown) => (typeof value === "number" ? format.integer(value) : "–");
  const text = {
    title,
    description: `From ${format.day(first.date)} to ${format.day(last.date)}: ${format.integer(first.films)} to ${format.count(last.films, "film")}, ${format.integer(first.viewings)} to ${format.count(last.viewings, "viewing")}.`,
    table: {
      head: [
        "Export",
        ...[...lines, ["rated", "rated"] as const].map(([, name]) => capital(name)),
        "Average",
        ...columns.map(([, name]) => name),
      ],
      rows: rows
        .toReversed()
        .map((row) => [
          format.day(row.date),
          ...[...lines, ["rated", ""] as const].map(([key]) => whole(row[key])),
          row.average === null ? "–" : format.average(row.average),
          ...columns.map(([key]) => whole(row[key])),
        ]),
      links: rows.toReversed().map(({ date }) => link(date)),
    },
  };
  const points = lines.flatMap(([key, name]) =>
    rows.flatMap((row) => (row[key] === null ? [] : [{ name, date: row.date, count: row[key] }])),
  );
  type Point = (typeof points)[number];
  const highest = Math.max(1, ...points.map(({ count }) => count));
  const colour = (name: string) => (name === "films" ? "var(--you)" : "var(--bar)");
  return drawBoth(text, "full", (width) => {
    const isWide = width > 600;
    const [height, top, bottom] = [isWide ? 272 : 242, 12, 38];
    const ends = lines.map(([, name]) => {
      const count = points.findLast((point) => point.name === name)?.count ?? 0;
      return {
        name,
        y: height - bottom - (count / highest) * (height - top - bottom),
        fill: name === "films" ? "var(--you)" : "var(--ink-2)",
      };
    });
    return {
      isFine: true,
      height,
      marginLeft: 44,
      marginRight: 76,
      marginTop: top,
      marginBottom: bottom,
      x: { type: "utc", label: null, ticks: isWide ? 8 : 3, tickSize: 4 },
      y: {
        domain: [0, highest],
        ticks: 4,
        tickSize: 0,
        grid: true,
        label: null,
        tickFormat: (count: number) => (Number.isInteger(count) ? format.integer(count) : ""),
      },
      marks: [
        Plot.ruleY([0], { stroke: "var(--ink)" }),
        Plot.line(points, {
          x: ({ date }: Point) => new Date(startOfDay(date)),
          y: "count",
          z: "name",
          stroke: ({ name }: Point) => colour(name),
          strokeWidth: 1.75,
        }),
        Plot.dot(points, {
          x: ({ date }: Point) => new Date(startOfDay(date)),
          y: "count",
          r: 3.5,
          fill: ({ name }: Point) => colour(name),
          stroke: "var(--paper)",
          title: ({ name, date, count }: Point) =>
            `${format.day(date)}: ${format.integer(count)} ${name === "watchlist" ? "on the watchlist" : name}`,
          href: ({ date }: Point) => link(date),
        }),
        endLabels(ends, { x: width - 70, top, bottom: height - bottom }),
      ],
    };
  });
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
