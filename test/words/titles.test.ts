import { describe, expect, test } from "vitest";
import { createFormat } from "../../src/format.ts";
import type { YearRow } from "../../src/stats/years.ts";
import { coverage, knownFor } from "../../src/words/known.ts";
import * as titles from "../../src/words/titles.ts";
import { type FilmSpec, makeFilms, makeLibrary } from "../support/libraryMaker.ts";

const format = createFormat();

test("ratings are titled by the one given most often", () => {
  const title = (...ratings: (number | null)[]) =>
    titles.ratingsTitle(
      ratings.map((rating) => ({ rating })),
      { otherwise: "How you rate" },
    );
  expect(title(3.5, 3.5, 3.5, 4, 5)).toBe("You give three and a half stars most often");
  expect(title(0.5, 0.5, 0.5, 4, 5)).toBe("You give half a star most often");
  expect(title(1, 1, 1, 4, 5)).toBe("You give one star most often");
  // Two equals; too few in all; too few of the first.
  expect(title(4, 4, 4, 3, 3, 3)).toBe("How you rate");
  expect(title(4, 4, 4, 5, null, null)).toBe("How you rate");
  expect(title(4, 4, 3, 2, 1)).toBe("How you rate");
});

test("ratings of a genre are titled by what sets them apart from all others", () => {
  const films = (name: string, counts: Record<number, number>) =>
    Object.entries(counts).flatMap(([rating, count]) =>
      Array.from({ length: count }, (_, i) => ({
        name: `${name} ${rating} ${i}`,
        rating: +rating,
      })),
    );
  const title = (own: Record<number, number>, others: Record<number, number>) => {
    const specs = films("own", own);
    const all = makeFilms([...specs, ...films("other", others)]);
    return titles.oddRating(all.slice(0, specs.length), all, format);
  };
  // Five stars for 20 of 40, and for 10 of 100: twice the error is 2√(.25/40 + .09/100) = 0.17.
  expect(title({ 4: 20, 5: 20 }, { 4: 90, 5: 10 })).toEqual({
    title: "Five stars for 50% of those you rated, for 10% of the others",
    rating: 5,
  });
  // The commonest rating of both, and no more so here than there; the same shares of six.
  expect(title({ 4: 30, 5: 10 }, { 4: 75, 5: 25 })).toBeNull();
  expect(title({ 4: 3, 5: 3 }, { 4: 90, 5: 10 })).toBeNull();
  expect(title({ 4: 30 }, {})).toBeNull();
});

test("weekdays are titled by the one of most viewings", () => {
  const title = (...viewings: number[]) =>
    titles.weekdaysTitle(
      viewings.map((count, weekday) => ({ weekday, viewings: count })),
      format,
    );
  expect(title(1, 0, 0, 0, 2, 4, 3)).toBe("Saturday most often: 4 viewings");
  expect(title(1, 0, 0, 0, 2, 4, 4)).toBe("Saturday and Sunday most often: 4 viewings each");
  expect(title(4, 4, 4, 4, 0, 0, 0)).toBe("Days of the week");
  expect(title(0, 0, 0, 0, 0, 4, 0)).toBe("Days of the week");
});

describe("months are titled by the fullest", () => {
  const days = (counts: Record<string, number>) =>
    Object.entries(counts).flatMap(([date, count]) => Array(count).fill({ date }));
  const title = (counts: Record<string, number>, bulk: string[] = []) =>
    titles.monthsTitle(days(counts), { bulk: new Set(bulk), format, otherwise: "Month by month" });

  test("where one is", () => {
    expect(title({ "2024-01-05": 2, "2024-02-01": 2, "2024-02-09": 1 })).toBe(
      "February 2024 was the fullest month: 3 viewings",
    );
    expect(title({ "2024-01-05": 3, "2024-02-01": 3 })).toBe("Month by month");
    expect(title({ "2024-01-05": 5 })).toBe("Month by month");
    expect(title({ "2024-01-05": 3, "2024-02-01": 1 })).toBe("Month by month");
  });

  test("and not where days that were filled in would make another one so, or it fuller", () => {
    const counts = { "2024-01-05": 4, "2024-02-01": 3, "2024-03-31": 12 };
    expect(title(counts)).toBe("March 2024 was the fullest month: 12 viewings");
    expect(title(counts, ["2024-03-31"])).toBe("Month by month");
    expect(title({ ...counts, "2024-03-01": 5 }, ["2024-03-31"])).toBe("Month by month");
  });
});

test("years of release and decades are titled by what there is most of", () => {
  const films = (...years: number[]) =>
    makeFilms(years.map((year, i) => ({ name: `Film ${i}`, year })));
  expect(titles.releaseYearsTitle(films(1985, 1985, 1985, 1961, 1962))).toBe(
    "1985 leads the years of release, the 1980s the decades",
  );
  // Two decades of three films each; then two years of three each.
  expect(titles.releaseYearsTitle(films(1985, 1985, 1985, 1961, 1962, 1963))).toBe(
    "1985 leads the years of release",
  );
  expect(titles.releaseYearsTitle(films(1985, 1985, 1985, 1961, 1961, 1961, 1962))).toBe(
    "The 1960s lead the decades of release",
  );
  expect(titles.releaseYearsTitle(films(1953, 1962, 1971, 1985, 1994))).toBe("When they were made");
  expect(titles.releaseYearsTitle(films(1985, 1985, 1985))).toBe("When they were made");
  const decades = (...counts: number[]) =>
    titles.decadesTitle(
      counts.map((count, i) => ({ decade: 1960 + 10 * i, films: count })),
      format,
    );
  expect(decades(2, 4, 0, 1)).toBe("The 1970s lead: 4 of 7 films");
  expect(decades(4, 0, 4, 1)).toBe("The 1960s and 1980s lead: 4 each of 9 films");
  expect(decades(4, 4)).toBe("When it was made");
  expect(decades(9)).toBe("When it was made");
});

test("streaks and gaps are titled by the longest of each", () => {
  const streak = { length: 9, from: "2024-01-01", to: "2024-01-09" };
  const gap = { days: 41, from: "2024-01-09", to: "2024-02-20" };
  expect(titles.streaksTitle([streak], [gap], format)).toBe(
    "9 days in a row at most, 41 days without a film",
  );
  expect(titles.streaksTitle([streak], [], format)).toBe("9 days in a row at most");
  expect(titles.streaksTitle([], [{ ...gap, days: 1 }], format)).toBe(
    "1 day without a film at most",
  );
  expect(titles.streaksTitle([], [], format)).toBe("Streaks and gaps");
});

describe("years are titled by the last that is over beside the one before", () => {
  const row = (year: number, viewings: number): YearRow => ({
    year,
    viewings,
    films: viewings,
    rewatches: 0,
    rated: 0,
    averageRating: null,
  });
  const title = (rows: YearRow[], first = "2023-01-15") =>
    titles.yearsTitle(rows, { first, asOf: "2026-02-01", format, otherwise: "Year by year" });

  test("more, fewer or as many", () => {
    const running = row(2026, 3);
    expect(title([row(2024, 40), row(2025, 52), running])).toBe(
      "52 viewings in 2025, 12 more than in 2024",
    );
    expect(title([row(2024, 40), row(2025, 32)])).toBe("32 viewings in 2025, 8 fewer than in 2024");
    expect(title([row(2024, 40), row(2025, 40)])).toBe("40 viewings in 2025, as many as in 2024");
  });

  test("and not where the diary began in the midst of it, or the two are not there", () => {
    expect(title([row(2024, 40), row(2025, 52)], "2024-08-01")).toBe("Year by year");
    expect(title([row(2024, 40), row(2025, 52)], "2024-01-09")).toMatch(/^52 viewings/);
    expect(title([row(2023, 40), row(2025, 52)])).toBe("Year by year");
    expect(title([row(2024, 4), row(2025, 5)])).toBe("Year by year");
    expect(title([row(2026, 50)])).toBe("Year by year");
  });
});

test("of how much something is known is said shortly where it is all", () => {
  const said = (count: number, all: number) =>
    knownFor("runtime", { known: count, all, unit: "film", format });
  expect(said(3, 4)).toBe("runtime known for 3 of 4 films");
  expect(said(0, 1)).toBe("runtime known for 0 of 1 film");
  expect(said(4, 4)).toBe("runtime known for all 4 films");
  expect(said(1, 1)).toBe("runtime known");
});

describe("coverage is told once", () => {
  const whole: FilmSpec = { name: "Ran", tmdb: { runtime: 162 } };
  const untimed: FilmSpec = { name: "Fjord", tmdb: { runtime: null } };
  const unmatched: FilmSpec = { name: "Low Tide", tmdb: "none" };
  test.each([
    [
      "of all that is missing",
      [whole, untimed, unmatched],
      "Genres, people and countries are known for 2 of 3 films, runtimes for 1.",
    ],
    [
      "in one, where the same films have all of it",
      [whole, unmatched],
      "Genres, people, countries and runtimes are known for 1 of 2 films.",
    ],
    [
      "of runtimes, where they alone are missing",
      [whole, untimed],
      "Runtimes are known for 1 of 2 films.",
    ],
    ["not at all where nothing is missing", [whole], null],
    ["not at all where nothing is known", [unmatched], null],
  ])("%s", (_, films, sentence) => {
    expect(coverage(makeLibrary(films), format)).toBe(sentence);
  });
});
