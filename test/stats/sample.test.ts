import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { type Summary, summarise } from "../../src/stats/summary.ts";
import { loadSample } from "../support/loadSample.ts";

/*
 * The bundled sample, twice: as Film Ledger counts it, against figures counted by hand once and
 * against a plain count over the raw files that shares no code with src/.
 */
let summary: Summary;

beforeAll(async () => {
  summary = summarise(await loadSample());
});

test("the sample has the figures its README gives", () => {
  expect(summary).toMatchObject({
    export: { kind: "sample", asOf: "2026-11-01", newestDate: "2026-11-01" },
    films: {
      seen: 545,
      dated: 347,
      rated: 439,
      liked: 108,
      matched: 540,
      series: 3,
      unmatched: 2,
      shorts: 10,
    },
    viewings: {
      total: 384,
      rewatches: 51,
      first: "2021-06-21",
      last: "2026-10-31",
      bulkDays: 1,
    },
    minutes: { films: 61344, viewings: 65241 },
    streaks: {
      longestDays: { length: 20, from: "2022-01-08", to: "2022-01-27" },
      longestWeeks: { length: 23, from: "2024-09-09", to: "2025-02-16" },
      current: { length: 3, from: "2026-10-29", to: "2026-10-31" },
    },
    longestGap: { days: 53, from: "2023-07-01", to: "2023-08-24" },
  });
  expect(summary.ratings.average).toBeCloseTo(3.480637813211845, 12);
  expect(Object.entries(summary.ratings.histogram)).toEqual([
    ["1", 7],
    ["2", 35],
    ["3", 82],
    ["4", 56],
    ["5", 45],
    ["0.5", 2],
    ["1.5", 17],
    ["2.5", 36],
    ["3.5", 76],
    ["4.5", 83],
  ]);
  expect(summary.years.map(({ year, viewings }) => [year, viewings])).toEqual([
    [2021, 55],
    [2022, 89],
    [2023, 59],
    [2024, 66],
    [2025, 64],
    [2026, 51],
  ]);
  const { countries, languages, genres, directors } = summary;
  expect([countries, languages, genres, directors].map((rows) => rows.length)).toEqual([
    47, 35, 18, 266,
  ]);
});

type Row = Record<string, string>;

const rows = (name: string): Row[] =>
  parse(readFileSync(`data/sample/${name}`), { columns: true, bom: true });
const lines = (name: string): { id: number }[] =>
  readFileSync(`data/sample/tmdb/${name}`, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

const titleOf = (row: Row) => `${row.Name} (${row.Year})`;
const count = <T>(items: T[], key: (item: T) => string | number): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
};
const distinct = <T>(items: T[]) => new Set(items).size;

describe("a plain count over the raw files agrees", () => {
  const watched = rows("watched.csv");
  const ratings = rows("ratings.csv");
  const diary = rows("diary.csv").sort((a, b) =>
    `${a["Watched Date"]}`.localeCompare(`${b["Watched Date"]}`),
  );
  // Entries know their film by name and year alone. Two films of the sample are called the same:
  // their entries go to them in turn, the surplus to the last.
  const uris = Map.groupBy([...watched, ...ratings], titleOf);
  const turns: Record<string, number> = {};
  for (const row of diary) {
    const title = titleOf(row);
    const films = [...new Set((uris.get(title) ?? []).map((film) => film["Letterboxd URI"]))];
    const turn = turns[title] ?? 0;
    turns[title] = turn + 1;
    row.Film = films[Math.min(turn, films.length - 1)] ?? title;
  }
  const filmOf = (row: Row) => `${row.Film ?? row["Letterboxd URI"]}`;
  const seen = new Set([...watched, ...ratings, ...diary].map(filmOf));
  const days = [...new Set(diary.map((row) => `${row["Watched Date"]}`))].sort();
  const times = count(diary, filmOf);

  test("on films and likes", () => {
    for (const review of rows("reviews.csv")) {
      expect(uris.has(titleOf(review)) || seen.has(titleOf(review))).toBe(true);
    }
    expect(summary.films).toMatchObject({
      seen: seen.size,
      dated: distinct(diary.map(filmOf)),
      liked: rows("likes/films.csv").filter((row) => seen.has(filmOf(row))).length,
    });
  });

  test("on the as-of day", () => {
    const dated = [...watched, ...ratings, ...diary, ...rows("reviews.csv")];
    const marked = [...rows("likes/films.csv"), ...rows("watchlist.csv")];
    const dates = [...dated, ...marked].flatMap((row) => [
      `${row.Date}`,
      row["Watched Date"] ?? "",
    ]);
    expect(summary.export.newestDate).toBe(dates.sort().at(-1));
    expect(summary.export.asOf).toBe(dates.at(-1));
  });

  test("on viewings, rewatches and years", () => {
    const before = new Set<string>();
    const rewatches = diary.filter((row) => {
      const again = row.Rewatch === "Yes" || before.has(filmOf(row));
      before.add(filmOf(row));
      return again;
    });
    const bulk = Object.values(count(diary, (row) => `${row["Watched Date"]}`)).filter(
      (n) => n >= 10,
    );
    expect(summary.viewings).toEqual({
      total: diary.length,
      rewatches: rewatches.length,
      first: days[0],
      last: days.at(-1),
      bulkDays: bulk.length,
    });
    const years = Map.groupBy(diary, (row) => Number(row["Watched Date"]?.slice(0, 4)));
    expect(summary.years).toEqual(
      [...years].map(([year, viewings]) => {
        const given = viewings.filter((row) => row.Rating !== "").map((row) => Number(row.Rating));
        return {
          year,
          viewings: viewings.length,
          films: distinct(viewings.map(filmOf)),
          rewatches: rewatches.filter((row) => row["Watched Date"]?.startsWith(`${year}`)).length,
          averageRating: given.reduce((a, b) => a + b, 0) / given.length,
        };
      }),
    );
  });

  test("on ratings", () => {
    // Oldest first, so that later ones replace earlier ones and ratings.csv replaces the diary.
    const rated = new Map<string, number>();
    for (const row of [...diary, ...ratings]) {
      if (row.Rating) rated.set(filmOf(row), Number(row.Rating));
    }
    const values = [...rated.values()];
    expect(summary.films.rated).toBe(values.length);
    expect(summary.ratings.average).toBeCloseTo(
      values.reduce((a, b) => a + b, 0) / values.length,
      12,
    );
    expect(summary.ratings.histogram).toEqual(count(values, (value) => value));
  });

  test("on streaks and gaps", () => {
    const at = (day: string) => new Date(`${day}T12:00:00Z`).getTime() / 86_400_000;
    const runs: string[][] = [];
    for (const day of days) {
      const last = runs.at(-1)?.at(-1);
      if (last && at(day) === at(last) + 1) runs.at(-1)?.push(day);
      else runs.push([day]);
    }
    const longest = runs.toSorted((a, b) => b.length - a.length)[0];
    expect(summary.streaks.longestDays).toEqual({
      length: longest?.length,
      from: longest?.[0],
      to: longest?.at(-1),
    });
    const weeks = [...new Set(days.map((day) => Math.floor((at(day) - at("2021-01-04")) / 7)))];
    const lengths = weeks.map((week) => {
      let length = 1;
      while (weeks.includes(week + length)) length += 1;
      return length;
    });
    expect(summary.streaks.longestWeeks?.length).toBe(Math.max(...lengths));

    const busy = count(diary, (row) => `${row["Watched Date"]}`);
    const between = days.slice(1).flatMap((day, i) => {
      const from = `${days[i]}`;
      const isBulk = (busy[from] ?? 0) >= 10 || (busy[day] ?? 0) >= 10;
      return isBulk ? [] : [at(day) - at(from) - 1];
    });
    expect(summary.longestGap?.days).toBe(Math.max(...between));
  });

  test("on everything that TMDB knows", () => {
    interface Raw {
      id: number;
      runtime: number;
      genres: { id: number }[];
      origin_country: string[];
      production_countries: { iso_3166_1: string }[];
      original_language: string;
      credits: { crew: { id: number; job: string }[] };
    }
    const films = new Map((lines("films.jsonl") as Raw[]).map((film) => [film.id, film]));
    const matches: Record<string, { type: string; id: number }> = JSON.parse(
      readFileSync("data/sample/tmdb/matches.json", "utf8"),
    );
    const matched = [...seen].flatMap((uri) => {
      const match = matches[uri];
      const film = match?.type === "movie" ? films.get(match.id) : undefined;
      return film ? [{ ...film, times: Math.max(1, times[uri] ?? 0) }] : [];
    });
    const runtimes = matched.filter(({ runtime }) => runtime > 0);
    expect(summary.films).toMatchObject({
      matched: matched.length,
      shorts: runtimes.filter(({ runtime }) => runtime <= 40).length,
      withRuntime: runtimes.length,
    });
    expect(summary.minutes).toEqual({
      films: runtimes.reduce((sum, film) => sum + film.runtime, 0),
      viewings: runtimes.reduce((sum, film) => sum + film.runtime * film.times, 0),
    });
    const countries = matched.flatMap((film) =>
      film.origin_country.length > 0
        ? film.origin_country
        : film.production_countries.map((country) => country.iso_3166_1),
    );
    expect(Object.fromEntries(summary.countries.map((row) => [row.id, row.films]))).toEqual(
      count(countries, (code) => code),
    );
    expect(Object.fromEntries(summary.languages.map((row) => [row.id, row.films]))).toEqual(
      count(matched, (film) => film.original_language),
    );
    expect(Object.fromEntries(summary.genres.map((row) => [row.id, row.films]))).toEqual(
      count(
        matched.flatMap((film) => film.genres),
        ({ id }) => id,
      ),
    );
    const directed = matched.flatMap((film) => [
      ...new Set(film.credits.crew.filter(({ job }) => job === "Director").map(({ id }) => id)),
    ]);
    expect(Object.fromEntries(summary.directors.map((row) => [row.id, row.films]))).toEqual(
      count(directed, (id) => id),
    );
  });
});

test("the last line of the sample’s history has its figures", () => {
  const last = rows("history.csv").at(-1);
  expect(last).toMatchObject({
    Date: summary.export.asOf,
    Films: `${summary.films.seen}`,
    Viewings: `${summary.viewings.total}`,
    Rated: `${summary.films.rated}`,
    Average: summary.ratings.average?.toFixed(4),
    Likes: `${summary.films.liked}`,
    Watchlist: `${rows("watchlist.csv").length}`,
  });
});
