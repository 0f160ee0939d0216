import * as Plot from "@observablehq/plot";
import { type Day, startOfDay, yearOf } from "../day.ts";
import { type Format, stars } from "../format.ts";
import { type Chart, drawBoth } from "./drawing.ts";
import { textWidth } from "./texts.ts";

/** A viewing of the film that the drawing is about. */
export interface ViewingDot {
  date: Day;
  /** As given at the time. */
  rating: number | null;
  /** The address that the dot links to. */
  href: string;
}

/** Room for the stars of the axis, and for half a year's number, CSS pixels. */
const [starsWidth, right] = [66, 24];

/**
 * A dot per viewing of one film: time across, ratings upwards. A viewing without a rating is a hollow dot
 * on the base line.
 *
 * @param viewings at least two, oldest first
 */
export function viewingDotsChart(
  viewings: ViewingDot[],
  { title, format }: { title: string; format: Format },
): Chart {
  const [first, last] = [viewings[0], viewings.at(-1)];
  if (!first || !last) throw new Error("a line of viewings needs a viewing");
  const rated = viewings.filter(({ rating }) => rating !== null);
  const say = ({ date, rating }: ViewingDot) =>
    `${format.day(date)}: ${rating === null ? "not rated" : stars(rating)}`;
  const text = {
    title,
    description: `${format.count(viewings.length, "viewing")}, ${format.range(first.date, last.date)}, ${format.integer(rated.length)} of them rated.`,
    table: {
      head: [format.exactDates ? "Day" : "Month", "Rating"],
      rows: viewings.map(({ date, rating }) => [
        format.day(date),
        rating === null ? "" : stars(rating),
      ]),
      links: viewings.map(({ href }) => href),
    },
  };
  const hasRatings = rated.length > 0;
  const left = hasRatings ? starsWidth : right;
  return drawBoth(text, "half", (width) => {
    const axis = timeAxis(first.date, last.date, { format, width: width - left - right });
    const dots = apart(viewings, axis.perPixel);
    return {
      isFine: true,
      height: hasRatings ? 150 : 50,
      marginLeft: left,
      marginRight: right,
      marginTop: 10,
      marginBottom: 24,
      x: { type: "utc", domain: axis.domain, axis: null },
      y: {
        domain: [0, 5],
        ticks: hasRatings ? [1, 2, 3, 4, 5] : [],
        tickFormat: (rating: number) => stars(rating),
        tickSize: 0,
        label: null,
        grid: true,
      },
      marks: [
        Plot.ruleY([0], { stroke: "var(--ink)" }),
        ...axis.marks.map(({ at, name, anchor }) =>
          Plot.text([name], {
            x: [at],
            text: [name],
            frameAnchor: "bottom",
            dy: 18,
            textAnchor: anchor,
          }),
        ),
        Plot.ruleX(
          axis.marks.map(({ at }) => at),
          { y1: 0, y2: 0, insetBottom: -4, stroke: "var(--ink)" },
        ),
        Plot.dot(dots, {
          x: "at",
          y: ({ rating }: ViewingDot) => rating ?? 0,
          r: 5,
          fill: ({ rating }: ViewingDot) => (rating === null ? "var(--paper)" : "var(--you)"),
          stroke: "var(--you)",
          strokeWidth: 1.5,
          href: "href",
          title: say,
        }),
      ],
    };
  });
}

interface AxisMark {
  at: Date;
  name: string;
  anchor: "start" | "middle" | "end";
}

/** The starts of years between the viewings; with fewer than two, the first and the last day. */
function timeAxis(
  first: Day,
  last: Day,
  { format, width }: { format: Format; width: number },
): { domain: [Date, Date]; marks: AxisMark[]; perPixel: number } {
  const day = (of: Day) => new Date(startOfDay(of));
  const [from, to] = [startOfDay(first), startOfDay(last)];
  const newYears = Array.from(
    { length: yearOf(last) - yearOf(first) },
    (_, i) => yearOf(first) + 1 + i,
  );
  // A single day, or a single month, is in the middle.
  const spare = from === to ? 1 : 0;
  const domain: [Date, Date] = [new Date(from - spare), new Date(to + spare)];
  const perPixel = (to - from + 2 * spare) / width;
  if (newYears.length < 2) {
    const long = textWidth(format.day(first) + format.day(last)) + 8;
    const short = (of: Day) => `${format.shortMonthName(of)} ${yearOf(of)}`;
    const name = long < width ? format.day : short;
    const marks: AxisMark[] = spare
      ? [{ at: day(first), name: name(first), anchor: "middle" }]
      : [
          { at: day(first), name: name(first), anchor: "start" },
          { at: day(last), name: name(last), anchor: "end" },
        ];
    return { domain, marks, perPixel };
  }
  const every = Math.ceil((newYears.length * (textWidth("2024") + 8)) / width);
  return {
    domain,
    marks: newYears
      .filter((year) => year % every === 0)
      .map((year) => ({ at: day(`${year}-01-01`), name: `${year}`, anchor: "middle" })),
    perPixel,
  };
}

/** Moves dots of the same day and rating side by side. */
function apart<Dot extends ViewingDot>(dots: Dot[], perPixel: number): (Dot & { at: Date })[] {
  return dots.map((dot, i) => {
    const before = dots
      .slice(0, i)
      .filter(({ date, rating }) => date === dot.date && rating === dot.rating);
    return { ...dot, at: new Date(startOfDay(dot.date) + before.length * 11 * perPixel) };
  });
}
