import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { today } from "../src/clock.ts";
import { isProblem } from "../src/problem.ts";
import { publishables } from "../src/publishables.ts";
import { readSettings } from "../src/settings.ts";
import { temporaryFolder } from "./support/temporaryFolder.ts";

const read = (env: Record<string, string> = {}, config: unknown = {}, root = temporaryFolder()) =>
  readSettings({ config, env, root });

/** The message and hint of the Problem that reading throws. */
function problemOf(env: Record<string, string>, config: unknown = {}): string {
  try {
    read(env, config);
  } catch (error) {
    if (isProblem(error)) return `${error.message} ${error.hint}`;
    throw error;
  }
  throw new Error("the settings were taken");
}

const isPublic = (settings: ReturnType<typeof read>) =>
  publishables.filter((name) => settings.publish[name]);

test.each<[given: number | "all" | boolean, taken: number | "all"]>([
  [5, 5],
  [0, 0],
  ["all", "all"],
  [true, "all"],
  [false, 0],
])("filmographies: %j means %j", (given, taken) => {
  expect(read({}, { filmographies: given }).site.filmographies).toBe(taken);
});

test("without any setting the documented defaults hold", () => {
  expect(read({ BUILD_DATE: "2024-06-30" })).toEqual({
    site: {
      title: "Film Ledger",
      owner: "",
      locale: "en-GB",
      firstDayOfWeek: "monday",
      posters: "remote",
      countries: "origin",
      bulkDay: 10,
      maxFiles: 20_000,
      enrichLists: false,
      enrichWatchlist: false,
      filmographies: 20,
      collections: true,
      womenDirectors: true,
      canon: true,
      canonDetails: false,
      goal: null,
      hide: { films: [], lists: [], tags: [] },
    },
    publish: {
      reviews: false,
      tags: false,
      lists: false,
      listNotes: false,
      watchlist: false,
      favourites: true,
      name: false,
      exactDates: true,
    },
    publishSample: Object.fromEntries(publishables.map((name) => [name, true])),
    dataDir: "data",
    isDataDirNamed: false,
    isDataDirFromShell: false,
    isOnGitHub: false,
    sampleDir: "data/sample",
    listsDir: "lists",
    cacheDir: "cache",
    buildDate: "2024-06-30",
    offline: false,
    isLogPublic: false,
    siteUrl: null,
    basePath: "/",
    tmdb: {
      token: null,
      isTokenHidden: false,
      apiUrl: "https://api.themoviedb.org/3",
      imageUrl: "https://image.tmdb.org/t/p",
      requestsPerSecond: 35,
      concurrency: 16,
    },
  });
});

test("the build date is today unless it is set", () => {
  const before = today();
  const { buildDate } = read();
  expect([before, today()]).toContain(buildDate);
});

test("each variable reaches its setting", () => {
  const settings = read({
    TMDB_API_TOKEN: " abc ",
    TMDB_API_URL: "http://localhost:3000/3/",
    TMDB_IMAGE_URL: "http://localhost:3000/t/p",
    TMDB_REQUESTS_PER_SECOND: "2000",
    TMDB_CONCURRENCY: "1",
    DATA_DIR: "mine/export/",
    CACHE_DIR: "/tmp/cache",
    OFFLINE: "1",
    SITE_URL: "https://example.org",
    BASE_PATH: "/films",
    GITHUB_ACTIONS: "true",
  });
  expect(settings).toMatchObject({
    dataDir: "mine/export",
    isDataDirNamed: true,
    isDataDirFromShell: true,
    isOnGitHub: true,
    cacheDir: "/tmp/cache",
    offline: true,
    siteUrl: "https://example.org",
    basePath: "/films/",
    tmdb: {
      token: "abc",
      apiUrl: "http://localhost:3000/3",
      imageUrl: "http://localhost:3000/t/p",
      requestsPerSecond: 2000,
      concurrency: 1,
    },
  });
});

describe("a bad value is a problem that names it", () => {
  test.each([
    ["TMDB_API_URL", "api.themoviedb.org/3", "http"],
    ["TMDB_API_URL", "ftp://example.org/3", "http"],
    ["TMDB_API_URL", "https://api.themoviedb.org/4", "/3"],
    ["TMDB_IMAGE_URL", "https://image.tmdb.org", "/t/p"],
    ["TMDB_REQUESTS_PER_SECOND", "0", "1 to 2000"],
    ["TMDB_REQUESTS_PER_SECOND", "2001", "1 to 2000"],
    ["TMDB_REQUESTS_PER_SECOND", "many", "1 to 2000"],
    ["TMDB_REQUESTS_PER_SECOND", "0x10", "1 to 2000"],
    ["TMDB_REQUESTS_PER_SECOND", "1e2", "1 to 2000"],
    ["TMDB_REQUESTS_PER_SECOND", "-5", "1 to 2000"],
    ["TMDB_CONCURRENCY", "0b11", "1 to 20"],
    ["TMDB_CONCURRENCY", "21", "1 to 20"],
    ["TMDB_CONCURRENCY", "2.5", "whole"],
    ["BUILD_DATE", "2023-02-29", "YYYY-MM-DD"],
    ["BUILD_DATE", "today", "YYYY-MM-DD"],
    ["OFFLINE", "yes", "1"],
    ["SITE_URL", "example.org", "http"],
    ["SITE_URL", "https://example.org/films", "BASE_PATH"],
    ["DATA_DIR", "~/films", "only a shell knows ~"],
    ["CACHE_DIR", "~", "only a shell knows ~"],
    ["BASE_PATH", "https://example.org/films", "/film-ledger"],
    ["BASE_PATH", "/my films", "/film-ledger"],
    ["BASE_PATH", "../x", "/film-ledger"],
    ["BASE_PATH", "/films/..", "/film-ledger"],
    ["BASE_PATH", "./", "/film-ledger"],
    ["PUBLISH", "reviews,diary", "diary"],
    ["PUBLISH", "All", "all"],
  ])("%s=%s", (name, value, expected) => {
    const problem = problemOf({ [name]: value });
    expect(problem).toContain(name);
    expect(problem).toContain("the environment");
    expect(problem).toContain(expected);
  });

  test.each([
    ["titel", { titel: "Mine" }],
    ["title", { title: "" }],
    ["locale", { locale: "english please" }],
    ["locale", { locale: "english" }],
    ["firstDayOfWeek", { firstDayOfWeek: "saturday" }],
    ["posters", { posters: "yes" }],
    ["countries", { countries: "all" }],
    ["bulkDay", { bulkDay: 1 }],
    ["bulkDay", { bulkDay: 2.5 }],
    ["maxFiles", { maxFiles: 1999 }],
    ["maxFiles", { maxFiles: "20000" }],
    ["owner", { owner: null }],
    ["enrichLists", { enrichLists: "no" }],
    ["filmographies", { filmographies: "some" }],
    ["filmographies", { filmographies: -1 }],
    ["filmographies", { filmographies: 2.5 }],
    ["collections", { collections: 1 }],
    ["goal", { goal: 0 }],
    ["goal", { goal: 12.5 }],
    ["hide", { hide: ["Ran"] }],
    ["hide.films", { hide: { films: "Ran" } }],
    ["hide.tags", { hide: { tags: [1985] } }],
    ["hide.film", { hide: { film: ["Ran"] } }],
    ["publish.diary", { publish: { diary: true } }],
    ["publish.tags", { publish: { tags: "yes" } }],
  ])("%s in site.config.ts", (name, config) => {
    const problem = problemOf({}, config);
    expect(problem).toContain(name);
    expect(problem).toContain("site.config.ts");
  });

  test.each([
    [{ bulkDay: 1 }, "bulkDay in site.config.ts is 1. It must be a whole number, 2 or more."],
    [
      { filmographies: "some" },
      'filmographies in site.config.ts is "some". It must be a whole number, 0 or more, or "all".',
    ],
    [
      { posters: "none" },
      'posters in site.config.ts is "none". It must be "remote", "local" or "off".',
    ],
    [
      { publish: { tags: "yes" } },
      'publish.tags in site.config.ts is "yes". It must be true or false.',
    ],
    [
      { publish: true },
      "publish in site.config.ts is true. It must be an object, such as { reviews: true }.",
    ],
    [
      { title: undefined, owner: "x".repeat(99), locale: ["de"] },
      "locale in site.config.ts is [ 'de' ]. It must be a language tag, such as en-GB or de-DE.",
    ],
  ])("with its value and what is allowed, and nothing on spelling: %j", (config, message) => {
    expect(problemOf({}, config)).toBe(`${message} null`);
  });

  test("a long value is cut, and a token that stands in the wrong place is not repeated", () => {
    const long = problemOf({}, { firstDayOfWeek: "sun".repeat(50) });
    expect(long).toMatch(/^firstDayOfWeek in site\.config\.ts is "(sun){19}su…\. It must be/);
    const key = "0123456789abcdef0123456789abcdef";
    for (const env of [
      { TMDB_API_URL: key },
      { SITE_URL: `x?api_key=${key}` },
      { TMDB_API_TOKEN: "test-token", BUILD_DATE: "test-token" },
      { PUBLISH: key },
      { PUBLISH: `tags,${key}` },
      { TMDB_API_TOKEN: "test-token", PUBLISH: "test-token" },
    ]) {
      const problem = problemOf(env as Record<string, string>);
      expect(problem).toContain("[token]");
      expect(problem).not.toMatch(/0123456789abcdef|test-token/);
    }
  });

  test("a misspelt name of TMDB's in .env is told, and those of other programs are left alone", () => {
    const root = temporaryFolder();
    writeFileSync(`${root}/.env`, "TMDB_API_KEY=tell-nobody\nEDITOR=vi\n");
    expect(() => readSettings({ config: {}, env: {}, root })).toThrow(
      expect.objectContaining({
        message: "In .env there is no setting TMDB_API_KEY.",
        hint: expect.stringMatching(/^The TMDB settings are TMDB_API_TOKEN, TMDB_API_URL, /),
      }),
    );
  });

  test("says whether it stands in the environment or in .env", () => {
    const root = temporaryFolder();
    writeFileSync(`${root}/.env`, "OFFLINE=yes\nTMDB_CONCURRENCY=99\n");
    const env = { TMDB_CONCURRENCY: "0" };
    expect(() => readSettings({ config: {}, env, root })).toThrow(
      'TMDB_CONCURRENCY in the environment is "0". It must be a whole number from 1 to 20.\nOFFLINE in .env is "yes". It must be 1 (never touch the network) or 0.',
    );
  });

  test.each([
    ["titel", { titel: "Mine" }, "title"],
    ["collection", { collection: true }, "collections"],
    ["exactdates", { exactdates: false }, "publish.exactDates"],
    ["watchlist", { watchlist: true }, "publish.watchlist"],
    ["publish.review", { publish: { review: true } }, "publish.reviews"],
    ["publish.watchList", { publish: { watchList: true } }, "publish.watchlist"],
    ["publish.owner", { publish: { owner: true } }, "owner"],
  ])("for %s, which nobody knows, the nearest known key is named", (name, config, nearest) => {
    expect(problemOf({}, config)).toBe(
      `In site.config.ts there is no setting ${name}. Did you mean ${nearest}? The README lists every setting with its meaning and default.`,
    );
  });

  test("for a key that is like no other none is named", () => {
    expect(problemOf({}, { zzz: 1 })).not.toContain("Did you mean");
  });

  test("PUBLISH names what it may be, and the nearest", () => {
    const problem = problemOf({ PUBLISH: "reviws,tags" });
    expect(problem).toContain('PUBLISH in the environment is "reviws,tags".');
    expect(problem).toContain("Did you mean reviews?");
    expect(problem).toContain("all, none, or a list of reviews,tags,lists,listNotes");
  });

  test.each([
    ["all,reviews", "Use the word all on its own."],
    ["tags, none", "Use the word none on its own."],
    ["reviews,", "It has an extra comma."],
    ["reviews,,tags", "It has an extra comma."],
    ["reviews tags", "Put a comma between the names."],
  ])("PUBLISH=%s is told in plain words", (list, why) => {
    const start = `PUBLISH in the environment is "${list}". ${why} It must be all, none, or`;
    expect(problemOf({ PUBLISH: list })).toContain(start);
  });

  const circle: unknown[] = [];
  circle.push(circle);
  test.each([
    [10n, "10n"],
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "Infinity"],
    [circle, "<ref *1> [ [Circular *1] ]"],
    [{ days: { of: { a: "week" } } }, "{ days: { of: [Object] } }"],
    [() => 10, "[Function (anonymous)]"],
  ])("a value that no JSON holds is shown too: %s", (bulkDay, said) => {
    expect(problemOf({}, { bulkDay })).toContain(
      `bulkDay in site.config.ts is ${said}. It must be a whole number, 2 or more.`,
    );
  });

  test("and names all of them at once", () => {
    const config = { posters: "none", firstDayOfWeek: "friday", publish: { review: true } };
    const problem = problemOf({}, config);
    for (const name of ["posters", "firstDayOfWeek", "publish.review"]) {
      expect(problem).toContain(name);
    }
  });

  test("and never repeats the token", () => {
    const env = { TMDB_API_TOKEN: "0123456789abcdef", BUILD_DATE: "never" };
    expect(problemOf(env)).not.toContain("0123456789abcdef");
  });
});

describe("what is public", () => {
  test("is what the settings choose, with the defaults for what they leave out", () => {
    const config = { publish: { reviews: true, watchlist: true } };
    expect(isPublic(read({}, config))).toEqual([
      "reviews",
      "watchlist",
      "favourites",
      "exactDates",
    ]);
  });

  test("is everything, nothing or exactly what PUBLISH lists, whatever the settings choose", () => {
    const config = { publish: { reviews: true } };
    expect(isPublic(read({ PUBLISH: "all" }, config))).toEqual([...publishables]);
    expect(isPublic(read({ PUBLISH: "none" }, config))).toEqual([]);
    expect(isPublic(read({ PUBLISH: "tags, exactDates" }, config))).toEqual(["tags", "exactDates"]);
  });

  test("is up to the settings when PUBLISH is empty", () => {
    expect(isPublic(read({ PUBLISH: "" }))).toEqual(["favourites", "exactDates"]);
  });
});

describe("of the sample everything is public", () => {
  const ofSample = (...args: Parameters<typeof read>) => {
    const { publishSample } = read(...args);
    return publishables.filter((name) => publishSample[name]);
  };

  test("unless the settings or PUBLISH say otherwise", () => {
    expect(ofSample()).toEqual([...publishables]);
    expect(ofSample({}, { publish: { reviews: false } })).not.toContain("reviews");
    expect(ofSample({ PUBLISH: "none" })).toEqual([]);
    expect(ofSample({ PUBLISH: "tags" })).toEqual(["tags"]);
  });
});

describe("TMDB is asked about films of lists and of the watchlist", () => {
  const asked = (...args: Parameters<typeof read>) => {
    const { enrichLists, enrichWatchlist } = read(...args).site;
    return { enrichLists, enrichWatchlist };
  };

  test("where these are public", () => {
    expect(asked()).toEqual({ enrichLists: false, enrichWatchlist: false });
    expect(asked({}, { publish: { lists: true } })).toEqual({
      enrichLists: true,
      enrichWatchlist: false,
    });
    expect(asked({ PUBLISH: "watchlist" }, { publish: { lists: true } })).toEqual({
      enrichLists: false,
      enrichWatchlist: true,
    });
  });

  test("or as the settings say", () => {
    const config = { enrichLists: true, enrichWatchlist: false, publish: { watchlist: true } };
    expect(asked({}, config)).toEqual({ enrichLists: true, enrichWatchlist: false });
  });
});

test.each(["false", "0", "1", ""])("GITHUB_ACTIONS=%s is no workflow on GitHub", (value) => {
  expect(read({ GITHUB_ACTIONS: value })).toMatchObject({ isOnGitHub: false, isLogPublic: false });
});

test("in a workflow on GitHub all may be able to read what is said", () => {
  expect(read({ GITHUB_ACTIONS: "true" }).isLogPublic).toBe(true);
});

test.each([
  ["", "/"],
  ["/", "/"],
  ["film-ledger", "/film-ledger/"],
  ["/film-ledger", "/film-ledger/"],
  ["/film-ledger/", "/film-ledger/"],
  ["//a//b/", "/a/b/"],
])("BASE_PATH %j is %s", (given, expected) => {
  expect(read({ BASE_PATH: given }).basePath).toBe(expected);
});

describe(".env", () => {
  const rootWith = (text: string) => {
    const root = temporaryFolder();
    writeFileSync(`${root}/.env`, text);
    return root;
  };

  test("completes the environment, comments and quotes as usual", () => {
    const root = rootWith('# mine\nTMDB_API_TOKEN="abc"\nTMDB_CONCURRENCY=4\nOTHER=1\n');
    expect(read({}, {}, root).tmdb).toMatchObject({ token: "abc", concurrency: 4 });
  });

  test("gives way to the environment, also where that is empty", () => {
    const root = rootWith("DATA_DIR=theirs\nOFFLINE=1\n");
    expect(read({ DATA_DIR: "mine" }, {}, root)).toMatchObject({ dataDir: "mine", offline: true });
    expect(read({ DATA_DIR: "" }, {}, root)).toMatchObject({
      dataDir: "data",
      isDataDirNamed: false,
    });
  });

  test("is hidden by an empty variable of the shell, which is told for the token", () => {
    const root = rootWith("TMDB_API_TOKEN=abc\nDATA_DIR=theirs\n");
    const hidden = { token: null, isTokenHidden: true };
    expect(read({ TMDB_API_TOKEN: "" }, {}, root).tmdb).toMatchObject(hidden);
    expect(read({}, {}, root)).toMatchObject({
      tmdb: { token: "abc", isTokenHidden: false },
      isDataDirNamed: true,
      isDataDirFromShell: false,
    });
  });

  test("is checked like the environment", () => {
    expect(() => read({}, {}, rootWith("BUILD_DATE=soon\n"))).toThrow("BUILD_DATE");
  });
});

test("an empty or blank variable is as good as none", () => {
  const blank = Object.fromEntries(
    [
      "TMDB_API_TOKEN",
      "TMDB_API_URL",
      "TMDB_IMAGE_URL",
      "TMDB_REQUESTS_PER_SECOND",
      "TMDB_CONCURRENCY",
      "DATA_DIR",
      "CACHE_DIR",
      "OFFLINE",
      "SITE_URL",
      "BASE_PATH",
      "PUBLISH",
    ].flatMap((name, i) => [[name, i % 2 ? "" : "  "]]),
  );
  const day = { BUILD_DATE: "2024-06-30" };
  expect(read({ ...blank, ...day })).toEqual(read(day));
});
