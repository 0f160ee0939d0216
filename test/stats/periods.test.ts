import { describe, expect, test } from "vitest";
import { addDays } from "../../src/day.ts";
import { viewingsPerDay } from "../../src/stats/bulkDays.ts";
import { mainPeriod } from "../../src/stats/mainPeriod.ts";
import { milestones } from "../../src/stats/milestones.ts";
import { addMonths, monthRows, monthsBetween } from "../../src/stats/months.ts";
import { periodRows } from "../../src/stats/periods.ts";
import { weekdayRows } from "../../src/stats/weekdays.ts";
import { yearRows, yearSoFar } from "../../src/stats/years.ts";
import { makeLedger, onDays } from "../support/libraryMaker.ts";

describe("years", () => {
  const { viewings } = makeLedger([
    {
      name: "A",
      rating: 1,
      viewings: [
        { on: "2022-12-31", rating: 4 },
        { on: "2024-01-01", rating: 3, rewatch: true },
        { on: "2024-05-01", rewatch: true },
      ],
    },
    { name: "B", rating: 1, viewings: [{ on: "2024-02-29", rating: 4.5 }] },
  ]);

  test("count viewings, distinct films and rewatches, and leave out years without any", () => {
    expect(yearRows(viewings)).toEqual([
      { year: 2022, viewings: 1, films: 1, rewatches: 0, rated: 1, averageRating: 4 },
      // (3 + 4.5) / 2: the viewings' own ratings, neither the missing one nor the films' 1.
      { year: 2024, viewings: 3, films: 2, rewatches: 2, rated: 2, averageRating: 3.75 },
    ]);
  });

  test("have no average when no viewing was rated", () => {
    const unrated = makeLedger([{ name: "A", rating: 5, viewings: ["2024-01-01"] }]);
    expect(yearRows(unrated.viewings)[0]?.averageRating).toBeNull();
    expect(yearRows([])).toEqual([]);
  });
});

describe("this year so far", () => {
  test("ends on the as-of day, last year on the same day", () => {
    const viewings = onDays(
      "2023-01-01",
      "2023-05-04",
      "2023-05-05",
      "2024-05-04",
      "2024-05-05",
      "2022-05-04",
    );
    expect(yearSoFar(viewings, "2024-05-04")).toEqual({ year: 2024, soFar: 1, before: 2 });
  });

  test("on 29 February is compared with 28 February", () => {
    const viewings = onDays("2023-02-28", "2023-03-01", "2024-02-28", "2024-02-29", "2024-03-01");
    expect(yearSoFar(viewings, "2024-02-29")).toEqual({ year: 2024, soFar: 2, before: 1 });
  });

  test("on 28 February after a leap year leaves 29 February out", () => {
    const viewings = onDays("2024-02-28", "2024-02-29", "2025-02-28");
    expect(yearSoFar(viewings, "2025-02-28")).toEqual({ year: 2025, soFar: 1, before: 1 });
  });
});

describe("months", () => {
  test("between two months are there even when nothing was seen", () => {
    const rows = monthRows(onDays("2023-11-30", "2024-02-01", "2024-02-29"), {
      from: "2023-11",
      to: "2024-02",
    });
    expect(rows).toEqual([
      { month: "2023-11", viewings: 1, bulk: 0 },
      { month: "2023-12", viewings: 0, bulk: 0 },
      { month: "2024-01", viewings: 0, bulk: 0 },
      { month: "2024-02", viewings: 2, bulk: 0 },
    ]);
  });

  test("count viewings of filled-in days separately, and leave out viewings outside the range", () => {
    const viewings = onDays("2023-12-31", "2024-01-05", "2024-01-05", "2024-01-06", "2024-02-01");
    expect(
      monthRows(viewings, { from: "2024-01", to: "2024-01", bulk: new Set(["2024-01-05"]) }),
    ).toEqual([{ month: "2024-01", viewings: 3, bulk: 2 }]);
  });

  test("are counted over the end of a year, both ways", () => {
    expect(addMonths("2023-12", 1)).toBe("2024-01");
    expect(addMonths("2024-01", -1)).toBe("2023-12");
    expect(addMonths("2024-01", -25)).toBe("2021-12");
    expect(addMonths("0999-12", 1)).toBe("1000-01");
  });

  test("end with the last one, even the last a date can have", () => {
    expect(monthsBetween("2024-03", "2024-02")).toEqual([]);
    expect(monthsBetween("9999-11", "9999-12")).toEqual(["9999-11", "9999-12"]);
  });
});

describe("periods", () => {
  const { viewings } = makeLedger([
    // 29 December 2023 is a Friday, 1 January 2024 a Monday.
    {
      name: "A",
      viewings: [
        { on: "2023-12-29", rating: 4 },
        { on: "2024-01-07", rating: 3 },
      ],
    },
    { name: "B", viewings: [{ on: "2023-12-31", rating: 2 }, "2024-01-15"] },
  ]);
  const rows = (unit: "year" | "month" | "week") =>
    periodRows(viewings, {
      unit,
      from: "2023-12-29",
      to: "2024-01-15",
      // Only A's runtime is known.
      runtime: ({ film }) => (film.name === "A" ? 90 : null),
    });

  test("of a week begin on Monday, and the empty one is there", () => {
    expect(rows("week")).toEqual([
      {
        period: "2023-12-25",
        viewings: 2,
        rated: 2,
        averageRating: 3,
        spread: null,
        timed: 1,
        minutes: 90,
      },
      {
        period: "2024-01-01",
        viewings: 1,
        rated: 1,
        averageRating: 3,
        spread: null,
        timed: 1,
        minutes: 90,
      },
      {
        period: "2024-01-08",
        viewings: 0,
        rated: 0,
        averageRating: null,
        spread: null,
        timed: 0,
        minutes: 0,
      },
      {
        period: "2024-01-15",
        viewings: 1,
        rated: 0,
        averageRating: null,
        spread: null,
        timed: 0,
        minutes: 0,
      },
    ]);
  });

  test.each(["month", "year"] as const)("of a %s hold the same viewings", (unit) => {
    const [first, second] = unit === "month" ? ["2023-12", "2024-01"] : ["2023", "2024"];
    expect(rows(unit)).toEqual([
      {
        period: first,
        viewings: 2,
        rated: 2,
        averageRating: 3,
        spread: null,
        timed: 1,
        minutes: 90,
      },
      {
        period: second,
        viewings: 2,
        rated: 1,
        averageRating: 3,
        spread: null,
        timed: 1,
        minutes: 90,
      },
    ]);
  });
});

test("weekdays begin with Monday", () => {
  // 4 March 2024 was a Monday, 29 February 2024 a Thursday, 31 December 1969 a Wednesday.
  const viewings = onDays("2024-03-04", "2024-03-11", "2024-02-29", "2024-03-10", "1969-12-31");
  expect(weekdayRows(viewings).map((row) => row.viewings)).toEqual([2, 0, 1, 1, 0, 0, 1]);
});

test("days come in order with their number of viewings", () => {
  expect([...viewingsPerDay(onDays("2024-03-02", "2024-03-01", "2024-03-02"))]).toEqual([
    ["2024-03-01", 1],
    ["2024-03-02", 2],
  ]);
});

test("milestones are the 1st, 50th, 100th and every 250th viewing", () => {
  const { viewings } = makeLedger([
    {
      name: "A",
      viewings: Array.from({ length: 1600 }, (_, i) => addDays("2015-01-01", i)),
    },
  ]);
  const marks = milestones(viewings);
  expect(marks.map(({ number }) => number)).toEqual([1, 50, 100, 250, 500, 750, 1000, 1250, 1500]);
  // The 100th day from 1 January is 31 + 28 + 31 + 10 days on: 10 April.
  expect(marks[2]?.viewing.date).toBe("2015-04-10");
});

describe("main period", () => {
  const diary = (count: number) =>
    onDays(...Array.from({ length: count }, (_, i) => addDays("2024-01-01", i)));

  test("leaves out a typing slip of 1919", () => {
    const [slip, rest] = [onDays("1919-04-05"), diary(99)];
    expect(mainPeriod([...slip, ...rest])).toEqual({ before: slip, main: rest });
  });

  test("leaves out at most one viewing in a hundred", () => {
    // 1 of 99 is more than one in a hundred; so are 2 of 199, but 2 of 200 are not.
    expect(mainPeriod([...onDays("1919-04-05"), ...diary(98)]).before).toHaveLength(0);
    const two = onDays("1919-04-05", "1919-04-06");
    expect(mainPeriod([...two, ...diary(197)]).before).toHaveLength(0);
    expect(mainPeriod([...two, ...diary(198)]).before).toHaveLength(2);
  });

  test("leaves out what can hardly have been, however small the diary", () => {
    const { viewings } = makeLedger([
      { name: "Old", year: 1890, viewings: ["0024-05-19", "2024-02-02"] },
      { name: "Festival", year: 2016, viewings: ["1919-05-19", "2015-09-09"] },
    ]);
    const { before, main } = mainPeriod(viewings);
    expect(before.map(({ date }) => date)).toEqual(["0024-05-19", "1919-05-19"]);
    expect(main.map(({ date }) => date)).toEqual(["2015-09-09", "2024-02-02"]);
  });

  test("takes a gap of three years as part of the diary, a day more not", () => {
    const leftOut = (gap: number) =>
      mainPeriod([...onDays(addDays("2024-01-01", -gap)), ...diary(99)]).before.length;
    expect(leftOut(3 * 365)).toBe(0);
    expect(leftOut(3 * 365 + 1)).toBe(1);
  });

  test("of a small, an even or an empty diary is all of it", () => {
    for (const viewings of [onDays("1919-04-05", "2024-01-01"), diary(300), []]) {
      expect(mainPeriod(viewings)).toEqual({ before: [], main: viewings });
    }
  });
});
