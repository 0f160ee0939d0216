import { expect, test } from "vitest";
import { decadeProgress, listProgress, progressOverTime } from "../../src/stats/listProgress.ts";
import { type FilmSpec, makeLibrary } from "../support/libraryMaker.ts";

/** The films as a list of the owner's has them. */
function titlesOf(specs: FilmSpec[]) {
  const names = specs.map(({ name }) => name);
  const library = makeLibrary(specs, {
    canon: [
      {
        id: "list",
        name: null,
        rows: specs.map(({ name, year = null }, i) => ({
          position: i + 1,
          name,
          year,
          page: null,
          isFoundByName: true,
        })),
      },
    ],
  });
  const titles = library.canon[0]?.items.map(({ title }) => title) ?? [];
  expect(titles.map(({ name }) => name)).toEqual(names);
  return titles;
}

test("counts what is seen, rated, wanted and left", () => {
  const titles = titlesOf([
    { name: "A", rating: 4, tmdb: { runtime: 100 } },
    { name: "B", rating: 5 },
    { name: "C" },
    { name: "D", seen: false, watchlisted: "2024-01-01", tmdb: { runtime: 90 } },
    { name: "E", seen: false, tmdb: { runtime: 120 } },
    { name: "F", seen: false },
  ]);
  expect(listProgress(titles)).toEqual({
    all: 6,
    seen: 3,
    rated: 2,
    average: 4.5,
    unseen: 3,
    wanted: 1,
    timed: 2,
    minutesLeft: 210,
  });
});

test("what nobody knows is null", () => {
  expect(listProgress(titlesOf([{ name: "A", seen: false }]))).toMatchObject({
    average: null,
    timed: 0,
    minutesLeft: null,
  });
});

test("decades are in order, and films without a year are in none", () => {
  const titles = titlesOf([
    { name: "A", year: 1989 },
    { name: "B", year: 1960, seen: false },
    { name: "C", year: 1980, seen: false },
    { name: "D" },
  ]);
  expect(decadeProgress(titles)).toEqual([
    { decade: 1960, all: 1, seen: 0 },
    { decade: 1980, all: 2, seen: 1 },
  ]);
});

test("a film counts from its first viewing, and one without a day in no point", () => {
  const titles = titlesOf([
    { name: "A", viewings: ["2022-05-01", "2024-01-01"] },
    { name: "B", viewings: ["2021-01-01"] },
    { name: "C", viewings: ["2022-05-01"] },
    { name: "D" },
    { name: "E", seen: false },
  ]);
  expect(progressOverTime(titles)).toEqual({
    points: [
      { date: "2021-01-01", total: 1 },
      { date: "2022-05-01", total: 3 },
    ],
    undated: 1,
  });
});
