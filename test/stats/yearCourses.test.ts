import { describe, expect, test } from "vitest";
import { dayOfYear, yearCourses } from "../../src/stats/yearCourses.ts";
import { onDays } from "../support/libraryMaker.ts";

test("a day has the same place in every year", () => {
  expect(["2023-01-01", "2024-02-29", "2023-03-01", "2023-12-31"].map(dayOfYear)).toEqual([
    0, 59, 60, 365,
  ]);
});

describe("the courses of years", () => {
  const viewings = onDays("2022-01-03", "2022-02-01", "2022-02-01", "2022-12-31", "2024-01-02");

  test("step on the days of viewings, and those before go on to the end of the year", () => {
    const courses = yearCourses(viewings, { asOf: "2024-02-01", exactDates: true });
    expect(courses).toEqual([
      {
        year: 2022,
        points: [
          { day: 0, total: 0 },
          { day: 2, total: 1 },
          { day: 31, total: 3 },
          { day: 365, total: 4 },
        ],
        byDay: 3,
        total: 4,
      },
      // A year without a viewing between others is there too.
      {
        year: 2023,
        points: [
          { day: 0, total: 0 },
          { day: 365, total: 0 },
        ],
        byDay: 0,
        total: 0,
      },
      {
        year: 2024,
        points: [
          { day: 0, total: 0 },
          { day: 1, total: 1 },
          { day: 31, total: 1 },
        ],
        byDay: 1,
        total: 1,
      },
    ]);
  });

  test("are six at most", () => {
    const long = onDays("2001-05-05", "2024-05-05");
    const courses = yearCourses(long, { asOf: "2024-05-05", exactDates: true });
    expect(courses.map(({ year }) => year)).toEqual([2019, 2020, 2021, 2022, 2023, 2024]);
  });

  test("step at the ends of months where days are withheld", () => {
    const months = onDays("2023-02-01", "2023-02-01", "2023-12-01", "2024-02-01");
    const [before, current] = yearCourses(months, { asOf: "2024-02-01", exactDates: false });
    expect(before?.points).toEqual([
      { day: 0, total: 0 },
      { day: 59, total: 2 },
      { day: 365, total: 3 },
    ]);
    expect(before?.byDay).toBe(2);
    expect(current?.points.at(-1)).toEqual({ day: 59, total: 1 });
  });
});
