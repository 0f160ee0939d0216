import { describe, expect, test } from "vitest";
import { goalPace } from "../../src/stats/goal.ts";
import { onDays } from "../support/libraryMaker.ts";

const exact = { exactDates: true };

describe("the pace of a year", () => {
  test("counts the as-of day, and only this year’s viewings", () => {
    // 10 January: 10 of 365 days. An even pace to 73 is 2 viewings; 4 are there, which makes 146 a year.
    const viewings = onDays("2022-12-31", "2023-01-01", "2023-01-04", "2023-01-04", "2023-01-10");
    expect(goalPace(viewings, { asOf: "2023-01-10", goal: 73, ...exact })).toEqual({
      year: 2023,
      goal: 73,
      done: 4,
      reached: null,
      ahead: 2,
      atThisPace: 146,
    });
  });

  test("knows leap years", () => {
    // 30 January: 30 of 366 days, where 122 a year is 10. 4 viewings make 48.8.
    const viewings = onDays("2024-01-01", "2024-01-02", "2024-01-03", "2024-01-04");
    expect(goalPace(viewings, { asOf: "2024-01-30", goal: 122, ...exact })).toMatchObject({
      ahead: -6,
      atThisPace: 49,
    });
    // 1900 had 365 days: on 31 December every day has passed.
    expect(goalPace(onDays("1900-12-31"), { asOf: "1900-12-31", goal: 3, ...exact })).toMatchObject(
      {
        ahead: -2,
        atThisPace: 1,
      },
    );
  });

  test("names the day of the viewing that reached the goal", () => {
    const viewings = onDays("2023-01-01", "2023-02-01", "2023-03-01");
    expect(goalPace(viewings, { asOf: "2023-03-05", goal: 2, ...exact })).toMatchObject({
      done: 3,
      reached: "2023-02-01",
    });
  });

  test("is that of the whole months where days are withheld", () => {
    // To the end of February 59 of 365 days have passed: 73 × 59 ÷ 365 = 11.8. 3 viewings are 18.6 a year.
    const viewings = onDays("2023-01-01", "2023-02-01", "2023-02-01", "2023-03-01", "2023-03-01");
    const withheld = { exactDates: false };
    expect(goalPace(viewings, { asOf: "2023-03-01", goal: 73, ...withheld })).toEqual({
      year: 2023,
      goal: 73,
      done: 5,
      reached: null,
      ahead: -9,
      atThisPace: 19,
    });
    expect(goalPace(viewings, { asOf: "2023-01-01", goal: 73, ...withheld })).toMatchObject({
      done: 1,
      ahead: null,
      atThisPace: null,
    });
  });
});
