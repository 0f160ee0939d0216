import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { publishedFilms } from "../../src/dataFiles/publishedFilms.ts";
import { createFormat } from "../../src/format.ts";
import { quietLog } from "../../src/log.ts";
import { summarise } from "../../src/stats/summary.ts";
import { openCache } from "../../src/tmdb/cache/cache.ts";
import { storedFilm } from "../../src/tmdb/cache/records.ts";
import { type Details, readCache } from "../../tools/count/cache.ts";
import { compareRankings } from "../../tools/count/compareRankings.ts";
import { countFigures, readFilms } from "../../tools/count/figures.ts";
import { countKnown, knownFilms } from "../../tools/count/knownFilms.ts";
import { compareCanon, compareOwn, compareWatchlist } from "../../tools/count/listPages.ts";
import { countCanon, countOwn, countWatchlist } from "../../tools/count/lists.ts";
import { countRankings } from "../../tools/count/rankings.ts";
import { runScript } from "../support/command.ts";
import { loadSample } from "../support/loadSample.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const BUILD_DATE = "2026-11-20";

const record = <Details>(details: Details) => ({ version: 2, at: Date.now(), details });

/** A cache with details of films and of series, as they are stored. */
async function writeCache(films: { id: number }[], series: { id: number }[] = []): Promise<string> {
  const folder = temporaryFolder();
  const cache = await openCache(folder, { log: quietLog });
  for (const details of films) await cache.film.set(`${details.id}`, record(details));
  for (const details of series) await cache.series.set(`${details.id}`, record(details));
  await cache.close();
  return folder;
}

function writeFiles(files: Record<string, string>): string {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

test("every ranking of the sample is the same, counted a second time", async () => {
  const { films, ...library } = await loadSample();
  const known = <Details>(details: (Details | null)[]) => details.filter((one) => one !== null);
  const site = writeFiles({
    "summary.json": JSON.stringify(summarise({ films, ...library })),
    "films.json": JSON.stringify(publishedFilms(films, createFormat())),
  });
  const cache = await writeCache(
    known(films.map(({ details }) => details)).map((one) => storedFilm(record(one)).details),
    known(films.map(({ series }) => series)),
  );
  const { code, stdout, stderr } = await runScript("tools/count", {
    args: ["data/sample", join(site, "summary.json"), "--cache", cache],
    env: { BUILD_DATE },
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const lines = stdout.trim().split("\n");
  expect(lines.filter((line) => !/: same(?:, [1-9]\d* rows)?$/.test(line))).toEqual([]);
  const rankings = lines.flatMap((line) => /^(.+): same, \d+ rows$/.exec(line)?.[1] ?? []);
  expect(rankings).toEqual([
    ...["genres", "countries", "languages", "decades", "studios", "keywords", "collections"],
    ...["directors", "actors", "crew.cinematography", "crew.composer", "crew.editor"],
    ...["crew.screenplay", "crew.writer"],
  ]);
});

/** Two films of an address, one without, and a series. */
const exported = {
  "watched.csv": [
    "Date,Name,Year,Letterboxd URI",
    "2024-01-01,Alpha,1999,https://boxd.it/a",
    "2024-01-01,Beta,2001,https://boxd.it/b",
    "2024-01-01,Gamma,2001,",
    "2024-01-01,Show,,https://boxd.it/s",
  ].join("\n"),
  "ratings.csv": [
    "Date,Name,Year,Letterboxd URI,Rating",
    "2024-01-01,Alpha,1999,https://boxd.it/a,4",
    "2024-01-01,Gamma,2001,,2.5",
    "2024-01-01,Show,,https://boxd.it/s,1",
  ].join("\n"),
  "diary.csv": [
    "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date",
    "2024-01-02,Alpha,1999,https://boxd.it/e1,4,,,2024-01-01",
    "2024-01-03,Alpha,1999,https://boxd.it/e2,4,Yes,,2024-01-02",
    "2024-01-03,Gamma,2001,https://boxd.it/e3,2.5,,,2024-01-03",
  ].join("\n"),
};

const published = [
  { uri: "https://boxd.it/a", name: "Alpha", year: 1999, tmdb: { type: "movie", id: 1 } },
  { uri: "https://boxd.it/b", name: "Beta", year: 2001, tmdb: { type: "movie", id: 2 } },
  { uri: null, name: "Gamma", year: 2001, tmdb: { type: "movie", id: 3 } },
  // The film of this number is not the series.
  { uri: "https://boxd.it/s", name: "Show", year: null, tmdb: { type: "tv", id: 1 } },
];

const toho = { id: 882, name: "Toho" };
const heist = { id: 10051, name: "heist" };
const empty = {
  genres: [],
  originCountries: [],
  productionCountries: [],
  originalLanguage: null,
  companies: [],
  keywords: [],
  collection: null,
  cast: [],
  crew: [],
};
const plays = (id: number, name: string, character = "", order = 0) => ({
  ...{ id, name, character, order },
});
const details = [
  {
    // As version 1 of the cache had it.
    ...empty,
    id: 1,
    runtime: 100,
    genres: [{ id: 18, name: "Drama" }],
    originCountries: ["UK"],
    productionCountries: ["FR"],
    originalLanguage: "en",
    companies: [toho, toho],
    keywords: [heist],
    collection: { id: 500, name: "Greek Letters Collection" },
    cast: [plays(20, "Bo"), plays(21, "Cy", "Self (archive footage)"), plays(22, "Di", "", 14)],
    crew: [
      { id: 10, name: "Ana B", role: "director" },
      { id: 30, name: "Eve", role: "cinematographer" },
      { id: 31, name: "Flo", role: "composer" },
    ],
  },
  {
    ...empty,
    id: 2,
    runtime: 40,
    genres: [{ id: 18, name: "Drama" }],
    productionCountries: ["gb", "FR"],
    companies: [{ id: 3, name: "Pixar" }, toho],
    keywords: [{ id: 4, name: "paris" }],
    collection: { id: 500, name: "Greek Letters Collection" },
    cast: [plays(20, "Bo"), plays(21, "Cy"), plays(22, "Di", "", 15)],
    crew: { director: [[10, "Ana A", { gender: 1 }]], cinematography: [[30, "Eve"]] },
  },
  { ...empty, id: 3, runtime: null, keywords: [heist], cast: [plays(21, "Cy", "Archivist")] },
];

describe("the rankings of three films and a series", () => {
  const known = async () =>
    knownFilms(
      readFilms(writeFiles(exported), BUILD_DATE),
      published,
      readCache(await writeCache(details, [{ id: 1 }])),
    );

  test("are counted by the rules of docs/data.md", async () => {
    const films = await known();
    // Alpha is seen twice and rated 4, Gamma is seen once and rated 2.5, Beta is neither.
    const alphaAndBeta = { films: 2, viewings: 2, average: 4 };
    expect(Object.fromEntries(countRankings(films))).toEqual({
      genres: [{ id: 18, name: "Drama", ...alphaAndBeta }],
      countries: [
        { id: "GB", ...alphaAndBeta },
        // Of production only, which counts for Beta alone.
        { id: "FR", films: 1, viewings: 0, average: null },
      ],
      languages: [{ id: "en", films: 1, viewings: 2, average: 4 }],
      decades: [
        { id: "1990", name: "1990s", films: 1, viewings: 2, average: 4 },
        { id: "2000", name: "2000s", films: 2, viewings: 1, average: 2.5 },
      ],
      studios: [{ id: 882, name: "Toho", ...alphaAndBeta }],
      keywords: [{ id: 10051, name: "heist", films: 2, viewings: 3, average: (4 + 2.5) / 2 }],
      collections: [{ id: 500, name: "Greek Letters", ...alphaAndBeta }],
      directors: [{ id: 10, name: "Ana A", ...alphaAndBeta }],
      // Di is the sixteenth of Beta, and Alpha shows Cy in archive footage.
      actors: [
        { id: 20, name: "Bo", ...alphaAndBeta },
        { id: 21, name: "Cy", films: 2, viewings: 1, average: 2.5 },
      ],
      "crew.cinematography": [{ id: 30, name: "Eve", ...alphaAndBeta }],
      "crew.composer": [],
    });
    expect(countRankings(films, "production").get("countries")).toEqual([
      { id: "FR", ...alphaAndBeta },
      { id: "GB", films: 1, viewings: 0, average: null },
    ]);
    expect(countKnown(films)).toEqual({
      films: { matched: 3, series: 1, unmatched: 0, shorts: 1, withRuntime: 2 },
      minutes: { films: 140, viewings: 240 },
    });
  });

  test("differ from a summary by row, by order and by what only one of them has", async () => {
    const counted = countRankings(await known());
    const crew: Record<string, object[]> = { songs: [], stunts: [{ id: 5, films: 2 }] };
    const rows = Object.fromEntries(counted);
    for (const [name, list] of counted) {
      if (name.startsWith("crew.")) crew[name.slice(5)] = list;
    }
    const [bo, cy] = rows.actors ?? [];
    const [fr, gb] = [...(rows.countries ?? [])].reverse();
    const summary = {
      ...rows,
      crew,
      countries: [gb, fr].map((row) => ({ ...row, name: row?.id })),
      languages: [{ ...rows.languages?.[0], name: "English" }],
      decades: [...(rows.decades ?? [])].reverse(),
      studios: [{ ...rows.studios?.[0], films: 3 }],
      keywords: [],
      actors: [cy, bo],
    };
    const { isSame, lines } = compareRankings(counted, summary);
    expect(isSame).toBe(false);
    const said = (row?: object) => JSON.stringify(row);
    expect(lines).toEqual([
      "genres: same, 1 rows",
      "countries: same, 2 rows",
      "languages: same, 1 rows",
      "decades: same, 2 rows",
      `studios: differs: counted ${said(rows.studios?.[0])}, summary ${said(summary.studios[0])}`,
      `keywords: differs: counted ${said(rows.keywords?.[0])}, summary undefined`,
      "collections: same, 1 rows",
      "directors: same, 1 rows",
      `actors: differs: ${said(bo)} comes after ${said(cy)}`,
      "crew.cinematography: same, 1 rows",
      "crew.composer: same, 0 rows",
      'crew.stunts: differs: not counted: {"id":5,"films":2}',
    ]);
  });

  test("cannot be counted with a films.json of another export", async () => {
    const films = readFilms(writeFiles(exported), BUILD_DATE);
    const others = published.with(0, { ...published[0], uri: "https://boxd.it/z" } as never);
    expect(() => knownFilms(films, others, new Map())).toThrow(
      "films.json has no Alpha (https://boxd.it/a).",
    );
    expect(() => knownFilms(films, [], new Map())).toThrow("films.json has 0 films, the export 4.");
  });
});

test("habits are counted by the rules of docs/data.md", () => {
  const row = (name: string, entry: number, day: string) =>
    `${day},${name},2001,https://boxd.it/h${entry},,,,${day}`;
  const { mostSeen, likes, doubleBills } = countFigures(
    writeFiles({
      "ratings.csv": [
        "Date,Name,Year,Letterboxd URI,Rating",
        "2024-01-01,Alpha,2001,https://boxd.it/a,4.5",
      ].join("\n"),
      "diary.csv": [
        "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date",
        // Beta twice on one day is one film; 3 May is filled in.
        ...[row("Beta", 1, "2024-05-01"), row("Beta", 2, "2024-05-01")],
        ...[row("Alpha", 3, "2024-05-02"), row("Beta", 4, "2024-05-02")],
        ...["Alpha", "B10", "B9"].map((name, i) => row(name, 5 + i, "2024-05-03")),
        ...[row("B10", 8, "2024-05-04"), row("B9", 9, "2024-05-05")],
      ].join("\n"),
    }),
    { buildDate: BUILD_DATE, bulkDay: 3 },
  );
  expect(mostSeen.map(({ name, viewings }) => [name, viewings])).toEqual([
    ["Beta", 3],
    ["Alpha", 2],
    // By number, not by digit.
    ["B9", 2],
    ["B10", 2],
  ]);
  expect(likes.unrated).toBe(0);
  expect(doubleBills).toEqual({ days: 1, most: 2, on: ["2024-05-02"] });
});

test("the cache is only read", async () => {
  const folder = await writeCache(details);
  const file = join(folder, "tmdb.sqlite");
  const before = readFileSync(file);
  expect(readCache(folder).size).toBe(3);
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(() => readCache(temporaryFolder())).toThrow(/holds no tmdb\.sqlite/);
});

describe("lists, counted a second time", () => {
  const export_ = () => {
    const folder = temporaryFolder();
    const films = ["A", "B", "C"].map((name, i) => `2024-01-01,${name},2000,https://boxd.it/${i}`);
    const put = (name: string, rows: string[]) => {
      mkdirSync(join(folder, name, ".."), { recursive: true });
      writeFileSync(join(folder, name), `${rows.join("\n")}\n`);
    };
    put("watched.csv", ["Date,Name,Year,Letterboxd URI", ...films.slice(0, 2)]);
    put("watchlist.csv", ["Date,Name,Year,Letterboxd URI", ...films.slice(1)]);
    put("lists/mine.csv", [
      "Letterboxd list export v7",
      "Date,Name,Tags,URL,Description",
      "2024-01-01,Mine,,https://boxd.it/x,",
      "",
      "Position,Name,Year,URL,Description",
      "1,A,2000,https://boxd.it/0,",
      "2,C,2000,https://boxd.it/2,",
    ]);
    return folder;
  };
  const joined = () => readFilms(export_(), BUILD_DATE);
  const known = (pages: string[]) =>
    joined().films.map((film, i) => ({
      film,
      viewings: 0,
      page: pages[i] ?? "",
      details: null,
      isSeries: false,
    }));

  test("pages decide, else name and year, and a marked row is found by neither", () => {
    const folder = writeFiles({
      "canon.csv":
        "Position,Name,Year,TMDB\n1,Other name,1990,7\n2,B,2000,8\n3,b!,2000,\n4,A,2000,none\n",
    });
    // A is the film of page 7. B has no match, so its name and year find it, once.
    const found = countCanon([folder], known(["movie/7", ""]), new Map());
    expect([...found]).toEqual([["canon", { seen: 2, all: 4 }]]);
  });

  test("own lists and the watchlist are told from what is seen", () => {
    const { films, listed, wanted } = joined();
    const seen = new Set(films);
    expect([...countOwn(listed, seen)]).toEqual([["lists/mine.csv", { seen: 1, all: 2 }]]);
    const pages = new Map([["https://boxd.it/2", "movie/9"]]);
    const answers = new Map([["movie/9", { runtime: 100 } as Details]]);
    const counted = countWatchlist(wanted, { seen, answers, pages });
    expect(counted).toEqual({ films: 1, timed: 1, minutes: 100 });
  });

  test("pages that say something else are named", () => {
    const site = temporaryFolder();
    const page = (path: string, figures: [string, string, string][]) => {
      mkdirSync(join(site, path), { recursive: true });
      const html = figures.map(
        ([label, value, note]) =>
          `<dt>${label}</dt> <dd> <span class="figure"><a href="#">${value}</a></span> <span class="small">${note}</span>`,
      );
      writeFileSync(join(site, path, "index.html"), html.join(""));
    };
    page("lists/canon", [["Seen", "2 of 1,004", "0%"]]);
    page("lists/whole", [["Seen", "all 3", ""]]);
    page("lists/own/mine", [["Seen", "1 of 2", ""]]);
    page("watchlist", [
      ["Films", "1,540", ""],
      ["Hours", "2", "runtime known for 7 of 1,540 films"],
    ]);
    const canon = new Map([
      ["canon", { seen: 2, all: 1004 }],
      ["whole", { seen: 3, all: 3 }],
      ["none", { seen: 0, all: 9 }],
    ]);
    expect(compareCanon(canon, site)).toEqual({
      isSame: true,
      lines: ["list canon: same, 2 of 1004", "list whole: same, 3 of 3"],
    });
    expect(compareCanon(new Map([["canon", { seen: 3, all: 1004 }]]), site).lines).toEqual([
      "list canon: differs: counted 3 of 1004, page 2 of 1004",
      "list whole: differs: not counted",
    ]);
    expect(compareOwn(new Map([["mine", { seen: 1, all: 2 }]]), site).isSame).toBe(true);
    expect(compareWatchlist({ films: 1540, timed: 7, minutes: 125 }, site).isSame).toBe(true);
    expect(compareWatchlist({ films: 1540, timed: 8, minutes: 125 }, site).isSame).toBe(false);
  });
});
