import * as Plot from "@observablehq/plot";
import { type Day, dayFromNumber, dayNumber } from "../day.ts";
import type { Format } from "../format.ts";
import { dayOfYear, type YearCourse } from "../stats/yearCourses.ts";
import { type Chart, drawBoth } from "./drawing.ts";
import { endLabels } from "./endLabels.ts";
import { halo } from "./texts.ts";

/** The first days of the months of the year that the axis stands for. */
const monthStarts: Day[] = Array.from(
  { length: 12 },
  (_, i) => `2024-${`${i + 1}`.padStart(2, "0")}-01`,
);

/**
 * The running number of viewings in each year: the last one strong, those before it quiet behind it with
 * a dot at the same day, and the even pace of a goal as a broken line.
 */
export function yearCoursesChart(
  courses: YearCourse[],
  {
    title,
    format,
    asOf,
    goal,
    link,
  }: {
    title: string;
    format: Format;
    asOf: Day;
    /** Viewings in the last of the years; null without a goal. */
    goal: number | null;
    /** Undefined for a year without a page. */
    link: (year: number) => string | undefined;
  },
): Chart {
  const current = courses.at(-1);
  if (!current) throw new Error("a chart of years needs a year");
  const before = courses.slice(0, -1);
  const highest = Math.max(1, goal ?? 0, ...courses.map(({ total }) => total));
  const today = current.points.at(-1)?.day ?? dayOfYear(asOf);
  const until = format.exactDates ? format.shortDay(asOf) : format.monthName(asOf);
  const text = {
    title,
    description: `${format.count(current.byDay, "viewing")} in ${current.year}${goal === null ? "" : ` of a goal of ${format.integer(goal)}`}. By the end of the same ${format.exactDates ? "day" : "month"}: ${before.map(({ year, byDay }) => `${format.integer(byDay)} in ${year}`).join(", ") || "no other year"}.`,
    table: {
      head: ["Year", `By ${until}`, "In all"],
      rows: courses
        .toReversed()
        .map(({ year, byDay, total }) => [
          `${year}`,
          byDay,
          year === current.year ? "so far" : format.integer(total),
        ]),
      links: courses.toReversed().map(({ year }) => link(year)),
    },
  };
  return drawBoth(text, "full", (width) => {
    const isWide = width > 600;
    const [height, top, bottom] = [isWide ? 320 : 260, 12, 28];
    const place = (total: number) => height - bottom - (total / highest) * (height - top - bottom);
    const ends = before.map(({ year, total }) => ({
      name: `${year}`,
      y: place(total),
      fill: "var(--ink-2)",
    }));
    // Near the end of the year there is no room on the right of the line.
    const isLate = today > 320;
    if (goal !== null) ends.push({ name: "goal", y: place(goal), fill: "var(--ink-2)" });
    const write = ({ year, byDay }: YearCourse) =>
      `${year}: ${format.count(byDay, "viewing")} by ${until}`;
    const stepsOf = (course: YearCourse, stroke: string, strokeWidth: number) =>
      Plot.line(course.points, { x: "day", y: "total", curve: "step-after", stroke, strokeWidth });
    return {
      isFine: true,
      height,
      marginLeft: 44,
      marginRight: 48,
      marginTop: top,
      marginBottom: bottom,
      x: {
        domain: [0, 366],
        ticks: monthStarts.filter((_, i) => isWide || i % 3 === 0).map(dayOfYear),
        tickFormat: (day: number) =>
          format.shortMonthName(dayFromNumber(dayNumber("2024-01-01") + day)),
        tickSize: 4,
        label: null,
      },
      y: {
        domain: [0, highest],
        ticks: 4,
        tickSize: 0,
        tickFormat: (total: number) => (Number.isInteger(total) ? format.integer(total) : ""),
        grid: true,
        label: null,
      },
      marks: [
        Plot.ruleY([0], { stroke: "var(--ink)" }),
        Plot.ruleX([today], { stroke: "var(--rule-2)", strokeDasharray: "1 3" }),
        ...before.map((course) => stepsOf(byWeek(course), "var(--bar)", 1.25)),
        ...(goal === null
          ? []
          : [
              Plot.line(
                [
                  { day: 0, total: 0 },
                  { day: 366, total: goal },
                ],
                { x: "day", y: "total", stroke: "var(--ink-2)", strokeDasharray: "5 4" },
              ),
            ]),
        stepsOf(current, "var(--you)", 2.5),
        Plot.dot(courses, {
          x: () => today,
          y: "byDay",
          r: (course: YearCourse) => (course === current ? 5 : 3.5),
          fill: (course: YearCourse) => (course === current ? "var(--you)" : "var(--bar)"),
          stroke: "var(--paper)",
          href: ({ year }: YearCourse) => link(year),
          title: write,
          // Plot would draw the largest first.
          sort: null,
        }),
        Plot.text([current], {
          x: () => today,
          y: "byDay",
          text: ({ year }: YearCourse) => `${year}`,
          textAnchor: isLate ? "end" : "start",
          dx: isLate ? -6 : 6,
          // Below the line, unless the axis is there.
          dy: current.byDay / highest < 0.1 ? -14 : 14,
          fill: "var(--you)",
          ...halo,
        }),
        endLabels(ends, { x: width - 42, top, bottom: height - bottom }),
      ],
    };
  });
}

/** The last point of each week: quiet lines of many viewings would make the page heavy. */
const byWeek = (course: YearCourse): YearCourse => ({
  ...course,
  points: [...new Map(course.points.map((point) => [Math.ceil(point.day / 7), point])).values()],
});
