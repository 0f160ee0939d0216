import { expect, test } from "vitest";
import { crowd, crowdRows, votersRating } from "../../src/stats/crowd.ts";
import { type FilmSpec, makeFilm, makeFilms } from "../support/libraryMaker.ts";

const film = (name: string, rating: number | null, voteAverage: number | null, voteCount = 200) =>
  ({ name, rating, tmdb: { voteAverage, voteCount } }) satisfies FilmSpec;

test("the voters' average is brought to five stars, from 200 votes on", () => {
  expect(votersRating(makeFilm(film("Ran", 5, 8.1, 200)))).toBe(4.05);
  expect(votersRating(makeFilm(film("Ran", 5, 8.1, 199)))).toBeNull();
  expect(votersRating(makeFilm(film("Ran", 5, null)))).toBeNull();
  expect(votersRating(makeFilm({ name: "Ran", rating: 5 }))).toBeNull();
  expect(votersRating(makeFilm({ name: "Ran", rating: 5, tmdb: "series" }))).toBeNull();
});

test("both means are over the films that have both", () => {
  const films = makeFilms([
    film("Ran", 5, 8),
    film("Heat", 3, 7),
    film("Unrated", null, 9),
    film("Obscure", 0.5, 9, 12),
  ]);
  // (5 + 3) / 2 and (4 + 3.5) / 2
  expect(crowd(films)).toEqual({
    films: 2,
    you: 4,
    voters: 3.75,
    difference: 0.25,
    comparison: "unsure",
  });
  expect(crowd(films.slice(2))).toBeNull();
  expect(crowd([])).toBeNull();
});

test("subjects with enough films are sorted from most above to most below, equals by name", () => {
  const filmsOf = new Map([
    ["Western", makeFilms([film("A", 3, 8), film("B", 3, 8)])],
    ["War", makeFilms([film("C", 5, 8), film("D", 5, 8)])],
    ["Crime", makeFilms([film("E", 3, 8), film("F", 3, 8)])],
    ["Music", makeFilms([film("G", 5, 2)])],
  ]);
  const subjects = [...filmsOf.keys()].map((name, id) => ({ id, name }));
  const rows = crowdRows(subjects, ({ name }) => filmsOf.get(name) ?? [], { minimum: 2 });
  expect(rows.map(({ subject, difference }) => [subject.name, difference])).toEqual([
    ["War", 1],
    ["Crime", -1],
    ["Western", -1],
  ]);
});
