import { existsSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { newOwner, type Owner } from "../support/owner.ts";
import { startTmdbServer, type TmdbServer } from "../tmdbServer/server.ts";

let server: TmdbServer;
let owner: Owner;

beforeAll(async () => {
  server = await startTmdbServer();
  owner = newOwner(server);
  const { code, stderr } = await owner.build();
  expect(code, stderr).toBe(0);
});

afterAll(async () => {
  owner.remove();
  await server.close();
});

const count = z.int().min(0);
const day = z.iso.date();
const rating = z.number().min(0.5).max(5).multipleOf(0.5);
const average = z.number().min(0.5).max(5);
const span = z.strictObject({ length: z.int().min(1), from: day, to: day });
const moved = z.strictObject({
  films: count,
  up: count,
  down: count,
  same: count,
  mean: z.number().min(-4.5).max(4.5).nullable(),
});
const halfStars = ["0.5", "1", "1.5", "2", "2.5", "3", "3.5", "4", "4.5", "5"];

const ranked = (id: z.ZodType) =>
  z.array(
    z.strictObject({
      id,
      name: z.string().min(1),
      films: z.int().min(1),
      viewings: count,
      average: average.nullable(),
    }),
  );

/** What docs promise to whoever builds on these files: nothing more, nothing less. */
const summarySchema = z.strictObject({
  export: z.strictObject({
    kind: z.enum(["zip", "folder", "sample"]),
    asOf: day,
    newestDate: day.nullable(),
    files: z.record(z.string(), count),
  }),
  films: z.strictObject({
    seen: count,
    dated: count,
    rated: count,
    liked: count,
    matched: count,
    series: count,
    unmatched: count,
    shorts: count,
    withRuntime: count,
  }),
  viewings: z.strictObject({
    total: count,
    rewatches: count,
    first: day.nullable(),
    last: day.nullable(),
    bulkDays: count,
  }),
  ratings: z.strictObject({
    average: average.nullable(),
    histogram: z.strictObject(Object.fromEntries(halfStars.map((key) => [key, count]))),
  }),
  drift: z.strictObject({ rewatched: moved, sinceLogged: moved }),
  mostSeen: z.array(
    z.strictObject({
      name: z.string().min(1),
      year: z.int().nullable(),
      uri: z.string().nullable(),
      viewings: z.int().min(2),
    }),
  ),
  likes: z.strictObject({
    byRating: z.strictObject(Object.fromEntries(halfStars.map((key) => [key, count]))),
    unrated: count,
  }),
  doubleBills: z.strictObject({ days: count, most: count, on: z.array(day) }),
  minutes: z.strictObject({ films: count.nullable(), viewings: count.nullable() }),
  streaks: z.strictObject({
    longestDays: span.nullable(),
    longestWeeks: span.nullable(),
    current: span.nullable(),
  }),
  longestGap: z.strictObject({ days: z.int().min(1), from: day, to: day }).nullable(),
  years: z.array(
    z.strictObject({
      year: z.int(),
      viewings: z.int().min(1),
      films: z.int().min(1),
      rewatches: count,
      averageRating: average.nullable(),
    }),
  ),
  genres: ranked(z.int()),
  directors: ranked(z.int()),
  actors: ranked(z.int()),
  countries: ranked(z.string().regex(/^[A-Z]{2}$/)),
  languages: ranked(z.string().regex(/^[a-z]{2}$/)),
  decades: ranked(z.union([z.int(), z.string()]).optional()),
  studios: ranked(z.int()),
  keywords: ranked(z.int()),
  collections: ranked(z.int()),
  crew: z.record(z.string(), ranked(z.int())),
});

const named = z.array(z.strictObject({ id: z.int(), name: z.string().min(1) }));
const filmsSchema = z.array(
  z.strictObject({
    name: z.string().min(1),
    year: z.int().nullable(),
    uri: z.url().nullable(),
    path: z.string().regex(/^\/films\/[^/]+\/$/),
    rating: rating.nullable(),
    liked: z.boolean(),
    viewings: z.array(
      z.strictObject({ date: day, rating: rating.nullable(), rewatch: z.boolean() }),
    ),
    tmdb: z
      .strictObject({
        type: z.enum(["movie", "tv"]),
        id: z.int(),
        confidence: z.number().min(0).max(1),
        reason: z.string().min(1),
      })
      .nullable(),
    runtime: z.int().min(1).nullable(),
    genres: named,
    directors: named,
    countries: z.array(z.string().regex(/^[A-Z]{2}$/)),
  }),
);

const summary = () => summarySchema.parse(owner.json("data/summary.json"));
const films = () => filmsSchema.parse(owner.json("data/films.json"));

describe("summary.json", () => {
  test("has exactly the documented shape", () => {
    expect(summarySchema.safeParse(owner.json("data/summary.json")).error?.issues ?? []).toEqual(
      [],
    );
  });

  test("holds the figures of the sample that were counted by hand", () => {
    const { export: source, ...rest } = summary();
    expect(source).toMatchObject({ kind: "folder", asOf: "2026-11-01", newestDate: "2026-11-01" });
    expect(rest).toMatchObject({
      films: { seen: 545, dated: 347, rated: 439, liked: 108, matched: 540, series: 3, shorts: 10 },
      viewings: { total: 384, rewatches: 51, first: "2021-06-21", last: "2026-10-31", bulkDays: 1 },
      streaks: {
        longestDays: { length: 20, from: "2022-01-08", to: "2022-01-27" },
        longestWeeks: { length: 23, from: "2024-09-09", to: "2025-02-16" },
      },
      longestGap: { days: 53, from: "2023-07-01", to: "2023-08-24" },
    });
    expect(rest.ratings.average).toBeCloseTo(3.4806, 4);
    expect(rest.years.map(({ year, viewings }) => [year, viewings])).toEqual([
      [2021, 55],
      [2022, 89],
      [2023, 59],
      [2024, 66],
      [2025, 64],
      [2026, 51],
    ]);
  });

  test("adds up", () => {
    const { films: counts, ratings, viewings, years } = summary();
    expect(counts.matched + counts.series + counts.unmatched).toBe(counts.seen);
    const rated = Object.values(ratings.histogram).reduce((sum, n) => sum + n, 0);
    expect(rated).toBe(counts.rated);
    expect(years.reduce((sum, year) => sum + year.viewings, 0)).toBe(viewings.total);
  });

  test("orders each ranking by films, then by name, and actors from two films", () => {
    const { genres, directors, actors, countries, languages, decades } = summary();
    for (const rows of [genres, directors, actors, countries, languages, decades]) {
      expect(rows.length).toBeGreaterThan(5);
      for (const [i, row] of rows.entries()) {
        const next = rows[i + 1];
        if (!next) continue;
        const isInOrder =
          row.films > next.films ||
          (row.films === next.films && row.name.localeCompare(next.name, "en") <= 0);
        expect([row, next, isInOrder]).toEqual([row, next, true]);
      }
    }
    expect(Math.min(...actors.map((actor) => actor.films))).toBe(2);
  });
});

describe("films.json", () => {
  test("has exactly the documented shape", () => {
    expect(filmsSchema.safeParse(owner.json("data/films.json")).error?.issues ?? []).toEqual([]);
  });

  test("agrees with summary.json", () => {
    const all = films();
    const counts = summary().films;
    expect(all).toHaveLength(counts.seen);
    expect(all.filter(({ viewings }) => viewings.length > 0)).toHaveLength(counts.dated);
    expect(all.filter(({ rating }) => rating !== null)).toHaveLength(counts.rated);
    expect(all.filter(({ liked }) => liked)).toHaveLength(counts.liked);
    expect(all.filter(({ tmdb }) => tmdb?.type === "movie")).toHaveLength(counts.matched);
    expect(all.filter(({ runtime }) => runtime !== null)).toHaveLength(counts.withRuntime);
    expect(all.flatMap(({ viewings }) => viewings)).toHaveLength(summary().viewings.total);
  });

  test("each film has the page it names", () => {
    const files = new Set(owner.files());
    expect(films().filter(({ path }) => !files.has(`${path.slice(1)}index.html`))).toEqual([]);
  });
});

describe("films.csv", () => {
  const table = (): Record<string, string>[] =>
    parse(owner.read("data/films.csv"), { columns: true });

  test("is films.json, flat", () => {
    const rows = table();
    expect(Object.keys(rows[0] ?? {})).toEqual([
      "name",
      "year",
      "uri",
      "path",
      "rating",
      "liked",
      "viewings",
      "dates",
      "tmdb",
      "confidence",
      "runtime",
      "genres",
      "directors",
      "countries",
    ]);
    expect(rows.map(({ path, rating, viewings }) => ({ path, rating, viewings }))).toEqual(
      films().map(({ path, rating, viewings }) => ({
        path,
        rating: rating === null ? "" : `${rating}`,
        viewings: `${viewings.length}`,
      })),
    );
  });

  test("no cell is run as a formula by a spreadsheet", () => {
    const cells = table().flatMap((row) => Object.values(row));
    expect(cells.filter((cell) => /^[=+\-@\t]/.test(cell))).toEqual([]);
    expect(cells).toContain("'@ in the mood for love");
  });
});

describe("doctor", () => {
  test("--json prints the object of summary.json, nothing else, and asks nothing", async () => {
    server.resetCounters();
    const { code, stdout } = await owner.doctor(["--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(owner.json("data/summary.json"));
    expect(server.counters.connections).toBe(0);
  });

  test("tells a person what is there and what will be public", async () => {
    const { code, stdout, stderr } = await owner.doctor([]);
    expect(code, stderr).toBe(0);
    for (const word of ["545", "384", "540", "watchlist"]) expect(stdout).toContain(word);
    expect(stdout).not.toContain(owner.env.TMDB_API_TOKEN);
  });

  test("makes no cache where there is none", async () => {
    const CACHE_DIR = `${owner.cacheDir}-of-nobody`;
    for (const args of [[], ["--json"]]) {
      expect(await owner.doctor(args, { CACHE_DIR })).toMatchObject({ code: 0 });
    }
    expect(existsSync(CACHE_DIR)).toBe(false);
  });

  test.each([
    ["there is no export", { DATA_DIR: "test/site" }, /test\/site/],
    ["a setting is bad", { TMDB_CONCURRENCY: "99" }, /TMDB_CONCURRENCY/],
  ])("exits with 1 when %s", async (_, env, message) => {
    const { code, stderr } = await owner.doctor([], env);
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
  });
});
