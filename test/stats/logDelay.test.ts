import { expect, test } from "vitest";
import type { Day } from "../../src/day.ts";
import { logDelay } from "../../src/stats/logDelay.ts";

const logged = (...pairs: [date: Day, logged: Day | null][]) =>
  pairs.map(([date, day]) => ({ date, logged: day }));
const delayOf = (viewings: ReturnType<typeof logged>, bulkDay: number) =>
  logDelay(viewings, { bulkDay, asOf: "2024-06-30" });
const counts = (viewings: ReturnType<typeof logged>, bulkDay = 10) =>
  Object.fromEntries(
    delayOf(viewings, bulkDay)
      .bins.filter(({ count }) => count > 0)
      .map(({ name, count }) => [name, count]),
  );

test("each step begins where the one before ends", () => {
  // From 1 March 2023; 2023 has 365 days, and 29 February 2024 is the 365th day after 1 March 2023.
  const days = [
    ["2023-02-28", "before"],
    ["2023-03-01", "the same day"],
    ["2023-03-02", "the next day"],
    ["2023-03-03", "2–7 days"],
    ["2023-03-08", "2–7 days"],
    ["2023-03-09", "8–30 days"],
    ["2023-03-31", "8–30 days"],
    ["2023-04-01", "31–365 days"],
    ["2024-02-29", "31–365 days"],
    ["2024-03-01", "over a year"],
  ] as const;
  for (const [day, step] of days) {
    expect([day, counts(logged(["2023-03-01", day]))]).toEqual([day, { [step]: 1 }]);
  }
});

test("bins are in order and include empty ones", () => {
  const { bins } = delayOf(logged(["2024-01-01", "2024-01-02"]), 10);
  expect(bins.map(({ count }) => count)).toEqual([0, 0, 1, 0, 0, 0, 0]);
});

test("the same day and the next are prompt; before the day is not", () => {
  const viewings = logged(
    ["2024-01-05", "2024-01-05"],
    ["2024-01-06", "2024-01-07"],
    ["2024-01-08", "2024-01-07"],
    ["2024-01-09", "2024-01-11"],
  );
  expect(delayOf(viewings, 10)).toMatchObject({ counted: 4, prompt: 2, together: 0 });
});

test("days that were filled in afterwards and entries without a Date that has come are left out and counted", () => {
  const viewings = logged(
    ["2024-01-01", "2024-06-01"],
    ["2024-01-01", null],
    ["2024-01-02", "2024-01-02"],
    ["2024-01-03", null],
    ["2024-01-04", "2062-01-01"],
  );
  expect(counts(viewings, 2)).toEqual({ "the same day": 1 });
  expect(delayOf(viewings, 2)).toMatchObject({ counted: 1, leftOut: { bulk: 2, unknown: 2 } });
});

test("late entries made together on one day are told, those within a week are not", () => {
  const viewings = logged(
    // Three on one day: of 2020, of 24 January (8 days before) and of 25 January (7 days before).
    ["2020-05-05", "2024-02-01"],
    ["2024-01-24", "2024-02-01"],
    ["2024-01-25", "2024-02-01"],
    // Late as well, but alone.
    ["2020-05-06", "2024-02-02"],
  );
  expect(delayOf(viewings, 3).together).toBe(2);
  expect(delayOf(viewings, 4).together).toBe(0);
});

test("an empty diary counts nothing", () => {
  expect(delayOf([], 10)).toMatchObject({
    counted: 0,
    prompt: 0,
    together: 0,
    leftOut: { bulk: 0, unknown: 0 },
  });
});
