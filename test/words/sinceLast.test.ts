import { expect, test } from "vitest";
import { createFormat } from "../../src/format.ts";
import { sinceLast } from "../../src/words/sinceLast.ts";

const said = (viewings: [date: string, rewatch: boolean][], exactDates = true) =>
  sinceLast(
    viewings.map(([date, rewatch]) => ({ date, rewatch })),
    createFormat({ exactDates }),
  );

test("the first viewing is named once, all others by their distance to the one before", () => {
  expect(
    said([
      ["2020-02-28", false],
      ["2020-02-29", true],
      ["2020-02-29", true],
      ["2020-04-28", true],
      ["2020-06-28", true],
      // One day short of a year, then two years to the day.
      ["2021-06-27", true],
      ["2023-06-27", true],
      ["2025-05-27", true],
      // Nearly four years.
      ["2029-05-01", true],
    ]),
  ).toEqual([
    "first in the diary",
    "1 day later",
    "the same day",
    "59 days later",
    "2 months later",
    "1 year later",
    "2 years later",
    "23 months later",
    "3 years later",
  ]);
});

test("a first entry that is flagged as a rewatch was seen before", () => {
  expect(said([["2021-06-21", true]])).toEqual(["first in the diary, seen before"]);
});

test("where days are withheld, months apart are told and nothing about one month's order", () => {
  const months: [string, boolean][] = [
    ["2023-11-01", false],
    ["2024-01-01", true],
    ["2024-01-01", true],
    ["2025-02-01", true],
    ["2028-01-01", true],
  ];
  expect(said(months, false)).toEqual([
    "first in the diary",
    "2 months later",
    "the same month",
    "13 months later",
    "2 years later",
  ]);
  const oneMonth: [string, boolean][] = [
    ["2023-11-01", false],
    ["2023-11-01", true],
  ];
  expect(said(oneMonth, false)).toEqual(["first month in the diary", "the same month"]);
});
