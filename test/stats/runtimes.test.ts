import { expect, test } from "vitest";
import {
  byRuntime,
  longDays,
  medianRuntime,
  runtimeBands,
  timedFilms,
} from "../../src/stats/runtimes.ts";
import { type FilmSpec, makeFilms, makeLibrary } from "../support/libraryMaker.ts";

const long = (name: string, runtime: number | null, viewings: string[] = []) =>
  ({ name, viewings, tmdb: { runtime } }) satisfies FilmSpec;

test("the shortest film is first; equals are ordered by title, and unknown runtimes are left out", () => {
  const films = makeFilms([long("B", 90), long("A", 90), long("C", 12), long("D", null)]);
  expect(
    timedFilms(films)
      .sort(byRuntime)
      .map(({ name }) => name),
  ).toEqual(["C", "A", "B"]);
  // 12, 90, 90
  expect(medianRuntime(films)).toBe(90);
  expect(medianRuntime(makeFilms([long("D", null)]))).toBeNull();
});

test("a short ends at 40 minutes; ranges between the first and the last may be empty", () => {
  const films = makeFilms([
    long("B", 40),
    long("A", 1),
    long("C", 41),
    long("D", 104),
    long("E", null),
  ]);
  expect(
    runtimeBands(films).map(({ band, films: own }) => [band.slug, own.map(({ name }) => name)]),
  ).toEqual([
    ["1-40", ["A", "B"]],
    ["41-74", ["C"]],
    ["75-89", []],
    ["90-104", ["D"]],
  ]);
  expect(runtimeBands(makeFilms([long("E", 600)])).map(({ band }) => band.slug)).toEqual([
    "180-and-more",
  ]);
  expect(runtimeBands(makeFilms([long("E", null)]))).toEqual([]);
});

test("the longest day has the most minutes; filled-in days are left out", () => {
  const { viewings, filmOf } = makeLibrary([
    long("Short", 20, ["2024-01-01", "2024-01-02"]),
    long("Long", 200, ["2024-01-02", "2024-01-03"]),
    long("Unknown", null, ["2024-01-02", "2024-01-04"]),
    long("Filled", 900, ["2024-01-05"]),
  ]);
  const days = longDays(viewings, { filmOf, bulk: new Set(["2024-01-05"]) });
  expect(
    days.map(({ date, minutes, films, timed }) => [date, minutes, films.length, timed]),
  ).toEqual([
    ["2024-01-02", 220, 3, 2],
    ["2024-01-03", 200, 1, 1],
    ["2024-01-01", 20, 1, 1],
  ]);
});
