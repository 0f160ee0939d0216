import { describe, expect, test } from "vitest";
import { type DoctorInput, diagnosisLines } from "../../src/doctor/diagnosis.ts";
import { settingsSection } from "../../src/doctor/settingsSection.ts";
import { loadLibrary } from "../../src/loadLibrary.ts";
import { readSettings } from "../../src/settings.ts";
import { doubtful } from "../../src/tmdb/match/searchResults.ts";
import { temporaryFolder } from "../tmdb/world.ts";

const root = temporaryFolder();
const settings = readSettings({ config: {}, env: {}, root });
const loaded = await loadLibrary({ ...settings, dataDir: settings.sampleDir });

const input = (changes: Partial<DoctorInput> = {}, all = false) =>
  diagnosisLines(
    {
      ...loaded,
      settings,
      report: null,
      remarks: ["Export: the one of May."],
      warnings: [],
      ...changes,
    },
    { all },
  );

const complaints = (level: "note" | "warning", count: number) =>
  Array.from({ length: count }, (_, n) => ({
    level,
    file: "diary.csv",
    line: n + 2,
    message: `${level} ${n}.`,
  }));

const withComplaints = (...all: ReturnType<typeof complaints>[]) => ({
  ledger: { ...loaded.ledger, complaints: all.flat() },
});

const inDoubt = (count: number) => ({
  report: {
    doubtful: Array.from({ length: count }, (_, i) => ({
      key: `${i}`,
      uri: null,
      name: `Film ${i}`,
      year: i === 0 ? null : 1990 + i,
      match: doubtful("Two are equally known.", []),
    })),
    unknown: [],
  },
});

const headings = (lines: string[]) => lines.filter((line) => /^\S/.test(line));

/** The lines of a section, without the blanks they begin with. */
function section(lines: string[], title: string): string[] {
  const rest = lines.slice(lines.indexOf(title) + 1);
  return rest.slice(0, rest.indexOf("")).map((line) => line.trim());
}

test("warnings and public things come first, on one screen", () => {
  const lines = input();
  expect(headings(lines)).toEqual([
    "Odd",
    "Public",
    "Export",
    "Films",
    "Full report: npm run doctor -- --all",
  ]);
  expect(lines.length).toBeLessThanOrEqual(24);
});

test("also where everything is odd: warnings first, then notes, the rest as a number", () => {
  const lines = input({
    ...withComplaints(complaints("note", 1560), complaints("warning", 3)),
    ...inDoubt(40),
    warnings: ["overrides.csv, line 2: no film of this name."],
    remarks: Array.from({ length: 9 }, (_, n) => `Not used: ${n}.zip`),
  });
  expect(lines.length).toBeLessThanOrEqual(30);
  expect(section(lines, "Odd")).toEqual([
    "! overrides.csv, line 2: no film of this name.",
    "! diary.csv, line 2: warning 0.",
    "! diary.csv, line 3: warning 1.",
    "! diary.csv, line 4: warning 2.",
    "… and 1,560 more",
  ]);
  expect(section(lines, "Export").slice(3, 5)).toEqual(["Not used: 3.zip", "… and 5 more"]);
});

test("all of it is there where all is asked for", () => {
  const lines = input({ ...withComplaints(complaints("note", 60)), ...inDoubt(40) }, true);
  expect(section(lines, "Odd")).toHaveLength(60);
  const tmdb = section(lines, "TMDB (from the cache)");
  expect(tmdb).toHaveLength(42);
  expect(tmdb.slice(1, 4)).toEqual([
    "uncertain        40",
    "Film 0 (no year): Two are equally known.",
    "Film 1 (1991): Two are equally known.",
  ]);
  expect(lines.join("\n")).not.toMatch(/… and|and \d+ more/);
});

test("every open film has its candidates as lines for overrides.csv, where all is asked for", () => {
  const film1 = { title: "Film 1", originalTitle: "Film 1", year: 1991, votes: 3 };
  const candidates = [{ type: "movie" as const, id: 7, ...film1 }];
  const match = doubtful("Two are equally known.", candidates);
  const film = { key: "1", uri: "https://boxd.it/1", name: "Film 1", year: 1991, match };
  const lines = input({ report: { doubtful: Array(40).fill(film), unknown: [film] } }, true);
  const tmdb = section(lines, "TMDB (from the cache)");
  const ready = tmdb.filter((line) => line.includes("movie/7"));
  expect(ready).toHaveLength(41);
  expect(ready[40]).toBe("Film 1,1991,https://boxd.it/1,movie/7    ← Film 1 (1991), 3 votes");
});

test("three films without a sure match are named unasked, and how many more there are", () => {
  const lines = section(input(inDoubt(13)), "Films");
  expect(lines.find((line) => line.startsWith("TMDB"))).toBe(
    "TMDB             540 films, 3 series, 2 without data. Uncertain matches: Film 0 (no year), Film 1 (1991), Film 2 (1992) and 10 more",
  );
});

test("where TMDB was never asked, that is said, and what a key brings", () => {
  const films = loaded.library.films.map((film) => ({ ...film, match: null, details: null }));
  const lines = section(input({ library: { ...loaded.library, films } }), "Films");
  expect(lines.find((line) => line.startsWith("TMDB"))).toBe(
    "TMDB             not asked yet. A key in .env brings genres, people, countries and runtimes",
  );
});

test("entries with the same film at TMDB are named, and without any the line is missing", () => {
  const tmdb = (changes: Partial<DoctorInput>, all = false) =>
    section(input(changes, all), all ? "TMDB (from the cache)" : "Films");
  expect(tmdb({}).join("\n")).not.toContain("One at TMDB");
  const match = { type: "movie" as const, id: 1, confidence: 1, reason: "Said so." };
  const two = loaded.library.films.slice(0, 2);
  const films = loaded.library.films.map((film) => ({
    ...film,
    match: two.includes(film) ? match : null,
  }));
  const changes = { library: { ...loaded.library, films } };
  const names = two
    .map(({ name, year }) => `${name} (${year})`)
    .sort()
    .join(" = ");
  expect(tmdb(changes).find((line) => line.startsWith("TMDB"))).toContain(
    `Same film at TMDB: ${names}`,
  );
  expect(tmdb(changes, true)).toContain(`same at TMDB     ${names}`);
});

test("public things are listed with the name that is shown, and a missing name is a warning", () => {
  const publish = { ...settings.publish, name: true };
  const named = input({ settings: { ...settings, publish } });
  expect(section(named, "Public").slice(0, 2)).toEqual([
    "published        favourites, name (Ottoline Quillfeather), exactDates",
    "withheld         reviews, tags, lists, listNotes, watchlist",
  ]);
  const library = { ...loaded.library, owner: null };
  const nameless = input({ settings: { ...settings, publish }, library });
  expect(section(nameless, "Public")[0]).toContain("name (not known)");
  expect(section(nameless, "Odd")[0]).toMatch(
    /^! publish\.name is on, but your name is not known: owner .+ profile\.csv\. .+ owner: "Your Name",$/,
  );
});

test("a public thing that changes no page is said to have no effect", () => {
  const published = (config: object) =>
    section(input({ settings: readSettings({ config, env: {}, root }) }), "Public")[0];
  const publish = { listNotes: true, watchlist: true };
  expect(published({ publish })).toBe(
    "published        listNotes (shown only with lists), watchlist, favourites, exactDates",
  );
  expect(published({ publish: { ...publish, lists: true } })).toBe(
    "published        lists, listNotes, watchlist, favourites, exactDates",
  );
});

describe("of an export in a folder", () => {
  const empty = {
    ...loaded.library,
    kind: "folder" as const,
    lists: [],
    watchlist: [],
    films: loaded.library.films.map((film) => ({ ...film, viewings: [], looseReviews: [] })),
  };

  test("it is said what another import is needed for, if it is published or is to be", () => {
    const config = { publish: { lists: true } };
    const chosen = readSettings({ config, env: {}, root });
    const lines = section(input({ settings: chosen, library: empty }), "Public");
    expect(lines[0]).toBe(
      "published        lists (none in the export: if you have some, import it again), favourites, exactDates",
    );
    expect(lines.at(-1)).toBe(
      "To publish reviews, tags, listNotes, watchlist later, change the settings and import the export again.",
    );
  });

  test("nothing of that is said of one that has everything, or of a zip", () => {
    for (const kind of ["folder", "zip"] as const) {
      const library = kind === "zip" ? { ...empty, kind } : { ...loaded.library, kind };
      expect(section(input({ library }), "Public").join()).not.toMatch(/import/);
    }
  });
});

test("what is hidden is counted, and that the files still have it", async () => {
  const hide = { films: ["Beau Travail", "No Such Film"], lists: [], tags: ["Netflix"] };
  const chosen = readSettings({ config: { hide }, env: {}, root });
  const hiding = await loadLibrary({ ...chosen, dataDir: chosen.sampleDir });
  const lines = input({ ...hiding, settings: chosen });
  expect(section(lines, "Public").slice(3)).toEqual([
    "hidden           1 film, 1 tag",
    "The export still contains what is hidden: a public repository with it shows it.",
  ]);
  expect(settingsSection(chosen).fields[0]).toEqual(["hide", "films 2, tags 1"]);
  expect(hiding.library.films).toHaveLength(loaded.library.films.length - 1);
  expect(hiding.library.favourites.map(({ name }) => name)).not.toContain("Beau Travail");
});

test("an empty token in the shell is told, where .env has one", () => {
  const tmdb = { ...settings.tmdb, token: null, isTokenHidden: true };
  expect(settingsSection({ ...settings, tmdb }).fields[0]).toEqual([
    "token",
    "empty in the shell, which overrides .env",
  ]);
});

test("of the settings those are told that differ from the usual ones", () => {
  const chosen = readSettings({
    config: { bulkDay: 12, publish: { reviews: true } },
    env: { TMDB_API_TOKEN: "0".repeat(32), BASE_PATH: "/films" },
    root,
  });
  const said = settingsSection({ ...chosen, buildDate: "2024-02-29" }).fields;
  expect(said).toEqual([
    ["token", "set"],
    ["build date", "2024-02-29"],
    ["address", "none, base /films/"],
    ["bulkDay", "12"],
    ["all else", "default"],
  ]);
  expect(settingsSection(readSettings({ config: {}, env: {}, root })).fields).toEqual([
    ["all", "default"],
  ]);
  expect(section(input(), "Films").join("\n")).not.toContain("settings");
  const offline = { ...settings, offline: true, siteUrl: "https://example.org" };
  expect(section(input({ settings: offline }), "Films").at(-1)).toBe(
    "settings         network never used; address https://example.org, base /",
  );
});

test("what did not go the plain way is told in plain words, and only where there is some", () => {
  const exceptions = {
    leftOut: { "diary.csv": 2 },
    skipped: [{ file: "lists/x.csv", reason: "is empty, without even a header." }],
    leftAlone: ["deleted/ (3 files)", "likes/lists.csv"],
    orphaned: { "orphaned/diary.csv": 7 },
    withoutAddress: { "watched.csv": 1, "diary.csv": 1003 },
    toCome: 5,
    joinedByOrder: 4,
  };
  const lines = input({ ledger: { ...loaded.ledger, exceptions } }, true);
  expect(section(lines, "Export").slice(3)).toEqual([
    "rows not used    diary.csv 2",
    "no address       watched.csv 1, diary.csv 1,003; their films were found by name and year",
    "still to come    5 rows of diary.csv, not counted as viewings",
    "same name        4 rows of films that share name and year, given to them in order",
    "orphaned         orphaned/diary.csv 7; removed from Letterboxd, not counted",
    "files not read   lists/x.csv: is empty, without even a header. deleted/ (3 files), likes/lists.csv: hold nothing that is used.",
  ]);
  const none = {
    leftOut: {},
    skipped: [],
    leftAlone: [],
    orphaned: {},
    withoutAddress: {},
    toCome: 0,
    joinedByOrder: 0,
  };
  const plain = input({ ledger: { ...loaded.ledger, exceptions: none } }, true);
  expect(section(plain, "Export")).toHaveLength(3);
});

test("what the sample's diary, lists and watchlist hold", () => {
  expect(section(input(), "Films").slice(0, 4)).toMatchInlineSnapshot(`
    [
      "seen             545, 347 with a date; 439 rated, 108 liked",
      "viewings         384 from 2021-06-21 to 2026-10-31, 51 rewatches among them",
      "longest streak   20 days, 2022-01-08 to 2022-01-27",
      "also             48 reviews, 25 tags, 3 lists with 55 films, 60 films on the watchlist",
    ]
  `);
  const all = section(input({}, true), "Diary, lists, watchlist");
  expect(all.map((line) => line.slice(0, 180))).toMatchInlineSnapshot(`
    [
      "rated again      28 films rated twice or more: 15 up, 4 down, 9 the same; +0.20 on average",
      "rating changed   311 films rated when logged and now: 5 up, 15 down, 291 the same; -0.02 on average",
      "logged soon      294 of 372 viewings, by the next day",
      "age when seen    19 years or less for half of 332 first watches",
      "reviews          48 of 44 films: 46 of a viewing, 2 without",
      "tags             25, on 310 of 384 viewings, 2021-06-21 to 2026-10-31",
      "most tagged      "festival" 73 viewings of 73 films, "with M." 73 viewings of 72 films, "35mm" 48 viewings of 44 films, "Lichtburg" 41 viewings of 39 films, "the Rialto" 39 viewing",
      "lists            3 with 55 films, 49 of them seen, and 15 notes",
      "watchlist        60 films, 3 of them seen; half of them for 884 days or more, the oldest since 2021-06-28",
      ""Noir, by wetness of street": 12 of 14 films seen, from The Third Man to Fury",
      ""Rainy Sundays": 14 of 15 films seen, from The Shop Around the Corner to Gaslight",
      ""Women, with a camera": 23 of 26 films seen, from Cléo from 5 to 7 to The Nightingale",
    ]
  `);
});
