import { describe, expect, test } from "vitest";
import { openCache } from "../../../src/tmdb/cache/cache.ts";
import type { ListedFilm } from "../../../src/tmdb/client/filmList.ts";
import type { Extras, WantedExtras } from "../../../src/tmdb/enrich/extras.ts";
import { runTmdbServer } from "../../tmdbServer/client.ts";
import { DAY, enrichFrom, film, recordingLog, temporaryFolder, wanted } from "../world.ts";

const directedBy = (...people: number[]) => ({
  credits: {
    cast: [],
    crew: people.map((id) => ({ id, name: `Director ${id}`, job: "Director" })),
  },
});
const part = (id: number, ...people: number[]) => ({
  ...directedBy(...people),
  belongs_to_collection: { id, name: `Collection ${id}` },
});

// Director 9 has made five films, 8 two; collection 70 has three parts, 71 two.
const catalogue = [
  film(100, "Stalker", 1979, part(70, 9)),
  film(101, "Playtime", 1967, part(70, 9)),
  film(102, "Ordet", 1955, directedBy(9, 8)),
  film(103, "Vivre sa vie", 1962, part(71, 8)),
  film(104, "Ran", 1985, part(70, 9)),
  film(105, "Close-Up", 1990, part(71, 9)),
];
const [stalker, playtime, ordet, vivre] = [
  wanted("Stalker", 1979),
  wanted("Playtime", 1967),
  wanted("Ordet", 1955),
  wanted("Vivre sa vie", 1962),
];
const seen = [stalker, playtime, ordet, vivre];
const both: WantedExtras = { filmographies: 1, collections: true, posters: false };
const FILMOGRAPHY = "/3/person/9/movie_credits";
const COLLECTION = "/3/collection/70";

const ids = (films: ListedFilm[]) => films.map(({ id }) => id);
const idsOf = ({ filmographies, collections }: Extras) => ({
  filmographies: [...filmographies].map(([id, { directed }]) => [id, ids(directed)]),
  collections: [...collections].map(([id, films]) => [id, ids(films)]),
});
const all = {
  filmographies: [[9, [100, 101, 102, 104, 105]]],
  collections: [[70, [100, 101, 104]]],
};

describe("filmographies and collections", () => {
  test("are asked for the most seen director, and where two parts are seen: one request each, and none again", async () => {
    const server = await runTmdbServer({ films: catalogue });
    const cacheDir = temporaryFolder();
    const options = { films: seen, cacheDir, extras: both };
    const cold = await enrichFrom(server, options);
    expect(idsOf(cold.extras)).toEqual(all);
    expect(cold.extras.filmographies.get(9)?.directed[3]).toEqual({
      id: 104,
      title: "Ran",
      released: "1985-05-17",
    });
    // Four searches, four details, one person, one collection.
    expect(cold.report.requests).toBe(10);
    expect(server.counters).toMatchObject({ requests: 10, repeated: 0 });
    expect(server.counters.paths.get(FILMOGRAPHY)).toBe(1);
    expect(server.counters.paths.get(COLLECTION)).toBe(1);

    const warm = await enrichFrom(server, options);
    expect(warm.report.requests).toBe(0);
    expect(server.counters.requests).toBe(10);
    expect(warm.extras).toEqual(cold.extras);
  });

  test("are asked for after all films", async () => {
    const server = await runTmdbServer({ films: catalogue });
    const paths: string[] = [];
    server.fault = ({ path }) => {
      paths.push(path);
      return undefined;
    };
    await enrichFrom(server, { films: seen, cacheDir: temporaryFolder(), extras: both });
    expect(paths.slice(8)).toEqual([FILMOGRAPHY, COLLECTION]);
  });

  test("are not asked for unless they are wanted", async () => {
    const server = await runTmdbServer({ films: catalogue });
    const cacheDir = temporaryFolder();
    const { extras, report } = await enrichFrom(server, { films: seen, cacheDir });
    expect(idsOf(extras)).toEqual({ filmographies: [], collections: [] });
    expect(report.requests).toBe(8);

    const one = { ...both, filmographies: 0 };
    const later = await enrichFrom(server, { films: seen, cacheDir, extras: one });
    expect(idsOf(later.extras)).toEqual({ ...all, filmographies: [] });
    expect(later.report.requests).toBe(1);
  });

  test("count seen films alone, not those of lists and the watchlist", async () => {
    const server = await runTmdbServer({ films: catalogue });
    const { extras } = await enrichFrom(server, {
      films: seen,
      seenCount: 1,
      cacheDir: temporaryFolder(),
      extras: both,
    });
    expect(idsOf(extras)).toEqual({ filmographies: [], collections: [] });
  });

  test("count a film that stands twice in the export once", async () => {
    const server = await runTmdbServer({ films: catalogue });
    const again = { ...wanted("Stalker", 1979), key: "again", name: "Сталкер" };
    const overrides = [
      { name: "Сталкер", year: 1979, uri: null, target: { type: "movie" as const, id: 100 } },
    ];
    const { extras } = await enrichFrom(server, {
      films: [stalker, again],
      overrides,
      cacheDir: temporaryFolder(),
      extras: both,
    });
    expect(idsOf(extras)).toEqual({ filmographies: [], collections: [] });
  });

  test("come from the cache alone when offline", async () => {
    const server = await runTmdbServer({ films: catalogue });
    const options = { films: seen, cacheDir: temporaryFolder(), extras: both };
    await enrichFrom(server, { ...options, extras: { ...both, filmographies: 0 } });
    server.resetCounters();
    const { extras, report } = await enrichFrom(server, { ...options, offline: true });
    expect(idsOf(extras)).toEqual({ ...all, filmographies: [] });
    expect(server.counters.requests).toBe(0);
    expect(report.extras?.map(({ known, wanted: of }) => [known, of])).toEqual([
      [0, 1],
      [1, 1],
    ]);
  });
});

describe("how long they are kept", () => {
  const runs = async () => {
    const server = await runTmdbServer({ films: catalogue });
    const cacheDir = temporaryFolder();
    const run = (day: number) =>
      enrichFrom(server, {
        films: seen,
        cacheDir,
        extras: both,
        now: () => day * DAY + 1e12,
      });
    const listRequests = async (day: number) => {
      server.resetCounters();
      await run(day);
      return [FILMOGRAPHY, COLLECTION].map((path) => server.counters.paths.get(path) ?? 0);
    };
    return { server, run, listRequests };
  };

  test("fetched anew after 60 to 120 days, not all on one day", async () => {
    const { listRequests } = await runs();
    expect(await listRequests(0)).toEqual([1, 1]);
    expect(await listRequests(59)).toEqual([0, 0]);
    // spread(70) = 70 × 0.618… = 43.26 → 0.26: after 60 + 0.26 × 60 = 75.8 days. spread(9) = 0.56: 93.7.
    expect(await listRequests(76)).toEqual([0, 1]);
    expect(await listRequests(94)).toEqual([1, 0]);
  });

  test.each([
    ["of a newer version", { version: 3, at: 1e12, films: [] }],
    ["of another shape", { version: 1, at: 1e12, films: [{ id: "104" }] }],
  ])("asked for again where what is stored is %s", async (_, record) => {
    const server = await runTmdbServer({ films: catalogue });
    const cacheDir = temporaryFolder();
    const cache = await openCache(cacheDir, { log: recordingLog(), now: () => 1e12 });
    await cache.filmography.set("9", record);
    await cache.collection.set("70", record);
    await cache.close();
    const options = { films: seen, cacheDir, extras: both, now: () => 1e12 };
    expect(idsOf((await enrichFrom(server, options)).extras)).toEqual(all);
    expect((await enrichFrom(server, options)).report.requests).toBe(0);
  });

  test("served while TMDB fails, for 180 days", async () => {
    const { server, run } = await runs();
    await run(0);
    server.fault = ({ path }) => (/person|collection/.test(path) ? { status: 503 } : undefined);
    const failing = await run(121);
    expect(idsOf(failing.extras)).toEqual(all);
    expect(failing.report.extras).toMatchObject([
      { what: "filmographies", wanted: 1, known: 1, failures: [expect.stringContaining("503")] },
      { what: "collections", wanted: 1, known: 1, failures: [expect.stringContaining("503")] },
    ]);
    expect(idsOf((await run(180)).extras)).toEqual({ filmographies: [], collections: [] });
  });
});

describe("a filmography of version 1, which has only what somebody directed", () => {
  const old = [{ id: 100, title: "Stalker", released: "1979-05-17" }];

  test("is used while TMDB fails, and fetched again with one request", async () => {
    const server = await runTmdbServer({ films: catalogue });
    const cacheDir = temporaryFolder();
    const options = { films: seen, cacheDir, extras: both };
    await enrichFrom(server, options);
    const cache = await openCache(cacheDir, { log: recordingLog() });
    await cache.filmography.set("9", { version: 1, at: Date.now(), films: old });
    await cache.close();

    server.fault = () => ({ status: 503 });
    const failing = await enrichFrom(server, options);
    expect(failing.extras.filmographies.get(9)).toEqual({ directed: old, acted: null });

    server.fault = null;
    server.resetCounters();
    expect(idsOf((await enrichFrom(server, options)).extras)).toEqual(all);
    expect(server.counters.requests).toBe(1);
    expect((await enrichFrom(server, options)).report.requests).toBe(0);
  });
});

describe("when one fails", () => {
  test("the others and the films do not, and it is asked for again next time", async () => {
    const server = await runTmdbServer({ films: catalogue });
    server.fault = ({ path }) => (path === FILMOGRAPHY ? { status: 200, body: "[]" } : undefined);
    const options = { films: seen, cacheDir: temporaryFolder(), extras: both };
    const { extras, report } = await enrichFrom(server, options);
    expect(idsOf(extras)).toEqual({ ...all, filmographies: [] });
    expect(report).toMatchObject({ matched: 4, failed: [], stopped: null });
    expect(server.counters.paths.get(FILMOGRAPHY)).toBe(5);

    server.fault = null;
    server.resetCounters();
    expect(idsOf((await enrichFrom(server, options)).extras)).toEqual(all);
    expect(server.counters.requests).toBe(1);
  });

  test("an answer that is of another person or collection is no answer", async () => {
    const server = await runTmdbServer({ films: catalogue });
    server.fault = ({ path }) =>
      path === FILMOGRAPHY || path === COLLECTION
        ? { status: 200, body: '{"id":8,"cast":[],"crew":[],"parts":[]}' }
        : undefined;
    const { extras, report } = await enrichFrom(server, {
      films: seen,
      cacheDir: temporaryFolder(),
      extras: both,
    });
    expect(idsOf(extras)).toEqual({ filmographies: [], collections: [] });
    expect(report.extras?.map(({ failures }) => failures.length)).toEqual([1, 1]);
  });

  test("a person TMDB has deleted is remembered as such for a week", async () => {
    const server = await runTmdbServer({ films: catalogue });
    server.fault = ({ path }) =>
      path === FILMOGRAPHY ? { status: 404, body: '{"status_code":34}' } : undefined;
    const cacheDir = temporaryFolder();
    const run = (day: number) =>
      enrichFrom(server, {
        films: seen,
        cacheDir,
        extras: { ...both, collections: false },
        now: () => day * DAY + 1e12,
      });
    const { extras, report } = await run(0);
    expect(extras.filmographies.size).toBe(0);
    expect(report.extras?.[0]).toMatchObject({ failures: [] });
    expect((await run(6)).report.requests).toBe(0);
    server.fault = null;
    expect(idsOf((await run(14)).extras).filmographies).toEqual(all.filmographies);
  });

  test.each([
    ["of another server", "<h1>404</h1>"],
    ["of another meaning", '{"status_code":6}'],
    ["without a body", ""],
  ])("a 404 %s is a failure, and what is stored serves", async (_, body) => {
    const server = await runTmdbServer({ films: catalogue });
    const cacheDir = temporaryFolder();
    const run = (refresh = false) =>
      enrichFrom(server, { films: seen, cacheDir, extras: both, refresh });
    await run();
    server.fault = ({ path }) =>
      path === FILMOGRAPHY || path === COLLECTION ? { status: 404, body } : undefined;
    const { extras, report } = await run(true);
    expect(idsOf(extras)).toEqual(all);
    expect(report.extras?.map(({ failures }) => failures.length)).toEqual([1, 1]);
    server.resetCounters();
    expect(idsOf((await run()).extras)).toEqual(all);
    expect(server.counters.requests).toBe(0);
  });

  test("an outage ends the asking and is reported, the films stay", async () => {
    const many = Array.from({ length: 75 }, (_, i) =>
      film(1000 + i, `Film ${i}`, 2000, directedBy(5000 + Math.floor(i / 3))),
    );
    const server = await runTmdbServer({ films: many });
    server.fault = ({ path }) => (path.startsWith("/3/person") ? { status: 502 } : undefined);
    const { report, extras } = await enrichFrom(server, {
      films: many.map(({ title }) => wanted(title, 2000)),
      cacheDir: temporaryFolder(),
      extras: { ...both, filmographies: "all" },
    });
    expect(report).toMatchObject({ matched: 75, failed: [], stopped: null });
    expect(extras.filmographies.size).toBe(0);
    expect(report.extras?.[0]).toMatchObject({
      wanted: 25,
      known: 0,
      stopped: expect.stringMatching(/^TMDB cannot be reached/),
    });
  });

  test("after an outage of the films nothing else is asked", async () => {
    const server = await runTmdbServer({ films: catalogue });
    const cacheDir = temporaryFolder();
    await enrichFrom(server, { films: seen, cacheDir });
    server.fault = () => ({ status: 502 });
    const more = Array.from({ length: 60 }, (_, i) => wanted(`Film ${i}`, 2000));
    const { report } = await enrichFrom(server, {
      films: [...seen, ...more],
      cacheDir,
      extras: both,
    });
    expect(report.stopped).toMatch(/cannot be reached/);
    expect(server.counters.paths.get(FILMOGRAPHY)).toBeUndefined();
  });
});
