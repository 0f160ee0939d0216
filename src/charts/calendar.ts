import * as Plot from "@observablehq/plot";
import { addDays, type Day, dayNumber, monthOf, weekday, weekStart } from "../day.ts";
import type { Format } from "../format.ts";
import { allSteps, dayStarts, type KeyStep, stepFills, stepOf } from "./colourSteps.ts";
import { type Chart, type DrawingOptions, draw, widths } from "./drawing.ts";

interface Cell {
  day: Day;
  viewings: number;
  week: number;
  row: number;
}

export interface DayCalendar extends Chart {
  /** The meaning of each colour, the same in every year. */
  steps: KeyStep[];
}

/**
 * A cell per day of one year, with weeks from left to right. Days after `asOf` are empty, and days that
 * were filled in afterwards are hatched. On a phone the two halves of the year are one below the other;
 * the second appears on its first day.
 */
export function calendarChart(
  perDay: Map<Day, number>,
  {
    title,
    year,
    asOf,
    bulk,
    format,
    link,
    firstDayOfWeek = "monday",
  }: {
    title: string;
    year: number;
    asOf: Day;
    bulk: Set<Day>;
    format: Format;
    link: (day: Day) => string;
    firstDayOfWeek?: "monday" | "sunday";
  },
): DayCalendar {
  const shift = firstDayOfWeek === "sunday" ? 1 : 0;
  const prefix = `${year}`.padStart(4, "0");
  const start = `${prefix}-01-01`;
  const origin = dayNumber(weekStart(addDays(start, shift)));
  const cells: Cell[] = [];
  for (let day = start; day <= `${prefix}-12-31`; day = addDays(day, 1)) {
    cells.push({
      day,
      viewings: perDay.get(day) ?? 0,
      week: Math.floor((dayNumber(day) + shift - origin) / 7),
      row: (weekday(day) + shift) % 7,
    });
  }
  const seen = cells.filter(({ viewings }) => viewings > 0);
  const viewings = seen.reduce((sum, cell) => sum + cell.viewings, 0);
  const text = {
    title,
    description: `${format.count(viewings, "viewing")} on ${format.count(seen.length, "day")} of ${year}.`,
    table: {
      head: ["Day", "Viewings"],
      rows: seen.map((cell) => [format.day(cell.day), cell.viewings]),
      links: seen.map(({ day }) => link(day)),
    },
  };
  const options = (
    shown: Cell[],
    width: number,
    size: number,
  ): DrawingOptions & { width: number } => {
    const first = Math.min(...shown.map(({ week }) => week));
    const last = Math.max(...shown.map(({ week }) => week));
    const weeks = Array.from({ length: Math.max(size, last - first + 1) }, (_, i) => first + i);
    const cell = (width - 40) / weeks.length;
    const months = [...Map.groupBy(shown, ({ day }) => monthOf(day))].flatMap(([month, days]) =>
      days[0]?.day.endsWith("-01") && days[0].day <= asOf ? [{ month, week: days[0].week }] : [],
    );
    return {
      isFine: true,
      width,
      height: Math.round(24 + cell * 7),
      marginTop: 22,
      marginBottom: 2,
      marginLeft: 38,
      marginRight: 2,
      x: { type: "band", domain: weeks, axis: null, padding: 0.12, round: false },
      y: {
        type: "band",
        domain: [0, 1, 2, 3, 4, 5, 6],
        label: null,
        tickSize: 0,
        padding: 0.12,
        round: false,
        ticks: [0, 2, 4, 6],
        tickFormat: (row: number) => format.shortWeekdayName((row - shift + 7) % 7),
      },
      marks: [
        Plot.cell(
          shown.filter(({ day, viewings }) => day <= asOf && viewings === 0),
          { x: "week", y: "row", fill: "var(--step-0)" },
        ),
        Plot.cell(
          shown.filter(({ viewings }) => viewings > 0),
          {
            x: "week",
            y: "row",
            fill: (c: Cell) =>
              bulk.has(c.day) ? "url(#hatch)" : stepFills[stepOf(c.viewings, dayStarts)],
            stroke: (c: Cell) => (bulk.has(c.day) ? "var(--you)" : "none"),
            title: (c: Cell) =>
              `${format.day(c.day)}: ${format.count(c.viewings, "viewing")}` +
              (bulk.has(c.day) ? ", filled in afterwards" : ""),
            href: (c: Cell) => link(c.day),
          },
        ),
        Plot.text(months, {
          x: "week",
          frameAnchor: "top",
          dy: -16,
          dx: -cell / 2,
          textAnchor: "start",
          text: ({ month }: { month: string }) => format.shortMonthName(`${month}-01`),
        }),
      ],
    };
  };
  const half = cells.findIndex(({ day }) => day.slice(5) === "07-01");
  const second = cells.slice(half);
  const hasSecond = second.some(({ day }) => day <= asOf);
  const halves = [cells.slice(0, half), ...(hasSecond ? [second] : [])];
  return {
    ...text,
    steps: allSteps(dayStarts),
    wide: draw(text, options(cells, widths.full, 53)),
    narrow: halves.map((part) => draw(text, options(part, widths.narrow, 27))).join(""),
  };
}
