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
      // 2024 is a leap year too: four years are 1,461 days.
      ["2024-02-29", true],
    ]),
  ).toEqual(["first watch", "1 day later", "the same day", "1,461 days later"]);
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
  ];
  expect(said(months, false)).toEqual([
    "first watch",
    "2 months later",
    "2 months later",
    "13 months later",
  ]);
  const oneMonth: [string, boolean][] = [
    ["2023-11-01", false],
    ["2023-11-01", true],
  ];
  expect(said(oneMonth, false)).toEqual(["first watch or rewatch", "first watch or rewatch"]);
});
