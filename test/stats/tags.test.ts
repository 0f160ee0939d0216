import { describe, expect, test } from "vitest";
import { looseTags, tagFacts, tagRows } from "../../src/stats/tags.ts";
import { makeFilms } from "../support/libraryMaker.ts";

describe("tags", () => {
  const films = makeFilms([
    {
      name: "A",
      viewings: [
        { on: "2024-01-01", rating: 3, tags: ["cinema", "with M."] },
        { on: "2024-02-01", rating: 4, tags: ["cinema"] },
        { on: "2024-03-01", rating: 1 },
      ],
      // No viewing, so neither its rating nor its day counts.
      reviews: [{ rating: 0.5, logged: "2019-01-01", tags: ["cinema", "essay"] }],
    },
    { name: "B", viewings: [{ on: "2023-12-31", tags: ["cinema", "Netflix", "cinema"] }] },
    { name: "C", reviews: [{ tags: ["essay"] }, { tags: ["essay"] }] },
  ]);

  test("have their viewings, distinct films, days and the mean of the viewings' own ratings", () => {
    expect(tagRows(films)).toEqual([
      // 3 and 4; the viewing of B is unrated.
      {
        tag: "cinema",
        viewings: 3,
        films: 2,
        first: "2023-12-31",
        last: "2024-02-01",
        rated: 2,
        average: 3.5,
      },
      {
        tag: "Netflix",
        viewings: 1,
        films: 1,
        first: "2023-12-31",
        last: "2023-12-31",
        rated: 0,
        average: null,
      },
      {
        tag: "with M.",
        viewings: 1,
        films: 1,
        first: "2024-01-01",
        last: "2024-01-01",
        rated: 1,
        average: 3,
      },
      { tag: "essay", viewings: 0, films: 2, first: null, last: null, rated: 0, average: null },
    ]);
  });

  test("cover some of the viewings, from a day to a day", () => {
    expect(tagFacts(films)).toEqual({
      tags: 4,
      viewings: 3,
      first: "2023-12-31",
      last: "2024-02-01",
      of: 4,
    });
    expect(tagFacts(makeFilms([{ name: "A", viewings: ["2024-01-01"] }]))).toEqual({
      tags: 0,
      viewings: 0,
      first: null,
      last: null,
      of: 1,
    });
  });

  test("of a film's reviews without a viewing are each named once", () => {
    expect(films.map(looseTags)).toEqual([["cinema", "essay"], [], ["essay"]]);
  });
});
