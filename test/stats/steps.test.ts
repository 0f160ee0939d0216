import { expect, test } from "vitest";
import { drift, driftSteps, rewatchDrift } from "../../src/stats/drift.ts";
import { spreadOf } from "../../src/stats/ratings.ts";
import { filledSteps, onceRated } from "../../src/stats/steps.ts";
import { makeFilms } from "../support/libraryMaker.ts";

const rated = (name: string, rating: number | null, ...given: [on: string, rating: number][]) => ({
  name,
  rating,
  viewings: given.map(([on, own]) => ({ on, rating: own })),
});

test("the steps with films are listed, the highest first and each by title", () => {
  const films = makeFilms([rated("B", 4), rated("C", 0.5), rated("A", 4), rated("D", null)]);
  expect(
    filledSteps(films).map(({ rating, films: own }) => [rating, own.map(({ name }) => name)]),
  ).toEqual([
    [4, ["A", "B"]],
    [0.5, ["C"]],
  ]);
});

test("a film that once had a rating and has another now is found with its last such day", () => {
  const films = makeFilms([
    rated("Twice", 5, ["2022-01-01", 4], ["2023-01-01", 4], ["2024-01-01", 5]),
    rated("Same", 4, ["2022-01-01", 4]),
    rated("Later", 3, ["2024-05-01", 4]),
    rated("None now", null, ["2021-01-01", 4]),
  ]);
  expect(onceRated(films, 4).map(({ film, date }) => [film.name, date])).toEqual([
    ["Later", "2024-05-01"],
    ["Twice", "2023-01-01"],
    ["None now", "2021-01-01"],
  ]);
});

test("the steps of drift have no column for films that stayed, and empty ones between", () => {
  const films = makeFilms([
    rated("Up", 4, ["2022-01-01", 3], ["2023-01-01", 4]),
    rated("Down", 3, ["2022-01-01", 3.5], ["2023-01-01", 3]),
    rated("Stayed", 3, ["2022-01-01", 3], ["2023-01-01", 3]),
  ]);
  expect(driftSteps(drift(films, rewatchDrift).changed)).toEqual([
    { change: -0.5, films: 1 },
    { change: 0.5, films: 0 },
    { change: 1, films: 1 },
  ]);
  expect(driftSteps([])).toEqual([]);
});

test("the spread is the standard deviation of the sample, from five ratings on", () => {
  const items = [2, 4, 4, 4, 6].map((rating) => ({ rating }));
  // The mean is 4, the squares sum up to 8: √(8 / 4).
  expect(spreadOf([...items, { rating: null }])).toBeCloseTo(Math.SQRT2, 12);
  expect(spreadOf(items.slice(1))).toBeNull();
});
