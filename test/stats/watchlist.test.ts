import { describe, expect, test } from "vitest";
import { watchlistFacts, watchlistRows } from "../../src/stats/watchlist.ts";
import { type FilmSpec, makeLibrary } from "../support/libraryMaker.ts";

describe("the watchlist", () => {
  const specs: FilmSpec[] = [
    { name: "New", seen: false, watchlisted: "2024-03-01" },
    { name: "Old", seen: false, watchlisted: "2023-03-01" },
    { name: "Seen all the same", watchlisted: "2024-02-29" },
    { name: "Seen" },
    { name: "After the as-of day", seen: false, watchlisted: "2024-03-02" },
  ];
  const { watchlist, asOf } = makeLibrary(specs, { ledger: { asOf: "2024-03-01" } });

  test("has each film's age in days to the as-of day, longest waiting first", () => {
    // 2024 is a leap year: from 1 March 2023 to 1 March 2024 it is 366 days.
    expect(
      watchlistRows(watchlist, asOf).map(({ film, since, age, seen }) => [
        film.name,
        since,
        age,
        seen,
      ]),
    ).toEqual([
      ["Old", "2023-03-01", 366, false],
      ["Seen all the same", "2024-02-29", 1, true],
      ["New", "2024-03-01", 0, false],
      ["After the as-of day", "2024-03-02", 0, false],
    ]);
  });

  test("has a median age, an oldest film, and films that are seen all the same", () => {
    // 0, 0, 1 and 366: halfway between 0 and 1.
    expect(watchlistFacts(watchlist, asOf)).toMatchObject({
      films: 4,
      seen: 1,
      medianAge: 0.5,
      oldest: { film: { name: "Old" }, age: 366 },
    });
    expect(watchlistFacts([], asOf)).toEqual({
      films: 0,
      seen: 0,
      medianAge: null,
      oldest: null,
    });
  });
});
