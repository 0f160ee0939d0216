import { describe, expect, test } from "vitest";
import type { ExportFilm } from "../../../src/tmdb/metadata.ts";
import { tooManyFailures } from "../../../src/tmdb/report/describeReport.ts";
import { runTmdbServer } from "../../tmdbServer/client.ts";
import { DAY, enrichFrom, film, readCache, temporaryFolder, wanted } from "../world.ts";

const titles = ["Stalker", "Playtime", "Ordet", "Vivre sa vie", "Ran", "Close-Up"];
const years = [1979, 1967, 1955, 1962, 1985, 1990];
const catalogue = titles.map((title, i) => film(100 + i, title, years[i] ?? 0));
const asked = titles.map((title, i) => wanted(title, years[i] ?? 0));

describe("what is asked", () => {
  test("one search and one request for details per film, and nothing the second time", async () => {
    const server = await runTmdbServer({ films: catalogue });
    const cacheDir = temporaryFolder();
    const cold = await enrichFrom(server, { films: asked, cacheDir });
    expect(server.counters).toMatchObject({ search: 6, details: 6, requests: 12, repeated: 0 });
    expect(cold.report).toMatchObject({ requests: 12, fetched: 6, fromCache: 0, matched: 6 });

    const warm = await enrichFrom(server, { films: asked, cacheDir });
    expect(server.counters.requests).toBe(12);
    expect(warm.report).toMatchObject({ requests: 0, fetched: 0, fromCache: 6, matched: 6 });
    expect(warm.metadata).toEqual(cold.metadata);
  });

  test("what is in doubt is news once, and again when it has changed", async () => {
    const cacheDir = temporaryFolder();
    const films = [wanted("Playtime", 1961), wanted("Nowhere", 1950)];
    const run = async (catalogue: ReturnType<typeof film>[], options = {}) => {
      const server = await runTmdbServer({ films: catalogue });
      const { report } = await enrichFrom(server, { films, cacheDir, ...options });
      return [...report.doubtful, ...report.unknown].map(({ name, isReported }) => [
        name,
        isReported,
      ]);
    };
    const one = [film(101, "Playtime", 1967)];
    expect(await run(one)).toEqual([
      ["Playtime", false],
      ["Nowhere", false],
    ]);
    const known = [
      ["Playtime", true],
      ["Nowhere", true],
    ];
    expect(await run(one)).toEqual(known);
    expect(await run(one, { offline: true })).toEqual(known);
    // Asked again, TMDB answers the same, but for the votes, and then names another film.
    const votes = [film(101, "Playtime", 1967, { vote_count: 9999 })];
    expect(await run(votes, { refresh: true })).toEqual(known);
    const other = [...one, film(102, "Playtime", 1970)];
    expect(await run(other, { refresh: true })).toEqual([
      ["Playtime", false],
      ["Nowhere", true],
    ]);
  });

  test("ten new films cost twenty requests", async () => {
    const fresh = Array.from({ length: 10 }, (_, i) =>
      film(900 + i, `Newcomer ${"abcdefghij"[i]}`, 2020),
    );
    const server = await runTmdbServer({ films: [...catalogue, ...fresh] });
    const cacheDir = temporaryFolder();
    await enrichFrom(server, { films: asked, cacheDir });
    server.resetCounters();
    const films = [...asked, ...fresh.map(({ title }) => wanted(title, 2020))];
    const { report } = await enrichFrom(server, { films, cacheDir });
    expect(server.counters.requests).toBe(20);
    expect(report).toMatchObject({ fromCache: 6, fetched: 10, matched: 16 });
  });

  test("films that share a title share the search", async () => {
    const server = await runTmdbServer({
      films: [film(1, "Solaris", 1972), film(2, "Solaris", 2002)],
    });
    const films = [wanted("Solaris", 1972), wanted("Solaris", 2002)];
    const { metadata } = await enrichFrom(server, { films, cacheDir: temporaryFolder() });
    expect([...metadata.values()].map(({ film }) => film?.id)).toEqual([1, 2]);
    expect(server.counters).toMatchObject({ search: 1, details: 2, repeated: 0 });
  });

  test.each([
    ["offline", { offline: true }],
    [
      "without a token",
      {
        tmdb: { token: null, apiUrl: "http://127.0.0.1:9/3", requestsPerSecond: 1, concurrency: 1 },
      },
    ],
  ])("%s nothing is asked and the cache still serves", async (_, off) => {
    const server = await runTmdbServer({ films: catalogue });
    const cacheDir = temporaryFolder();
    await enrichFrom(server, { films: asked.slice(0, 2), cacheDir });
    server.resetCounters();
    const { metadata, report } = await enrichFrom(server, { films: asked, cacheDir, ...off });
    expect(server.counters.requests).toBe(0);
    expect([...metadata.values()].map(({ film }) => film?.title)).toEqual(["Stalker", "Playtime"]);
    expect(report).toMatchObject({ failed: [], stopped: null });
    expect(await readCache({ films: asked, cacheDir })).toEqual(metadata);
  });

  test("a changed name keeps the match of the film's address", async () => {
    const server = await runTmdbServer({ films: catalogue });
    const cacheDir = temporaryFolder();
    const before = {
      ...wanted("Stalker", 1979),
      key: "https://boxd.it/s",
      uri: "https://boxd.it/s",
    };
    await enrichFrom(server, { films: [before], cacheDir });
    const films = [{ ...before, name: "Сталкер", year: 1980 }];
    const { metadata, report } = await enrichFrom(server, { films, cacheDir });
    expect(report.requests).toBe(0);
    expect(metadata.get("https://boxd.it/s")?.film?.id).toBe(100);
  });
});

describe("which film it is", () => {
  test("a mini-series becomes a series, in TMDB's other id space", async () => {
    const series = [{ id: 100, name: "Small Axe", first_air_date: "2020-11-15", created_by: [] }];
    const server = await runTmdbServer({ films: catalogue, series });
    const films = [wanted("Small Axe", 2020), wanted("Stalker", 1979)];
    const { metadata, report } = await enrichFrom(server, { films, cacheDir: temporaryFolder() });
    const [axe, stalker] = films.map(({ key }) => metadata.get(key));
    expect(axe).toMatchObject({
      match: { type: "tv", id: 100 },
      film: null,
      series: { title: "Small Axe" },
    });
    expect(stalker).toMatchObject({ match: { type: "movie", id: 100 }, series: null });
    expect(report).toMatchObject({ matched: 1, series: 1, unmatched: 0 });
  });

  test("an override saves the search and beats what the cache says", async () => {
    const server = await runTmdbServer({ films: catalogue });
    const cacheDir = temporaryFolder();
    const films = [wanted("Stalker", 1979)];
    const run = async (target: { type: "movie"; id: number } | "none") => {
      const overrides = [{ name: "Stalker", year: 1979, uri: null, target }];
      const { metadata } = await enrichFrom(server, { films, cacheDir, overrides });
      return metadata.get(films[0]?.key ?? "");
    };
    await enrichFrom(server, { films, cacheDir });
    server.resetCounters();
    expect((await run({ type: "movie", id: 104 }))?.film?.title).toBe("Ran");
    expect(server.counters).toMatchObject({ search: 0, details: 1 });
    expect((await run("none"))?.match.type).toBe("none");
    expect(server.counters.requests).toBe(1);
  });

  test("two films of one name and year become two, marked as a guess, the same in every run", async () => {
    const server = await runTmdbServer({
      films: [
        film(7, "Nobody", 2021, { vote_count: 30 }),
        film(8, "Nobody", 2021, { vote_count: 900 }),
      ],
    });
    const films = [wanted("Nobody", 2021, "u1"), wanted("Nobody", 2021, "u2")];
    const cacheDir = temporaryFolder();
    const { metadata, report } = await enrichFrom(server, { films, cacheDir });
    expect([...metadata.values()].map(({ film }) => film?.id)).toEqual([8, 7]);
    expect(report.doubtful.map(({ key }) => key)).toEqual(["u1", "u2"]);
    expect(server.counters).toMatchObject({ search: 1, details: 2 });
    const offline = await readCache({ films, cacheDir });
    expect(offline).toEqual(metadata);
  });

  test("the second of two is told apart when the first has been matched long ago", async () => {
    const server = await runTmdbServer({
      films: [
        film(7, "Nobody", 2021, { vote_count: 30 }),
        film(8, "Nobody", 2021, { vote_count: 900 }),
      ],
    });
    const cacheDir = temporaryFolder();
    const [first, second] = [wanted("Nobody", 2021, "u1"), wanted("Nobody", 2021, "u2")];
    await enrichFrom(server, { films: [first], cacheDir });
    const { metadata } = await enrichFrom(server, { films: [second, first], cacheDir });
    expect([metadata.get("u1")?.film?.id, metadata.get("u2")?.film?.id]).toEqual([8, 7]);
  });

  test("two of one name keep their films when the export names them the other way round", async () => {
    const server = await runTmdbServer({
      films: [film(7, "Nobody", 2021), film(8, "Nobody", 2021)],
    });
    const films = [wanted("Nobody", 2021, "u1"), wanted("Nobody", 2021, "u2")];
    const ids = async (films: ExportFilm[]) => {
      const { metadata } = await enrichFrom(server, { films, cacheDir: temporaryFolder() });
      return ["u1", "u2"].map((key) => metadata.get(key)?.film?.id);
    };
    const there = await ids(films);
    expect(new Set(there)).toEqual(new Set([7, 8]));
    expect(await ids(films.toReversed())).toEqual(there);
  });

  describe("when TMDB does not have what the owner says", () => {
    const films = [wanted("Ran", 1985), wanted("Heat", 1995)];
    const [ran] = films;
    const target = { type: "movie" as const, id: 999 };
    const overrides = [{ name: "Ran", year: 1985, uri: null, target }];

    test("the film is nothing at TMDB, with the reason, and counts as no failure", async () => {
      const server = await runTmdbServer({ films: [film(1, "Ran", 1985), film(2, "Heat", 1995)] });
      const order = { films, cacheDir: temporaryFolder(), overrides };
      const { report, metadata } = await enrichFrom(server, order);
      expect(metadata.get(ran?.key ?? "")).toEqual({
        match: {
          type: "none",
          confidence: 0,
          reason: "overrides.csv says movie/999, which TMDB does not have.",
          candidates: [],
          overridden: true,
          absent: target,
        },
        film: null,
        series: null,
      });
      expect(report).toMatchObject({ failed: [], stale: 0, absent: [{ film: ran, target }] });
      expect(report.tallies.seen).toMatchObject({ films: 1, absent: 1, leftOut: 0, unanswered: 0 });

      // It is all that is open the second time, and nothing else comes back that could be believed.
      const again = await enrichFrom(server, order);
      expect(again.report).toMatchObject({ requests: 1, failed: [], absent: [{ film: ran }] });
    });

    test("while nothing but failures comes back, the owner is not blamed", async () => {
      const server = await runTmdbServer({ films: [film(2, "Heat", 1995)] });
      server.fault = ({ path }) => (path.includes("search") ? { status: 422 } : undefined);
      const order = { films, cacheDir: temporaryFolder(), overrides };
      const { report, metadata } = await enrichFrom(server, order);
      expect(report.absent).toEqual([]);
      expect(report.failed.map(({ name, message }) => [name, message])).toEqual([
        ["Ran", "/movie/999: TMDB answered 404"],
        ["Heat", expect.stringContaining("422")],
      ]);
      expect(metadata.get(ran?.key ?? "")?.match).toMatchObject({ type: "movie", id: 999 });
    });

    test("what the cache still has of it serves", async () => {
      const server = await runTmdbServer({
        films: [film(999, "Chaos", 1985), film(2, "Heat", 1995)],
      });
      const order = { films, cacheDir: temporaryFolder(), overrides };
      await enrichFrom(server, order);
      server.fault = ({ path }) =>
        path.includes("/999")
          ? {
              status: 404,
              body: '{"success":false,"status_code":34,"status_message":"Not found."}',
            }
          : undefined;
      const { report, metadata } = await enrichFrom(server, { ...order, refresh: true });
      expect(report).toMatchObject({ absent: [], failed: [], stale: 1 });
      expect(metadata.get(ran?.key ?? "")?.film?.title).toBe("Chaos");
    });
  });

  test("when the owner says which of two it is, the other becomes the other one", async () => {
    const server = await runTmdbServer({
      films: [
        film(7, "Nobody", 2021, { vote_count: 30 }),
        film(8, "Nobody", 2021, { vote_count: 900 }),
      ],
    });
    const films = [wanted("Nobody", 2021, "u1"), wanted("Nobody", 2021, "u2")];
    const cacheDir = temporaryFolder();
    await enrichFrom(server, { films, cacheDir });
    const target = { type: "movie" as const, id: 7 };
    const overrides = [{ name: "", year: null, uri: "u1", target }];
    const { metadata, report } = await enrichFrom(server, { films, cacheDir, overrides });
    expect([...metadata.values()].map(({ film }) => film?.id)).toEqual([7, 8]);
    expect(report.doubtful).toEqual([]);
    expect(report.requests).toBe(1);
  });

  test("a film that TMDB has deleted is searched anew", async () => {
    const films = [wanted("Stalker", 1979)];
    const server = await runTmdbServer({ films: catalogue });
    const cacheDir = temporaryFolder();
    await enrichFrom(server, { films, cacheDir, now: () => 0 });
    const later = await runTmdbServer({ films: [film(555, "Stalker", 1979)] });
    const { metadata } = await enrichFrom(later, { films, cacheDir, now: () => 130 * DAY });
    expect(metadata.get(films[0]?.key ?? "")?.film?.id).toBe(555);
  });
});

describe("when something fails", () => {
  test("an interrupted run goes on where it was", async () => {
    const server = await runTmdbServer({ films: catalogue });
    const cacheDir = temporaryFolder();
    const interruption = new AbortController();
    server.fault = ({ number }) => {
      if (number === 7) interruption.abort(new Error("Ctrl-C"));
      return undefined;
    };
    const tmdb = {
      token: "test-token",
      apiUrl: server.url,
      requestsPerSecond: 1000,
      concurrency: 1,
    };
    const first = enrichFrom(server, { films: asked, cacheDir, tmdb, signal: interruption.signal });
    await expect(first).rejects.toThrow("Ctrl-C");

    server.fault = null;
    const { report } = await enrichFrom(server, { films: asked, cacheDir });
    // Six answers were stored; of twelve the seventh was under way and is asked for again.
    expect(report).toMatchObject({ requests: 6, matched: 6, failed: [] });
  });

  test("an outage ends the asking, keeps what is there and names every film without data", async () => {
    const many = Array.from({ length: 60 }, (_, i) => wanted(`Film ${i}`, 2000));
    const server = await runTmdbServer({ films: catalogue });
    const cacheDir = temporaryFolder();
    await enrichFrom(server, { films: asked, cacheDir });
    server.fault = () => ({ status: 502, body: "<h1>Bad Gateway</h1>" });
    const films = [...asked, ...many];
    const { report, metadata } = await enrichFrom(server, { films, cacheDir, seenCount: 40 });
    expect(report.stopped).toMatch(/^TMDB cannot be reached\. Last failure: .*502/);
    expect(report.failed).toHaveLength(60);
    expect(report.failed.filter(({ seen }) => seen)).toHaveLength(34);
    expect(metadata.size).toBe(6);
    expect(tooManyFailures(report, 40)).toBe(true);
  });

  test("a film whose details fail counts as unanswered, and one that is not seen is counted apart", async () => {
    const server = await runTmdbServer({
      films: [film(1, "Ran", 1985), film(2, "Heat", 1995), film(3, "Ordet", 1955)],
    });
    server.fault = ({ path }) => (path === "/3/movie/2" ? { status: 422 } : undefined);
    const films = [wanted("Ran", 1985), wanted("Heat", 1995), wanted("Ordet", 1955)];
    const cacheDir = temporaryFolder();
    const { report } = await enrichFrom(server, { films, cacheDir, seenCount: 2 });
    expect(report).toMatchObject({
      matched: 2,
      unmatched: 0,
      tallies: { seen: { films: 1, unanswered: 1 }, others: { films: 1, unanswered: 0 } },
    });
  });

  test("five seen films without data are few, six are too many; of 1,000 ten are few", () => {
    const report = (seen: number, unseen = 0) => {
      const failed = Array.from({ length: seen + unseen }, (_, i) => ({
        key: `${i}`,
        name: "",
        year: null,
        seen: i < seen,
        message: "",
      }));
      const counts = { requests: 0, throttled: 0, fromCache: 0, fetched: 0, stale: 0, matched: 0 };
      return {
        ...counts,
        series: 0,
        unmatched: 0,
        unknown: 0,
        unknownUnseen: [],
        doubtful: [],
        failed,
        stopped: null,
        seconds: 0,
      };
    };
    expect(tooManyFailures(report(5, 90), 100)).toBe(false);
    expect(tooManyFailures(report(6), 100)).toBe(true);
    expect(tooManyFailures(report(10), 1000)).toBe(false);
    expect(tooManyFailures(report(11), 1000)).toBe(true);
  });
});
