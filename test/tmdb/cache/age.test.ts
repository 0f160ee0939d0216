import { expect, test } from "vitest";
import {
  absenceDue,
  age,
  detailsDue,
  expired,
  listDue,
  missDue,
  posterDue,
  searchDue,
} from "../../../src/tmdb/cache/age.ts";
import { DAY } from "../world.ts";

const NOW = Date.UTC(2026, 10, 20);

/** The first whole day after which the details of a film are to be fetched anew. */
function firstDue(id: number, released: string | null): number {
  let day = 0;
  while (!detailsDue({ id, at: NOW, released }, NOW + day * DAY)) day++;
  return day;
}

test("old films are due after 60 to 120 days, spread so that no day gets many of them", () => {
  const days = Array.from({ length: 1000 }, (_, id) => firstDue(id + 1, "1994-05-17"));
  expect(Math.min(...days)).toBeGreaterThanOrEqual(60);
  expect(Math.max(...days)).toBeLessThanOrEqual(120);
  // Of 1,000 films on 60 days 17 a day would be perfectly even.
  const perDay = [...Map.groupBy(days, (day) => day).values()].map(({ length }) => length);
  expect(Math.max(...perDay)).toBeLessThanOrEqual(20);
  expect(perDay.length).toBeGreaterThanOrEqual(60);
});

test.each([
  ["came out within a year", "2026-06-01"],
  ["is still to come", "2027-06-01"],
  ["has no date", null],
])("a film that %s is due after 7 to 14 days", (_, released) => {
  const days = Array.from({ length: 200 }, (_, id) => firstDue(id + 1, released));
  expect(Math.min(...days)).toBeGreaterThanOrEqual(7);
  expect(Math.max(...days)).toBeLessThanOrEqual(14);
  expect(new Set(days).size).toBeGreaterThanOrEqual(7);
});

test("a film turns old a year after it came out", () => {
  const due = (released: string) => detailsDue({ id: 1, at: NOW, released }, NOW + 20 * DAY);
  // Twenty days after the twentieth of November, a year before is the tenth of December.
  expect(due("2025-12-11")).toBe(true);
  expect(due("2025-12-10")).toBe(false);
});

test("misses wait 7, 14, 28, then always 56 days", () => {
  const waits = [1, 2, 3, 4, 5, 9].map((misses) => {
    let day = 0;
    while (!missDue({ at: NOW, misses }, NOW + day * DAY)) day++;
    return day;
  });
  expect(waits).toEqual([7, 14, 28, 56, 56, 56]);
});

test("what is dated more than a day ahead is due, since nobody knows how old it is", () => {
  const isDue = (at: number) => [
    detailsDue({ id: 1, at, released: "1994-05-17" }, NOW),
    listDue({ id: 1, at }, NOW),
    posterDue({ id: 1, at }, NOW),
    searchDue({ id: 1, at }, NOW),
    absenceDue({ id: 1, at }, NOW),
    missDue({ at, misses: 4 }, NOW),
  ];
  expect(isDue(NOW + DAY)).toEqual(Array(6).fill(false));
  expect(isDue(NOW + DAY + 1)).toEqual(Array(6).fill(true));
});

test("nothing is used that is 180 days old, and what is of the future serves", () => {
  expect(expired(NOW, NOW + 180 * DAY - 1)).toBe(false);
  expect(expired(NOW, NOW + 180 * DAY)).toBe(true);
  expect(age(NOW + DAY, NOW)).toBe(0);
});
