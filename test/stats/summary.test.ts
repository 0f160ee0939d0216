import { expect, test } from "vitest";
import { jobsOfRoles } from "../../src/jobs.ts";
import { summarise } from "../../src/stats/summary.ts";
import { actor, director, makeLibrary } from "../support/libraryMaker.ts";

const drama = { id: 18, name: "Drama" };
const comedy = { id: 35, name: "Comedy" };
const ana = director(10, "Ana");
const dee = director(11, "Dee");
const bo = actor(20, "Bo");
const toho = { id: 882, name: "Toho" };
const heist = { id: 10051, name: "heist" };
const composer = (id: number, name: string) => ({ id, name, role: "composer" as const });

/** Eleven seen films with a bit of everything, one that is not seen, three viewings on a bulk day. */
const library = makeLibrary(
  [
    {
      name: "Alpha",
      year: 1999,
      rating: 4,
      liked: true,
      viewings: [
        { on: "2023-12-30", rating: 4 },
        { on: "2023-12-31", rating: 3.5, rewatch: true },
      ],
      tmdb: {
        runtime: 100,
        genres: [drama, comedy],
        originCountries: ["FR"],
        originalLanguage: "fr",
        companies: [toho, { id: 3, name: "Pixar" }],
        keywords: [heist],
        collection: { id: 500, name: "Greek Letters Collection" },
        crew: [ana, composer(30, "Eve"), { id: 30, name: "Eve", role: "editor" }],
        cast: [bo, actor(21, "Cy", 1)],
      },
    },
    {
      name: "Beta",
      year: 2001,
      rating: 3,
      viewings: ["2024-01-01"],
      tmdb: {
        runtime: 30,
        genres: [drama],
        productionCountries: ["DE", "FR"],
        originalLanguage: "de",
        companies: [toho],
        keywords: [heist, { id: 4, name: "paris" }],
        collection: { id: 500, name: "Greek Letters Collection" },
        crew: [ana, dee, composer(30, "Eve"), composer(31, "Flo")],
        cast: [bo],
      },
    },
    {
      name: "Gamma",
      year: 2001,
      tmdb: { genres: [comedy], originCountries: ["FR"], cast: [actor(10, "Ana")] },
    },
    {
      name: "Delta",
      rating: 5,
      liked: true,
      viewings: [{ on: "2024-02-29", rating: 5 }],
      tmdb: "none",
    },
    { name: "Epsilon", year: 1990, rating: 2, viewings: ["2024-03-01"], tmdb: "series" },
    { name: "Zeta", year: 1995, rating: 0.5 },
    { name: "Eta", year: 2005, viewings: [{ on: "2024-03-10", rating: 4 }], tmdb: "failed" },
    {
      name: "Theta",
      year: 2010,
      rating: 3,
      viewings: ["2024-01-20"],
      tmdb: {
        runtime: 40,
        genres: [drama],
        originCountries: ["US"],
        originalLanguage: "en",
        keywords: [heist],
        crew: [dee, composer(31, "Flo"), composer(30, "Eve")],
        cast: [bo],
      },
    },
    {
      name: "Iota",
      year: 2011,
      viewings: [{ on: "2024-01-20", rating: 2.5, rewatch: true }],
      tmdb: { runtime: 41 },
    },
    {
      name: "Kappa",
      year: 1989,
      viewings: ["2024-01-20"],
      // A namesake of the other Ana.
      tmdb: { runtime: 90, crew: [director(12, "Ana")] },
    },
    {
      name: "Mu",
      year: 1989,
      tmdb: { runtime: 60, genres: [comedy], originCountries: ["FR"], originalLanguage: "fr" },
    },
    {
      name: "Nu",
      year: 2023,
      seen: false,
      watchlisted: "2024-01-01",
      tmdb: {
        runtime: 500,
        genres: [drama],
        originCountries: ["JP"],
        companies: [{ id: 3, name: "Pixar" }],
        crew: [ana, composer(32, "Gus")],
      },
    },
  ],
  {
    bulkDay: 3,
    ledger: {
      kind: "zip",
      asOf: "2024-03-11",
      newestDate: "2024-03-12",
      files: { "watched.csv": 11, "diary.csv": 9 },
    },
  },
);

const summary = summarise(library);

test("the summary says which export it is of", () => {
  expect(summary.export).toEqual({
    kind: "zip",
    asOf: "2024-03-11",
    newestDate: "2024-03-12",
    files: { "watched.csv": 11, "diary.csv": 9 },
  });
});

test("films: all but Gamma, Zeta and Mu have a date; Delta, Zeta and Eta are unmatched", () => {
  expect(summary.films).toEqual({
    seen: 11,
    dated: 8,
    rated: 6,
    liked: 2,
    matched: 7,
    series: 1,
    unmatched: 3,
    // Beta with 30 minutes and Theta with 40.
    shorts: 2,
    // Matched but for Gamma.
    withRuntime: 6,
  });
});

test("viewings: nine, the three of 20 January on a bulk day", () => {
  expect(summary.viewings).toEqual({
    total: 9,
    rewatches: 2,
    first: "2023-12-30",
    last: "2024-03-10",
    bulkDays: 1,
  });
});

test("ratings: those of the films, not of the viewings", () => {
  // Alpha 4, Beta 3, Delta 5, Epsilon 2, Zeta 0.5, Theta 3.
  expect(summary.ratings).toEqual({
    average: 17.5 / 6,
    histogram: {
      "0.5": 1,
      "1": 0,
      "1.5": 0,
      "2": 1,
      "2.5": 0,
      "3": 2,
      "3.5": 0,
      "4": 1,
      "4.5": 0,
      "5": 1,
    },
  });
});

test("drift: Alpha fell on rewatching; since the last viewing it rose, and Delta stayed", () => {
  expect(summary.drift).toEqual({
    rewatched: { films: 1, up: 0, down: 1, same: 0, mean: -0.5 },
    sinceLogged: { films: 2, up: 1, down: 0, same: 1, mean: 0.25 },
  });
});

test("minutes: 100 + 30 + 40 + 41 + 90 + 60, and Alpha's 100 once more", () => {
  expect(summary.minutes).toEqual({ films: 361, viewings: 461 });
});

test("streaks: three days over the new year; two weeks twice, of which the earlier", () => {
  expect(summary.streaks).toEqual({
    longestDays: { length: 3, from: "2023-12-30", to: "2024-01-01" },
    // Weeks of Monday 25 December and 1 January; those of 26 February and 4 March come later.
    longestWeeks: { length: 2, from: "2023-12-25", to: "2024-01-07" },
    current: { length: 1, from: "2024-03-10", to: "2024-03-10" },
  });
});

test("the longest gap is 2 to 9 March, since the longer ones touch the bulk day", () => {
  expect(summary.longestGap).toEqual({ days: 8, from: "2024-03-01", to: "2024-03-10" });
});

test("years: the viewings' own ratings", () => {
  expect(summary.years).toEqual([
    // Alpha twice: (4 + 3.5) / 2.
    { year: 2023, viewings: 2, films: 1, rewatches: 1, averageRating: 3.75 },
    // Delta 5, Eta 4, Iota 2.5.
    { year: 2024, viewings: 7, films: 7, rewatches: 1, averageRating: 11.5 / 3 },
  ]);
});

test("habits: Alpha twice and liked with four stars, Delta with five; the bulk day is no double bill", () => {
  expect(summary.mostSeen).toEqual([
    { name: "Alpha", year: 1999, uri: "https://boxd.it/Alpha", viewings: 2 },
  ]);
  expect(summary.likes).toMatchObject({ byRating: { "0.5": 0, "4": 1, "5": 1 }, unrated: 0 });
  expect(summary.doubleBills).toEqual({ days: 0, most: 0, on: [] });
});

test("genres: of equals the first by name, and nothing of the series or the watchlist", () => {
  expect(summary.genres).toEqual([
    // Alpha (seen twice), Gamma, Mu.
    { id: 35, name: "Comedy", films: 3, viewings: 2, average: 4 },
    // Alpha, Beta, Theta: (4 + 3 + 3) / 3.
    { id: 18, name: "Drama", films: 3, viewings: 4, average: 10 / 3 },
  ]);
});

test("directors: everybody, namesakes apart", () => {
  expect(summary.directors).toEqual([
    // Alpha and Beta: (4 + 3) / 2.
    { id: 10, name: "Ana", films: 2, viewings: 3, average: 3.5 },
    // Beta and Theta.
    { id: 11, name: "Dee", films: 2, viewings: 2, average: 3 },
    { id: 12, name: "Ana", films: 1, viewings: 1, average: null },
  ]);
});

test("actors: from two films on", () => {
  // Alpha, Beta, Theta. Cy and the directing Ana acted in one film each.
  expect(summary.actors).toEqual([{ id: 20, name: "Bo", films: 3, viewings: 4, average: 10 / 3 }]);
});

test("crew: every role but directors and actors, and in each the people of two films or more", () => {
  const { composer, ...others } = summary.crew;
  expect(composer).toEqual([
    // Alpha twice, Beta and Theta once each: (4 + 3 + 3) / 3.
    { id: 30, name: "Eve", films: 3, viewings: 4, average: 10 / 3 },
    // Beta and Theta.
    { id: 31, name: "Flo", films: 2, viewings: 2, average: 3 },
  ]);
  // Eve edited one film.
  expect(others.editor).toEqual([]);
  const ofCrew = Object.keys(jobsOfRoles).filter((role) => role !== "director");
  expect(Object.keys(summary.crew).toSorted()).toEqual(ofCrew.toSorted());
});

test("studios, keywords and collections: from two films on", () => {
  // Pixar made one film that was seen, Paris is a keyword of one.
  const twice = { films: 2, viewings: 3, average: 3.5 };
  expect(summary.studios).toEqual([{ id: 882, name: "Toho", ...twice }]);
  expect(summary.keywords).toEqual([
    { id: 10051, name: "heist", films: 3, viewings: 4, average: 10 / 3 },
  ]);
  expect(summary.collections).toEqual([{ id: 500, name: "Greek Letters", ...twice }]);
});

test("countries are those of production only without countries of origin", () => {
  expect(summary.countries).toEqual([
    // Alpha, Beta, Gamma, Mu: (4 + 3) / 2.
    { id: "FR", name: "France", films: 4, viewings: 3, average: 3.5 },
    { id: "DE", name: "Germany", films: 1, viewings: 1, average: 3 },
    { id: "US", name: "United States", films: 1, viewings: 1, average: 3 },
  ]);
  expect(summary.languages).toEqual([
    { id: "fr", name: "French", films: 2, viewings: 2, average: 4 },
    { id: "en", name: "English", films: 1, viewings: 1, average: 3 },
    { id: "de", name: "German", films: 1, viewings: 1, average: 3 },
  ]);
});

test("decades include unmatched films and series, but no film without a Year", () => {
  expect(summary.decades).toEqual([
    // Alpha twice, Epsilon once, Zeta undated: (4 + 2 + 0.5) / 3.
    { id: "1990", name: "1990s", films: 3, viewings: 3, average: 6.5 / 3 },
    // Beta, Gamma, Eta.
    { id: "2000", name: "2000s", films: 3, viewings: 2, average: 3 },
    // Kappa, Mu.
    { id: "1980", name: "1980s", films: 2, viewings: 1, average: null },
    // Theta, Iota.
    { id: "2010", name: "2010s", films: 2, viewings: 2, average: 3 },
  ]);
});

test("the summary has exactly these fields", () => {
  expect(Object.keys(summary)).toEqual([
    "export",
    "films",
    "viewings",
    "ratings",
    "drift",
    "minutes",
    "streaks",
    "longestGap",
    "years",
    "mostSeen",
    "likes",
    "doubleBills",
    "genres",
    "countries",
    "languages",
    "decades",
    "studios",
    "keywords",
    "collections",
    "directors",
    "actors",
    "crew",
  ]);
});

test("an empty library has figures of nothing: nulls, zeros and empty lists", () => {
  const empty = summarise(makeLibrary([], { ledger: { asOf: "2024-01-01" } }));
  expect(empty).toMatchObject({
    films: { seen: 0, matched: 0, unmatched: 0 },
    viewings: { total: 0, first: null, last: null },
    ratings: { average: null, histogram: { "5": 0 } },
    minutes: { films: null, viewings: null },
    streaks: { longestDays: null, longestWeeks: null, current: null },
    longestGap: null,
    mostSeen: [],
    doubleBills: { days: 0, most: 0, on: [] },
    years: [],
    genres: [],
  });
});
