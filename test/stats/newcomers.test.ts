import { expect, test } from "vitest";
import { newcomers } from "../../src/stats/newcomers.ts";
import { director, type FilmSpec, makeLibrary, type ViewingSpec } from "../support/libraryMaker.ts";

/** A director of films with these viewings each. */
const by = (name: string, id: number, ...films: ViewingSpec[][]): FilmSpec[] =>
  films.map((viewings, i) => ({
    name: `${name} ${i}`,
    viewings,
    tmdb: { crew: [director(id, name)] },
  }));

function newIn(specs: FilmSpec[], options: Parameters<typeof makeLibrary>[1] = {}): string[] {
  const library = makeLibrary(specs, { ledger: { asOf: "2024-06-30" }, ...options });
  return newcomers(library.people, ({ credits }) => credits.director, library).map(
    ({ name }) => name,
  );
}

const old = by("Old", 9, ["2020-01-01"]);

test("new is who was first seen in the twelve months that end on the as-of day", () => {
  expect(
    newIn([
      ...old,
      ...by("First day", 1, ["2023-07-01"]),
      ...by("A day before", 2, ["2023-06-30"]),
      ...by("Seen again", 3, ["2020-01-01", "2024-01-01"]),
      ...by("Only one of two", 4, ["2024-01-01"], ["2020-01-01"]),
      ...by("Both", 5, ["2024-01-01"], ["2024-01-02"]),
    ]),
  ).toEqual(["First day", "Both"]);
});

test("a film that may have been seen before makes nobody new", () => {
  const bulk = Array.from({ length: 10 }, (_, i) =>
    by("Filled in", 3, ["2024-02-01"]).map((film) => ({ ...film, name: `Filled in ${i}` })),
  );
  expect(
    newIn([
      ...old,
      ...by("Undated", 1, ["2024-01-01"], []),
      ...by("Flagged as a rewatch", 2, [{ on: "2024-01-01", rewatch: true }]),
      ...bulk.flat(),
    ]),
  ).toEqual([]);
});

test("in a diary of one year everybody is new, so that nobody is named", () => {
  expect(newIn(by("Ozu", 1, ["2024-01-01"]))).toEqual([]);
});

test("without exact dates the months decide", () => {
  const specs = [
    ...old,
    ...by("Same month of last year", 1, ["2023-06-30"]),
    ...by("The month after", 2, ["2023-07-01"]),
  ];
  expect(newIn(specs, { exactDates: false })).toEqual(["The month after"]);
});
