import { describe, expect, test } from "vitest";
import { intervals } from "../../src/stats/intervals.ts";
import { longUnseen } from "../../src/stats/longUnseen.ts";
import { mostViewed, seenAgain, seenBefore, seenInManyYears } from "../../src/stats/seenAgain.ts";
import { makeFilms, makeLibrary } from "../support/libraryMaker.ts";

const again = (on: string) => ({ on, rewatch: true });
const names = (films: { name: string }[]) => films.map(({ name }) => name);

const films = makeFilms([
  { name: "Once", viewings: ["2024-01-01"] },
  { name: "Never", rating: 5 },
  { name: "Ran", viewings: ["2020-12-31", again("2021-01-01"), again("2021-06-01")] },
  { name: "Tampopo", viewings: ["2019-02-02", again("2021-02-02"), again("2023-02-02")] },
  { name: "Dreams", viewings: ["2022-01-01", again("2022-01-01")] },
  { name: "Ikiru", rating: 3, viewings: [again("2022-05-05")] },
  { name: "Stalker", rating: 4, viewings: [again("2022-05-05")] },
]);

describe("films seen again", () => {
  test("have a rewatch in the diary, most viewings first, then by title", () => {
    expect(names(seenAgain(films))).toEqual(["Ran", "Tampopo", "Dreams", "Ikiru", "Stalker"]);
    expect(names(mostViewed(films))).toEqual(["Ran", "Tampopo", "Dreams"]);
  });

  test("and once in the diary are ordered by rating", () => {
    expect(names(seenBefore(films))).toEqual(["Stalker", "Ikiru"]);
  });

  test("in three years or more are named with their years", () => {
    expect(seenInManyYears(films)).toMatchObject([
      { film: { name: "Tampopo" }, years: [2019, 2021, 2023] },
    ]);
  });
});

describe("intervals", () => {
  const said = (list: { film: { name: string }; length: number }[]) =>
    list.map(({ film, length }) => [film.name, length]);

  test("are the longest and the shortest of each film, in days", () => {
    const { longest, shortest } = intervals(films, { bulk: new Set(), start: "2019-01-01" });
    // Two years with 29 February 2020, then two without one. Ran: 1 day, then 31+28+31+30+31 = 151.
    expect(said(longest)).toEqual([
      ["Tampopo", 731],
      ["Ran", 151],
      ["Dreams", 0],
    ]);
    expect(said(shortest)).toEqual([
      ["Dreams", 0],
      ["Ran", 1],
      ["Tampopo", 730],
    ]);
  });

  test("leave out days that were filled in, and what is long before the diary", () => {
    const bulk = new Set(["2021-01-01"]);
    const { longest } = intervals(films, { bulk, start: "2020-01-01" });
    expect(said(longest)).toEqual([
      ["Tampopo", 730],
      ["Dreams", 0],
    ]);
  });

  test("are months where days are withheld", () => {
    const specs = [{ name: "Ran", viewings: ["2020-12-31", again("2021-01-01")] }];
    const library = makeLibrary(specs, { exactDates: false });
    const { longest } = intervals(library.films, { bulk: new Set(), start: "2020-01-01" });
    expect(said(longest)).toEqual([["Ran", 1]]);
  });
});

test("loved films not seen for long have 4.5 stars or more and were seen a year ago or earlier", () => {
  const loved = makeFilms([
    { name: "Recent", rating: 5, viewings: ["2023-07-01"] },
    { name: "A year", rating: 4.5, viewings: ["2023-06-01"] },
    { name: "A day less", rating: 4.5, viewings: ["2023-06-02"] },
    { name: "Long ago", rating: 5, viewings: ["2015-07-01"] },
    { name: "Slip", rating: 5, viewings: ["1919-07-01"] },
    { name: "Liked less", rating: 4, viewings: ["2015-01-01"] },
    { name: "Undated", rating: 5 },
    { name: "Filled in", rating: 5, viewings: ["2014-05-05"] },
  ]);
  const bulk = new Set(["2014-05-05"]);
  expect(longUnseen(loved, { bulk, start: "2014-01-01", asOf: "2024-06-01" })).toMatchObject([
    { film: { name: "Long ago" }, last: "2015-07-01", years: 8 },
    { film: { name: "A year" }, years: 1 },
  ]);
});
