import { expect, test } from "vitest";
import { seenPerYear } from "../../src/stats/seenPerYear.ts";
import { makeLibrary } from "../support/libraryMaker.ts";

test("viewings are counted from the first year to the last, beside all viewings of each", () => {
  const { films, viewings } = makeLibrary([
    { name: "Ran", viewings: ["2021-05-01", "2021-06-01", "2023-01-02"] },
    { name: "Ikiru", viewings: ["2020-05-01", "2022-02-02", "2023-03-03"] },
    { name: "Dreams" },
  ]);
  expect(seenPerYear(films.slice(0, 1), viewings)).toEqual([
    { year: 2021, viewings: 2, all: 2 },
    { year: 2022, viewings: 0, all: 1 },
    { year: 2023, viewings: 1, all: 2 },
  ]);
  expect(seenPerYear(films.slice(2), viewings)).toEqual([]);
});
