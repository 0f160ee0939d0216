import { describe, expect, test } from "vitest";
import { byTitle } from "../../src/library/titleOrder.ts";
import { countFilms } from "../../src/stats/counts.ts";
import { decadeRows } from "../../src/stats/decades.ts";
import { directorsOf } from "../../src/stats/directorsOf.ts";
import { byYear, favourites, posterRow } from "../../src/stats/filmOrder.ts";
import { minutes } from "../../src/stats/minutes.ts";
import { opening, shareInWords } from "../../src/stats/opening.ts";
import { averageRating, ratingHistogram } from "../../src/stats/ratings.ts";
import { eras, releaseYearRows } from "../../src/stats/releaseYears.ts";
import { director, type FilmSpec, makeFilms, makeLibrary } from "../support/libraryMaker.ts";

const names = (things: { name: string }[]) => things.map(({ name }) => name);
const fromYears = (...years: (number | null)[]) =>
  makeFilms(years.map((year, i) => ({ name: `Film ${i}`, year })));

test("every seen film is matched, a series or unmatched", () => {
  const films = makeFilms([
    { name: "Matched", tmdb: {} },
    { name: "Series", tmdb: "series" },
    { name: "Unknown to TMDB", tmdb: "none" },
    { name: "Details failed", tmdb: "failed" },
    { name: "Never asked" },
    { name: "Not seen", seen: false, tmdb: {} },
  ]);
  expect(countFilms(films)).toMatchObject({ seen: 5, matched: 1, series: 1, unmatched: 3 });
});

test("shorts have 1 to 40 minutes, and a film of unknown runtime is not one", () => {
  const films = makeFilms(
    [1, 40, 41, null].map((runtime) => ({ name: `${runtime}`, tmdb: { runtime } })),
  );
  expect(countFilms(films)).toMatchObject({ shorts: 2, withRuntime: 3 });
});

test("dated films have a viewing, rated ones a rating, liked ones a like", () => {
  const films = makeFilms([
    { name: "A", rating: 0.5, viewings: ["2024-01-01", "2024-01-02"] },
    { name: "B", liked: true },
  ]);
  expect(countFilms(films)).toMatchObject({ seen: 2, dated: 1, rated: 1, liked: 1 });
});

describe("minutes", () => {
  test("count each film once, and as often as it was seen", () => {
    const films = makeFilms([
      { name: "Twice", viewings: ["2024-01-01", "2024-02-01"], tmdb: { runtime: 100 } },
      { name: "Undated", tmdb: { runtime: 90 } },
      { name: "Unknown", viewings: ["2024-01-01"], tmdb: { runtime: null } },
    ]);
    // 100 + 90, and 2 × 100 + 1 × 90.
    expect(minutes(films)).toEqual({ films: 190, viewings: 290 });
  });

  test("are null if no runtime is known, and series add nothing", () => {
    const nothing = { films: null, viewings: null };
    expect(minutes([])).toEqual(nothing);
    expect(minutes(makeFilms([{ name: "A" }, { name: "B", tmdb: "series" }]))).toEqual(nothing);
  });
});

describe("ratings", () => {
  test("average only the rated films", () => {
    expect(averageRating([{ rating: 4 }, { rating: null }, { rating: 2.5 }])).toBe(3.25);
    expect(averageRating([{ rating: null }])).toBeNull();
  });

  test("fall into ten steps, including empty ones", () => {
    const rows = ratingHistogram([{ rating: 0.5 }, { rating: 5 }, { rating: 5 }, { rating: null }]);
    expect(rows.map(({ rating }) => rating)).toEqual([0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5]);
    expect(rows.map(({ count }) => count)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
  });
});

describe("release years", () => {
  const films = fromYears(1939, 1940, 1940, 1942, null);

  test("have one row per year, including empty years between, without films that have no Year", () => {
    expect(releaseYearRows(films).map(({ year, films: count }) => [year, count])).toEqual([
      [1939, 1],
      [1940, 2],
      [1941, 0],
      [1942, 1],
    ]);
    expect(releaseYearRows(fromYears(null))).toEqual([]);
  });

  test("of a window begin and end with it, its ends included", () => {
    expect(releaseYearRows(films, { from: 1940, to: 1941 })).toEqual([{ year: 1940, films: 2 }]);
    expect(releaseYearRows(films, { from: 1950 })).toEqual([]);
  });

  test("fall into four eras, each film into one", () => {
    const split = eras.map(({ id, from, to }) => [
      id,
      releaseYearRows(fromYears(1895, 1939, 1940, 1969, 1970, 1999, 2000, 2030), { from, to })
        .filter((row) => row.films > 0)
        .map(({ year }) => year),
    ]);
    expect(split).toEqual([
      ["to-1939", [1895, 1939]],
      ["1940-1969", [1940, 1969]],
      ["1970-1999", [1970, 1999]],
      ["since-2000", [2000, 2030]],
    ]);
  });

  test("sum up to decades, empty ones between", () => {
    expect(decadeRows(fromYears(1959, 1950, 1979, 1980, null))).toEqual([
      { decade: 1950, films: 2 },
      { decade: 1960, films: 0 },
      { decade: 1970, films: 1 },
      { decade: 1980, films: 1 },
    ]);
    expect(decadeRows(fromYears(null))).toEqual([]);
  });
});

describe("order of films", () => {
  test("by title compares numbers as numbers, ignores accents and case, then sorts by year", () => {
    const films = makeFilms([
      { name: "Rocky 10", year: 1 },
      { name: "Rocky 9", year: 1 },
      { name: "Étoile", year: 2000 },
      { name: "etude", year: 2000 },
      { name: "Nosferatu", year: 2024, uri: "b" },
      { name: "Nosferatu", year: 1922, uri: "a" },
    ]);
    expect(films.sort(byTitle).map(({ name, year }) => `${name} ${year}`)).toEqual([
      "Étoile 2000",
      "etude 2000",
      "Nosferatu 1922",
      "Nosferatu 2024",
      "Rocky 9 1",
      "Rocky 10 1",
    ]);
  });

  test("by year has the newest first and those without a Year last", () => {
    const films = makeFilms([
      { name: "None", year: null },
      { name: "Old", year: 1920 },
      { name: "B", year: 2020 },
      { name: "A", year: 2020 },
    ]);
    expect(names(films.sort(byYear))).toEqual(["A", "B", "Old", "None"]);
  });

  test("of favourites is rating, then a like, then viewings, then title, without unrated films", () => {
    const films = makeFilms([
      { name: "Unrated", liked: true },
      { name: "D", rating: 4.5, liked: true },
      { name: "C", rating: 5 },
      { name: "B", rating: 5 },
      { name: "Twice", rating: 5, viewings: ["2024-01-01", "2024-01-02"] },
      { name: "Liked", rating: 5, liked: true },
    ]);
    expect(names(favourites(films))).toEqual(["Liked", "Twice", "B", "C", "D"]);
  });
});

describe("the opening", () => {
  test("is the latest decade since whose start a quarter of the films are", () => {
    // Of twelve with a Year: one since 2020, three since 2010 = 3/12 = 0.25.
    const years = [2021, 2015, 2014, 1995, 1994, 1985, 1984, 1975, 1974, 1973, 1972];
    expect(opening(fromYears(...years, 1971, null), []).recent).toEqual({
      since: 2010,
      share: 0.25,
    });
    // Of eleven a share would say too much.
    expect(opening(fromYears(...years, null), []).recent).toBeNull();
    expect(opening(fromYears(null), []).recent).toBeNull();
  });

  test("names the director of the most films, from three films on, with up to two equals by name", () => {
    const by = (id: number, name: string, count: number): FilmSpec[] =>
      Array.from({ length: count }, (_, i) => ({
        name: `${name} ${i}`,
        tmdb: { crew: [director(id, name)] },
      }));
    const found = (...specs: FilmSpec[]) => {
      const { films, people } = makeLibrary(specs);
      return opening(films, people).directors.map(({ name }) => name);
    };
    const both = [...by(1, "Varda", 3), ...by(2, "Akerman", 3)];
    expect(found(...both, ...by(3, "Ozu", 2))).toEqual(["Akerman", "Varda"]);
    expect(found(...by(1, "Varda", 4), ...by(2, "Akerman", 3))).toEqual(["Varda"]);
    expect(found(...by(1, "Varda", 2), ...by(2, "Akerman", 1), ...by(3, "Ozu", 2))).toEqual([]);
    // All of them: then none of them is first.
    expect(found(...both)).toEqual([]);
  });

  test("puts a share into words when one is near enough", () => {
    expect([0.5, 0.514, 0.32, 0.35, 0.66, 0.24, 0.74, 0.2, 0.1, 0.42].map(shareInWords)).toEqual([
      "half",
      "half",
      "a third",
      null,
      "two thirds",
      "a quarter",
      "three quarters",
      "a fifth",
      "a tenth",
      null,
    ]);
  });
});

test("the directors of some films are each named once", () => {
  const films = makeFilms([
    { name: "A", tmdb: { crew: [director(1, "Powell"), director(2, "Pressburger")] } },
    { name: "B", tmdb: { crew: [director(2, "Pressburger")] } },
  ]);
  expect(names(directorsOf(films))).toEqual(["Powell", "Pressburger"]);
});

describe("a row of posters", () => {
  const years = [1990, 2005, 1970, 2001, 1995, 1980, 2010, 1985, 2020];
  const rated = (ratings: (number | null)[]) =>
    makeFilms(ratings.map((rating, i) => ({ name: `Film ${i}`, year: years[i] ?? null, rating })));

  test("is the films, newest first, as long as they are eight", () => {
    const films = rated([5, 4, 3, 2, 1, 5, 4, 3]);
    expect(posterRow(films).map(({ year }) => year)).toEqual([
      2010, 2005, 2001, 1995, 1990, 1985, 1980, 1970,
    ]);
  });

  test("is the eight best rated of more, and the newest where fewer are rated", () => {
    const best = posterRow(rated([1, 4, 4.5, 2, 3, 5, 3.5, 2.5, 1.5]));
    expect(best.map(({ rating }) => rating)).toEqual([5, 4.5, 4, 3.5, 3, 2.5, 2, 1.5]);
    const newest = posterRow(rated([1, 4, 4.5, 2, 3, 5, 3.5, null, null]));
    expect(newest.map(({ year }) => year)).toEqual([
      2020, 2010, 2005, 2001, 1995, 1990, 1985, 1980,
    ]);
  });
});
