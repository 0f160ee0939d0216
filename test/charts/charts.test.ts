import { describe, expect, test } from "vitest";
import { barsChart } from "../../src/charts/bars.ts";
import { calendarChart } from "../../src/charts/calendar.ts";
import {
  dayStarts,
  evenStarts,
  factorStarts,
  keySteps,
  stepOf,
} from "../../src/charts/colourSteps.ts";
import { cumulativeChart } from "../../src/charts/cumulative.ts";
import type { Chart } from "../../src/charts/drawing.ts";
import { monthGridChart } from "../../src/charts/monthGrid.ts";
import { monthsChart } from "../../src/charts/months.ts";
import { ratingHistogramChart } from "../../src/charts/ratingHistogram.ts";
import { ratingsByYearChart } from "../../src/charts/ratingsByYear.ts";
import { anchorWithin, releaseYearsChart, yearTicks } from "../../src/charts/releaseYears.ts";
import { yearsChart } from "../../src/charts/years.ts";
import { createFormat } from "../../src/format.ts";
import { monthRows } from "../../src/stats/months.ts";
import { ratingHistogram } from "../../src/stats/ratings.ts";
import { drawingsIn, textsIn } from "../support/svg.ts";

const format = createFormat();
const link = (to: string | number) => `/x/#${to}`;
const title = "A chart";

function expectSound(chart: Chart) {
  for (const text of [chart.wide, chart.narrow, chart.description]) {
    expect(text).not.toMatch(/NaN|undefined|Infinity|null/);
  }
}

const bars = { title, format, unit: "film", head: ["A", "B"] as [string, string] };

test("bars that lead together are all in colour if the title names them, and none of few things", () => {
  const count = (isNamed: boolean, values: number[]) => {
    const rows = values.map((value, i) => ({ label: "ABCDE".charAt(i), value }));
    const { narrow } = barsChart(rows, { ...bars, isNamed });
    return narrow.match(/<rect [^>]*fill="var\(--you\)"/g)?.length ?? 0;
  };
  const lit = (...values: number[]) => count(true, values);
  expect(lit(4, 2, 1)).toBe(1);
  expect(lit(4, 4, 1)).toBe(2);
  expect(lit(2, 1, 1)).toBe(0);
  expect(count(false, [4, 2, 1])).toBe(0);
});

describe("one row is enough, and nothing but zeros too", () => {
  const zero = { month: "2024-01", viewings: 0, bulk: 0 };
  const calendar = (perDay: Map<string, number>, asOf: string) =>
    calendarChart(perDay, { title, year: 2024, asOf, bulk: new Set(), format, link });
  const point = { date: "2024-01-01", total: 1 };
  const film = { name: "Ran", year: 1985, rating: 5, href: "/" };

  test.each<[string, () => Chart]>([
    ["bars, one", () => barsChart([{ label: "A", value: 1 }], bars)],
    ["bars, zero", () => barsChart([{ label: "A", value: 0 }], bars)],
    ["calendar of 1 January", () => calendar(new Map([["2024-01-01", 1]]), "2024-01-01")],
    ["calendar, nothing seen", () => calendar(new Map(), "2024-12-31")],
    [
      "cumulative, one point",
      () =>
        cumulativeChart([point], {
          title,
          format,
          link,
          milestones: [{ date: point.date, number: 1, name: "Ran", path: "/films/ran-1985/" }],
        }),
    ],
    ["month grid, one", () => monthGridChart([{ ...zero, viewings: 1 }], { title, format, link })],
    ["month grid, zero", () => monthGridChart([zero], { title, format, link })],
    [
      "months, one",
      () => monthsChart([{ ...zero, viewings: 1, bulk: 1 }], { title, format, link }),
    ],
    ["months, zero", () => monthsChart([zero], { title, format, link })],
    ["rating histogram, zero", () => ratingHistogramChart(ratingHistogram([]), { title, format })],
    ["ratings by year, one", () => ratingsByYearChart([film], { title, format, mean: 5 })],
    [
      "release years, one",
      () =>
        releaseYearsChart([{ year: 1919, films: 1 }], { title, format, link, decadeLink: link }),
    ],
    [
      "years, one",
      () =>
        yearsChart(
          [{ year: 2024, viewings: 1, films: 1, rewatches: 0, rated: 0, averageRating: null }],
          {
            title,
            format,
            link,
          },
        ),
    ],
  ])("%s", (_, draw) => {
    const chart = draw();
    expectSound(chart);
    expect(drawingsIn(chart.wide)).toHaveLength(1);
  });
});

describe("calendar", () => {
  const draw = (
    changes: Partial<Parameters<typeof calendarChart>[1]> = {},
    perDay: [string, number][] = [["2023-01-01", 1]],
  ) =>
    calendarChart(new Map(perDay), {
      title,
      year: 2023,
      asOf: "2024-06-30",
      bulk: new Set(),
      format,
      link,
      ...changes,
    });
  const cells = (svg: string) => drawingsIn(svg).map((one) => one.querySelectorAll("rect").length);

  test("has a cell for each day of the year up to that it is made for, and room for all", () => {
    expect(cells(draw().wide)).toEqual([365]);
    expect(cells(draw({ year: 2020 }).wide)).toEqual([366]);
    const running = draw({ year: 2024 });
    // January to June.
    expect(cells(running.wide)).toEqual([31 + 29 + 31 + 30 + 31 + 30]);
    expect(textsIn(running.wide)).toEqual(
      expect.arrayContaining(["Jan", "Feb", "Mar", "Apr", "May", "Jun"]),
    );
    expect(textsIn(running.wide)).not.toContain("Jul");
  });

  test("gives a phone the halves of the year under one another", () => {
    // January to June has 181 days, July to December 184.
    expect(cells(draw().narrow)).toEqual([181, 184]);
    expect(cells(draw({ asOf: "2023-07-01" }).narrow)).toEqual([181, 1]);
    expect(cells(draw({ asOf: "2023-06-30" }).narrow)).toEqual([181]);
  });

  test("colours 1, 2, 3 and more viewings alike in every year, and its key says so", () => {
    const fills = ({ wide }: Chart) =>
      Array.from(wide.matchAll(/<a [^>]*><rect[^>]* fill="([^"]+)"/g), ([, fill]) => fill);
    const [one, two, three, four] = [1, 2, 3, 4].map((step) => `var(--step-${step})`);
    const days = (...counts: number[]): [string, number][] =>
      counts.map((count, i) => [`2023-05-0${i + 1}`, count]);
    expect(fills(draw({}, days(1, 2, 3, 4, 9)))).toEqual([one, two, three, four, four]);
    // A year of days with one, and a year of days with three.
    expect(fills(draw({}, days(1, 1, 1, 3)))).toEqual([one, one, one, three]);
    expect(fills(draw({}, days(3, 3, 3)))).toEqual([three, three, three]);
    expect(draw().steps).toEqual([
      { step: 0, from: 1, to: 1 },
      { step: 1, from: 2, to: 2 },
      { step: 2, from: 3, to: 3 },
      { step: 3, from: 4, to: null },
    ]);
  });

  test("begins its weeks where the owner's begin", () => {
    // 1 January 2023 was a Sunday: the last row of the first week, or the first row.
    const y = (svg: string) => Number(/<a [^>]*><rect[^>]* y="([\d.]+)"/.exec(svg)?.[1]);
    const x = (svg: string) => Number(/<a [^>]*><rect[^>]* x="([\d.]+)"/.exec(svg)?.[1]);
    const [monday, sunday] = [draw().wide, draw({ firstDayOfWeek: "sunday" }).wide];
    expect(y(monday)).toBeGreaterThan(y(sunday));
    expect(x(monday)).toBe(x(sunday));
    expect(textsIn(monday).slice(0, 4)).toEqual(["Mon", "Wed", "Fri", "Sun"]);
    expect(textsIn(sunday).slice(0, 4)).toEqual(["Sun", "Tue", "Thu", "Sat"]);
  });

  test("says which days were filled in afterwards", () => {
    expect(draw({ bulk: new Set(["2023-01-01"]) }).wide).toContain(
      "<title>1 January 2023: 1 viewing, filled in afterwards</title>",
    );
  });
});

test("a cumulative chart of nothing is refused, since there is nothing to draw", () => {
  expect(() => cumulativeChart([], { title, format, link, milestones: [] })).toThrow(
    "needs a point",
  );
});

test("with exact dates withheld neither text nor place gives a day away", () => {
  const draw = (date: string) =>
    cumulativeChart(
      [
        { date: "2024-01-01", total: 1 },
        { date, total: 2 },
      ],
      {
        title,
        format: createFormat({ exactDates: false }),
        link,
        milestones: [{ date, number: 2, name: "Ran", path: "/" }],
      },
    );
  expect(draw("2024-03-04")).toEqual(draw("2024-03-28"));
});

test("hundreds of months are drawn, and the axis names the years alone", () => {
  const rows = monthRows([{ date: "2001-05-05" }, { date: "2026-10-31" }], {
    from: "2001-05",
    to: "2026-10",
  });
  const chart = monthsChart(rows, { title, format, link });
  expectSound(chart);
  expect(chart.description).toContain("in 306 months");
  // 25 Januaries, and the one number on the fullest month.
  expect(textsIn(chart.wide)).toEqual([
    ...Array.from({ length: 25 }, (_, i) => `${2002 + i}`),
    "1",
  ]);
});

test("a label near an end of the axis stays inside the drawing", () => {
  expect([0, 9, 10, 90, 91, 100].map((value) => anchorWithin(value, 0, 100))).toEqual([
    "start",
    "start",
    "middle",
    "middle",
    "end",
    "end",
  ]);
  expect(anchorWithin(5, 5, 5)).toBe("middle");
});

test("films of one year and rating stand beside each other inside the drawing", () => {
  const films = Array.from({ length: 12 }, (_, i) => ({
    name: `Film ${i}`,
    year: i < 11 ? 1985 : 1990,
    rating: 4,
    href: "/",
  }));
  const chart = ratingsByYearChart(films, { title, format, mean: 3 });
  for (const [svg, width] of [
    [chart.wide, 1040],
    [chart.narrow, 328],
  ] as const) {
    const places = Array.from(svg.matchAll(/<circle[^>]*? cx="([^"]+)"/g), ([, x]) => Number(x));
    expect(new Set(places).size).toBe(12);
    expect(Math.min(...places)).toBeGreaterThanOrEqual(40);
    expect(Math.max(...places)).toBeLessThanOrEqual(width - 24);
  }
});

test("a career names few films, whole where there is room, away from the mean and the dots", () => {
  const films = Array.from({ length: 24 }, (_, i) => ({
    name: `The Adventures of Number ${i}`,
    year: 1950 + i,
    rating: 5 - (i % 4) / 2,
    href: "/",
  }));
  const mean = 4.4;
  const chart = ratingsByYearChart(films, { title, format, mean });
  for (const [svg, most] of [
    [chart.wide, 10],
    [chart.narrow, 4],
  ] as const) {
    const [drawing] = drawingsIn(svg);
    const lineAt = Number(drawing?.querySelector("[stroke-dasharray] line")?.getAttribute("y1"));
    const names = [...(drawing?.querySelectorAll("text") ?? [])].filter((name) =>
      name.textContent?.startsWith("The Adv"),
    );
    expect(names.length).toBeGreaterThan(0);
    expect(names.length).toBeLessThanOrEqual(most);
    for (const name of names) {
      const moves = [name, name.closest("g")].map((of) =>
        Number(/,([-\d.]+)\)/.exec(of?.getAttribute("transform") ?? "")?.[1] ?? 0),
      );
      expect(Math.abs((moves[0] ?? 0) + (moves[1] ?? 0) - lineAt)).toBeGreaterThan(7);
    }
  }
  expect(chart.wide).toContain("The Adventures of Number 0<");
});

describe("steps of colour", () => {
  const stepsOf = (counts: number[], starts = dayStarts) =>
    counts.map((count) => stepOf(count, starts));

  test("begin at their starts, and the last has no end", () => {
    expect(stepsOf([1, 2, 3, 4, 5, 400])).toEqual([0, 1, 2, 3, 3, 3]);
    expect(stepsOf([1, 9, 10, 99, 100], [1, 2, 10, 100])).toEqual([0, 1, 2, 2, 3]);
  });

  test("are in the key where they hold something", () => {
    expect(keySteps([1, 2, 10, 100], [50, 273, 1, 1])).toEqual([
      { step: 0, from: 1, to: 1 },
      { step: 2, from: 10, to: 99 },
      { step: 3, from: 100, to: null },
    ]);
    expect(keySteps(dayStarts, [])).toEqual([]);
  });

  test("of months are even and round, the last for about the highest quarter", () => {
    // The sixth of eight is 16, a third of it 5.3.
    expect(evenStarts([1, 5, 7, 8, 12, 16, 19, 70])).toEqual([1, 5, 10, 15]);
    // 29 / 3 = 9.7
    expect(evenStarts([29, 29, 29, 29])).toEqual([1, 10, 20, 30]);
    // 6 / 3 = 2
    expect(evenStarts([2, 4, 6, 22])).toEqual([1, 2, 4, 6]);
  });

  test("of months do not collapse where most are alike", () => {
    expect(evenStarts([1, 1, 1, 1, 1, 2, 3, 4])).toEqual([1, 2, 3, 4]);
    expect(evenStarts([])).toEqual([1, 2, 3, 4]);
  });

  test("of countries grow by factors, as far as the highest count needs", () => {
    expect([9, 10, 99, 100, 999, 1000].map(factorStarts)).toEqual([
      [1, 2, 3, 5],
      [1, 2, 5, 20],
      [1, 2, 5, 20],
      [1, 2, 10, 100],
      [1, 2, 10, 100],
      [1, 10, 100, 1000],
    ]);
  });
});

describe("month grid", () => {
  const month = (of: number, viewings: number, bulk = 0) => ({
    month: `2024-${`${of}`.padStart(2, "0")}`,
    viewings,
    bulk,
  });

  test("says what its colours stand for, filled-in days aside", () => {
    // Ordinary: 2, 4, 6 and 22; the third of four is 6, so the steps are of 2 and nothing is 1.
    const grid = monthGridChart([month(1, 2), month(2, 4), month(3, 26, 20), month(4, 22)], {
      title,
      format,
      link,
    });
    expect(grid.steps).toEqual([
      { step: 1, from: 2, to: 3 },
      { step: 2, from: 4, to: 5 },
      { step: 3, from: 6, to: null },
    ]);
    const fills = Array.from(grid.wide.matchAll(/<rect[^>]* fill="([^"]+)"/g), ([, fill]) => fill);
    expect(fills).toEqual([2, 3, 4, 4].map((step) => `var(--step-${step})`));
  });

  test("has no key where every viewing was filled in afterwards", () => {
    expect(monthGridChart([month(1, 12, 12)], { title, format, link }).steps).toEqual([]);
  });
});

describe("months of one year", () => {
  const axis = Array.from({ length: 12 }, (_, i) => `2024-${`${i + 1}`.padStart(2, "0")}`);
  const rows = [
    { month: "2024-01", viewings: 2, bulk: 0 },
    { month: "2024-02", viewings: 5, bulk: 0 },
  ];
  const chart = monthsChart(rows, { title, format, link, axis, fullest: "2024-02" });

  test("have room for those to come, which are in no figure", () => {
    // Two values, then the letters from January to December, and no year under them.
    expect(textsIn(chart.wide)).toEqual(["2", "5", ..."JFMAMJJASOND"]);
    expect(textsIn(chart.narrow)).toEqual(["2", "5", ..."JFMAMJJASOND"]);
    // Twelve bands on 1032 pixels are no wider than 86.
    const [, width] = /<rect[^>]* width="([\d.]+)"/.exec(chart.wide) ?? [];
    expect(Number(width)).toBeLessThan(86);
    expect(chart.description).toBe("7 viewings in 2 months; most, 5, in February 2024.");
    expect(chart.table.rows).toHaveLength(2);
  });

  test("are quiet but for the fullest", () => {
    const fills = Array.from(chart.wide.matchAll(/<rect[^>]* fill="([^"]+)"/g), ([, fill]) => fill);
    expect(fills).toEqual(["var(--bar)", "var(--you)"]);
    const none = monthsChart(rows, { title, format, link, axis, fullest: null });
    expect(none.wide).not.toContain("var(--you)");
  });

  test("show what was filled in afterwards as a hollow foot of its height", () => {
    const filled = monthsChart([{ month: "2024-01", viewings: 20, bulk: 15 }], {
      title,
      format,
      link,
      axis,
      fullest: "2024-01",
    });
    const heights = Array.from(
      filled.wide.matchAll(/<rect[^>]* height="([\d.]+)"/g),
      ([, height]) => Number(height),
    );
    const [all = 0, foot = 0] = heights;
    // An outline of one pixel lies within.
    expect((foot + 1) / all).toBeCloseTo(15 / 20, 2);
    expect(filled.wide).toMatch(
      /fill="var\(--paper\)"[^>]*stroke="var\(--bar\)"|stroke="var\(--bar\)"[^>]*fill="var\(--paper\)"/,
    );
  });
});

test("ratings are quiet but for the one that the title speaks of", () => {
  const rows = ratingHistogram([{ rating: 4 }, { rating: 4 }, { rating: 2.5 }]);
  const lit = (chart: { wide: string }) =>
    Array.from(chart.wide.matchAll(/fill="var\(--you\)"[^>]*><title>([^<]+)/g), ([, said]) => said);
  expect(lit(ratingHistogramChart(rows, { title, format, lit: 4 }))).toEqual(["★★★★: 2 films"]);
  expect(lit(ratingHistogramChart(rows, { title, format }))).toEqual([]);
});

test("an axis of years has more than one of them, also on a phone over a long career", () => {
  // 1954 to 2020 on 186 pixels: steps of 20 would crowd it, of 50 leave 2000 alone.
  expect(yearTicks(1954, 2020, 186)).toEqual([1975, 2000]);
});
