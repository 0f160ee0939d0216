import { expect, test } from "vitest";
import { countWords, reviewRows } from "../../src/stats/reviewTexts.ts";
import { makeFilms } from "../support/libraryMaker.ts";

test("words are counted without markup, in any script", () => {
  expect(countWords("It’s <i>not</i> a dog’s&nbsp;life.<br>Truly!")).toBe(6);
  expect(countWords("<b></b> … —")).toBe(0);
  expect(countWords("Бесы и идиот")).toBe(3);
});

test("reviews come newest first, those without a day last", () => {
  const films = makeFilms([
    { name: "A", viewings: [{ on: "2023-01-01", review: "one two", rating: 3 }, "2024-01-01"] },
    { name: "B", viewings: [{ on: "2024-05-05", review: "one" }] },
    { name: "C", reviews: [{ text: "one two three", rating: 4 }, { text: " " }] },
  ]);
  expect(
    reviewRows(films).map(({ film, date, rating, words }) => [film.name, date, rating, words]),
  ).toEqual([
    ["B", "2024-05-05", null, 1],
    ["A", "2023-01-01", 3, 2],
    ["C", null, 4, 3],
  ]);
});
