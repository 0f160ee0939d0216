import { describe, expect, test } from "vitest";
import { describeReport, tooManyFailures } from "../../../src/tmdb/report/describeReport.ts";
import { runTmdbServer } from "../../tmdbServer/client.ts";
import { cacheOfVersion1, filmOfVersion1 } from "../version1.ts";
import { enrichFrom, film, recordingLog, wanted } from "../world.ts";

// Nineteen films and a series, all stored by version 1 two days before.
const titles = Array.from({ length: 19 }, (_, i) => `Film ${"abcdefghijklmnopqrs"[i]}`);
const stored = [
  ...titles.map((title, i) => ({ ...wanted(title, 1979), type: "movie" as const, id: 100 + i })),
  { ...wanted("Small Axe", 2020), type: "tv" as const, id: 7 },
];
const films = stored.map(({ key, uri, name, year }) => ({ key, uri, name, year }));
const catalogue = titles.map((title, i) =>
  film(100 + i, title, 1979, {
    tagline: `The line of ${title}`,
    credits: {
      cast: [],
      crew: [
        { id: 9, name: "Ida Lupino", job: "Director" },
        { id: 5, name: "Foley", job: "Foley Artist" },
      ],
    },
  }),
);
const series = [
  { id: 7, name: "Small Axe", first_air_date: "2020-11-15", created_by: [], type: "Miniseries" },
];
const RENEWS =
  "TMDB: fetching 20 films again, because this version keeps more of each: the whole crew, tagline, spoken languages, gender and portraits.";
const OLD =
  "TMDB: 20 films have data of an earlier version, which lacks the whole crew, tagline, spoken languages, gender and portraits. This will be fetched when TMDB can be asked.";

async function start(now = catalogue) {
  const cacheDir = await cacheOfVersion1(stored, Date.now() - 2 * 86_400_000);
  const server = await runTmdbServer({ films: now, series });
  const log = recordingLog();
  return { server, log, run: (more = {}) => enrichFrom(server, { films, cacheDir, log, ...more }) };
}

const filmOf = ({ metadata }: Awaited<ReturnType<typeof enrichFrom>>, at: number) =>
  metadata.get(films[at]?.key ?? "")?.film ?? null;

describe("details that version 1 stored", () => {
  test("are fetched again with one request each and no search, once", async () => {
    const { server, log, run } = await start();
    const renewed = await run();
    expect(log.lines).toEqual([RENEWS]);
    expect(server.counters).toMatchObject({ requests: 20, details: 20, search: 0 });
    expect(renewed.report).toMatchObject({ fetched: 20, stale: 0, outdated: 0, failed: [] });
    expect(filmOf(renewed, 3)).toMatchObject({
      tagline: "The line of Film d",
      crew: [{ role: "director" }, { role: "sound", name: "Foley" }],
    });
    expect(renewed.metadata.get(films[19]?.key ?? "")?.series?.type).toBe("Miniseries");

    const next = await run();
    expect(next.report).toMatchObject({ requests: 0, fromCache: 20, outdated: 0 });
    expect(next.metadata).toEqual(renewed.metadata);
    expect(log.lines).toEqual([RENEWS]);
  });

  test.each([
    ["without a network", { offline: true }, null],
    [
      "without a token",
      { tmdb: { token: null, apiUrl: "", requestsPerSecond: 1, concurrency: 1 } },
      null,
    ],
    ["while TMDB fails", {}, { status: 503 }],
  ])("are used %s, and the report counts them", async (_, options, fault) => {
    const { server, run } = await start();
    server.fault = () => fault ?? undefined;
    const { metadata, report } = await run(options);
    expect(metadata.size).toBe(20);
    for (const { film: details, series: show } of metadata.values()) {
      expect(show?.creators ?? details?.crew.map(({ name }) => name)).toHaveLength(show ? 1 : 6);
    }
    expect(report).toMatchObject({ outdated: 20, matched: 19, series: 1, failed: [] });
    expect(tooManyFailures(report, 20)).toBe(false);
    expect(describeReport(report)).toContain(OLD);
  });

  test("are used by a run in which TMDB stops answering half-way", async () => {
    const { server, run } = await start();
    server.fault = ({ number }) => (number > 8 ? "reset" : undefined);
    const { metadata, report } = await run();
    expect(metadata.size).toBe(20);
    expect(report).toMatchObject({ fetched: 8, stale: 12, outdated: 12, failed: [] });
  });

  test("are fetched where an interrupted run left off", async () => {
    const { server, log, run } = await start();
    const interruption = new AbortController();
    const reason = new Error("Ctrl-C");
    let answered = 0;
    server.fault = ({ number }) => {
      answered = number;
      if (number === 11) interruption.abort(reason);
      return undefined;
    };
    // One request after the other, so that exactly ten answers arrive.
    const tmdb = {
      token: "test-token",
      apiUrl: server.url,
      requestsPerSecond: 1000,
      concurrency: 1,
    };
    await expect(run({ tmdb, signal: interruption.signal })).rejects.toBe(reason);
    expect(answered).toBe(11);
    server.fault = null;
    server.resetCounters();
    const { report } = await run();
    expect(server.counters).toMatchObject({ requests: 10, search: 0, repeated: 0 });
    expect(report).toMatchObject({ fetched: 10, fromCache: 10, outdated: 0 });
    expect(log.lines.at(-1)).toContain("fetching 10 films again");
    expect((await run()).report.requests).toBe(0);
  });
});

describe("a film of version 1 whose page TMDB has deleted", () => {
  test("gets the page that TMDB's search has now", async () => {
    const merged = [...catalogue.slice(1), film(900, "Film a", 1979)];
    const { run } = await start(merged);
    const outcome = await run();
    expect(filmOf(outcome, 0)?.id).toBe(900);
    expect(outcome.report).toMatchObject({ fetched: 20, matched: 19, outdated: 0 });
    expect((await run()).report.requests).toBe(0);
  });

  test("is unmatched if there is no other, and the rest is renewed", async () => {
    const { run } = await start(catalogue.slice(1));
    const outcome = await run();
    expect(outcome.metadata.get(films[0]?.key ?? "")?.match.type).toBe("none");
    expect(outcome.report).toMatchObject({ matched: 18, unmatched: 1, outdated: 0, failed: [] });
    expect((await run()).report.requests).toBe(0);
  });

  test("keeps its old data if overrides.csv names the page", async () => {
    const { run } = await start(catalogue.slice(1));
    const target = { type: "movie" as const, id: 100 };
    const overrides = [{ name: "Film a", year: 1979, uri: null, target }];
    const outcome = await run({ overrides });
    expect(filmOf(outcome, 0)?.runtime).toBe(filmOfVersion1.details.runtime);
    expect(outcome.report).toMatchObject({ stale: 1, outdated: 1, failed: [] });
  });
});
