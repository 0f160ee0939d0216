import { describe, expect, test } from "vitest";
import {
  agreement,
  apartSteps,
  byVoters,
  byVotes,
  type RatedByBoth,
  ratedByBoth,
  voterCells,
  voterYears,
} from "../../src/stats/voters.ts";
import { type FilmSpec, makeFilm, makeFilms, makeLibrary } from "../support/libraryMaker.ts";

const spec = (name: string, rating: number | null, voteAverage: number | null, voteCount = 200) =>
  ({ name, rating, tmdb: { voteAverage, voteCount } }) satisfies FilmSpec;

test("films with enough votes are compared, the one furthest above the voters first", () => {
  const rows = ratedByBoth(
    makeFilms([
      spec("Below", 2, 8),
      spec("Above", 5, 6, 900),
      spec("Few votes", 5, 2, 199),
      spec("Unrated", null, 8),
      spec("Also above", 4.5, 5),
    ]),
  );
  expect(rows.map(({ film, votes, difference }) => [film.name, votes, difference])).toEqual([
    ["Above", 900, 2],
    ["Also above", 200, 2],
    ["Below", 200, -2],
  ]);
});

/** Ratings of films of no name. */
const pairs = (...ratings: [you: number, voters: number][]): RatedByBoth[] =>
  ratings.map(([you, voters], i) => ({
    film: makeFilm({ name: `Film ${i}` }),
    you,
    voters,
    votes: 200,
    difference: you - voters,
  }));

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe("the correlation", () => {
  test("is 1 if both always rise by as much, and −1 if one falls", () => {
    const up = [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2].map((n): [number, number] => [n, n / 2 + 2]);
    expect(agreement(pairs(...up))).toBeCloseTo(1, 10);
    const down = up.map(([you, voters]): [number, number] => [you, -voters]);
    expect(agreement(pairs(...down))).toBeCloseTo(-1, 10);
  });

  test("is 0.6 where sixteen of twenty films are on the same side of both means", () => {
    // Each rating is one star from its mean of 3, so that r is (16 − 4) / 20.
    const rows = [
      ...times(8, [4, 4] as [number, number]),
      ...times(8, [2, 2] as [number, number]),
      ...times(2, [4, 2] as [number, number]),
      ...times(2, [2, 4] as [number, number]),
    ];
    expect(agreement(pairs(...rows))).toBeCloseTo(12 / 20, 10);
  });

  test("does not exist for eleven films, nor where all are rated alike", () => {
    expect(agreement(pairs(...times(11, [4, 3] as [number, number])))).toBeNull();
    const alike = Array.from({ length: 12 }, (_, i): [number, number] => [3.5, 2 + i / 10]);
    expect(agreement(pairs(...alike))).toBeNull();
  });
});

test("how far apart: the nearer end of a range belongs to it, on both sides", () => {
  const rows = pairs([5, 3], [4, 3], [3.5, 3], [3, 3], [3, 3.4], [3, 3.5], [3, 4], [1, 4]);
  expect(apartSteps(rows).map(({ name, count }) => [name, count])).toEqual([
    ["2 or more above", 1],
    ["1 to 2 above", 1],
    ["½ to 1 above", 1],
    ["less than ½", 2],
    ["½ to 1 below", 1],
    ["1 to 2 below", 1],
    ["2 or more below", 1],
  ]);
});

test("cells join the films of one rating and a quarter star of the voters", () => {
  const rows = ratedByBoth(
    makeFilms([spec("B", 4, 7), spec("A", 4, 7.4), spec("C", 4, 7.5), spec("D", 2, 7)]),
  );
  expect(
    voterCells(rows).map(({ you, voters, films }) => [you, voters, films.map(({ name }) => name)]),
  ).toEqual([
    [4, 3.75, ["C"]],
    [4, 3.5, ["A", "B"]],
    [2, 3.5, ["D"]],
  ]);
});

test("years compare the ratings given in them, a film as often as it was rated", () => {
  const library = makeLibrary([
    {
      ...spec("Ran", 5, 8),
      viewings: [
        { on: "2023-01-01", rating: 3 },
        { on: "2024-01-01", rating: 5 },
        { on: "2024-02-01", rating: 4 },
      ],
    },
    { ...spec("Heat", 3, 6), viewings: [{ on: "2024-03-01", rating: 2 }, "2024-04-01"] },
    { ...spec("Few", 3, 6, 3), viewings: [{ on: "2024-03-01", rating: 5 }] },
  ]);
  expect(voterYears(library.viewings, library.filmOf)).toEqual([
    // (5 + 4 + 2) / 3 and (4 + 4 + 3) / 3
    { year: 2024, viewings: 3, you: 11 / 3, voters: 11 / 3 },
    { year: 2023, viewings: 1, you: 3, voters: 4 },
  ]);
});

test("best known are the films with the most votes, rated or not, without those that have none", () => {
  const films = makeFilms([spec("A", 4, 7, 5), spec("B", null, 8, 900), spec("C", 4, null, 0)]);
  expect(byVotes(films).map(({ film, votes }) => [film.name, votes])).toEqual([
    ["B", 900],
    ["A", 5],
  ]);
  // A has too few votes.
  expect(byVoters(films).map(({ film, voters }) => [film.name, voters])).toEqual([["B", 4]]);
});
