import { expect, test } from "vitest";
import { median } from "../../src/stats/median.ts";
import { releaseAge } from "../../src/stats/releaseAge.ts";
import { type FilmSpec, makeLedger } from "../support/libraryMaker.ts";

const ages = (...specs: FilmSpec[]) => releaseAge(makeLedger(specs).viewings);
const of = (year: number | null, ...viewings: string[]): FilmSpec => ({
  name: `Film of ${year}`,
  year,
  viewings,
});
const counts = (...specs: FilmSpec[]) =>
  ages(...specs).bins.flatMap(({ name, count }) => (count > 0 ? [[name, count]] : []));

test("each step begins where the one before ends", () => {
  const years = [
    [2025, "before release"],
    [2024, "the same year"],
    [2023, "1 year"],
    [2022, "2–5 years"],
    [2019, "2–5 years"],
    [2018, "6–10 years"],
    [2014, "6–10 years"],
    [2013, "11–25 years"],
    [1999, "11–25 years"],
    [1998, "26–50 years"],
    [1974, "26–50 years"],
    [1973, "over 50 years"],
    [1895, "over 50 years"],
  ] as const;
  for (const [year, step] of years) {
    expect([year, counts(of(year, "2024-06-15"))]).toEqual([year, [[step, 1]]]);
  }
});

test("years are compared, not days", () => {
  expect(counts(of(2023, "2024-01-01"))).toEqual([["1 year", 1]]);
  expect(counts(of(2023, "2023-12-31"))).toEqual([["the same year", 1]]);
});

test("a film counts only on its first watch, and not if that was before the diary", () => {
  expect(
    counts(
      {
        name: "Twice",
        year: 2020,
        viewings: ["2020-05-01", { on: "2024-05-01", rewatch: true }],
      },
      { name: "Seen before", year: 1999, viewings: [{ on: "2024-05-01", rewatch: true }] },
    ),
  ).toEqual([["the same year", 1]]);
});

test("the median is over films with a Year; those without are counted apart", () => {
  // Ages 4, 24 and 104.
  const films = [of(2020, "2024-01-01"), of(2000, "2024-01-01"), of(1920, "2024-01-01")];
  expect(ages(...films, of(null, "2024-01-01"))).toMatchObject({
    counted: 3,
    median: 24,
    withoutYear: 1,
  });
  expect(ages(of(null, "2024-01-01"))).toMatchObject({ counted: 0, median: null, withoutYear: 1 });
});

test("a median is the middle number, or the mean of the middle two", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([10, 9, 1, 4])).toBe(6.5);
  expect(median([3])).toBe(3);
  expect(median([])).toBeNull();
});
