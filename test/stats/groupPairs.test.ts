import { expect, test } from "vitest";
import { pairs } from "../../src/stats/groupPairs.ts";
import { makeFilms } from "../support/libraryMaker.ts";

const genres = (...names: string[]) => ({
  name: names.join(),
  tmdb: { genres: names.map((name) => ({ id: name.length, name })) },
});

test("pairs of genres count the films that belong to both, in one order of names", () => {
  const films = makeFilms([
    { ...genres("Drama", "Crime film"), name: "One" },
    { ...genres("Crime film", "Drama"), name: "Two" },
    { ...genres("Crime film", "Drama", "War"), name: "Three" },
    { ...genres("War", "Drama"), name: "Four" },
    { ...genres("Western"), name: "Five" },
  ]);
  expect(
    pairs(films, "genre").map((pair) => [
      pair.groups.map(({ name }) => name),
      pair.films.map(({ name }) => name),
    ]),
  ).toEqual([
    [
      ["Crime film", "Drama"],
      ["One", "Two", "Three"],
    ],
    [
      ["Drama", "War"],
      ["Three", "Four"],
    ],
  ]);
});
