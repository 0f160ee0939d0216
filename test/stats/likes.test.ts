import { expect, test } from "vitest";
import { likedDespite, likesByRating, notLiked } from "../../src/stats/likes.ts";
import { makeFilms } from "../support/libraryMaker.ts";

const films = makeFilms([
  { name: "Best", rating: 5, liked: true },
  { name: "Cold", rating: 5 },
  { name: "Cool", rating: 4.5 },
  { name: "Guilty", rating: 1, liked: true },
  { name: "Fond", rating: 2.5, liked: true },
  { name: "Fair", rating: 3, liked: true },
  { name: "Unrated", liked: true },
  { name: "Seen" },
]);
const names = (list: { name: string }[]) => list.map(({ name }) => name);

test("likes are counted for each rating, the highest first, and for films without one", () => {
  const rows = likesByRating(films);
  expect(rows).toHaveLength(11);
  expect(rows.filter((row) => row.films > 0)).toEqual([
    { rating: 5, films: 2, liked: 1 },
    { rating: 4.5, films: 1, liked: 0 },
    { rating: 3, films: 1, liked: 1 },
    { rating: 2.5, films: 1, liked: 1 },
    { rating: 1, films: 1, liked: 1 },
    { rating: null, films: 2, liked: 1 },
  ]);
});

test("a like despite the rating has 2.5 stars or fewer, the lowest first", () => {
  expect(names(likedDespite(films))).toEqual(["Guilty", "Fond"]);
});

test("what is rated 4.5 or 5 and not liked is listed, the best first", () => {
  expect(names(notLiked(films))).toEqual(["Cold", "Cool"]);
});
