import { expect, test } from "vitest";
import { runTmdbServer } from "../../tmdbServer/client.ts";
import { DAY, enrichFrom, film, recordingLog, temporaryFolder, wanted } from "../world.ts";

const series = [{ id: 7, name: "Small Axe", first_air_date: "2020-11-15", created_by: [] }];
const before = [film(1, "Ran", 1985, { runtime: 160 }), film(2, "Ordet", 1955)];
const after = [film(1, "Ran", 1985, { runtime: 162 }), film(2, "Ordet", 1955)];
const films = [
  wanted("Ran", 1985),
  wanted("Ordet", 1955),
  wanted("Small Axe", 2020),
  wanted("Kvakalov", 2003),
];
const [ran] = films;

async function filled(cacheDir = temporaryFolder()) {
  const server = await runTmdbServer({ films: before, series });
  const first = await enrichFrom(server, { films, cacheDir });
  return { server, cacheDir, first };
}

const runtime = (outcome: Awaited<ReturnType<typeof enrichFrom>>) =>
  outcome.metadata.get(ran?.key ?? "")?.film?.runtime;

test("everything is asked for again, each thing once, and what TMDB says is kept", async () => {
  const { cacheDir, first } = await filled();
  const later = await runTmdbServer({ films: after, series });
  const refreshed = await enrichFrom(later, { films, cacheDir, refresh: true });
  expect(refreshed.report).toMatchObject({
    requests: first.report.requests,
    fromCache: 0,
    fetched: 4,
    matched: 2,
    series: 1,
    unmatched: 1,
    stale: 0,
  });
  expect(later.counters).toMatchObject({ details: 3, repeated: 0 });
  expect([runtime(first), runtime(refreshed)]).toEqual([160, 162]);

  const next = await enrichFrom(later, { films, cacheDir });
  expect(next.report.requests).toBe(0);
  expect(next.metadata).toEqual(refreshed.metadata);
});

test("while TMDB fails, old answers serve and stay", async () => {
  const { server, cacheDir, first } = await filled();
  server.fault = () => ({ status: 503 });
  const failing = await enrichFrom(server, { films, cacheDir, refresh: true });
  expect(failing.metadata).toEqual(first.metadata);
  expect(failing.report).toMatchObject({ stale: 4, failed: [], matched: 2 });

  server.fault = null;
  const next = await enrichFrom(server, { films, cacheDir });
  expect(next.report.requests).toBe(0);
  expect(next.metadata).toEqual(first.metadata);
});

test("a film that becomes another one stays what it was until the other's details are there", async () => {
  const { cacheDir } = await filled();
  const other = film(9, "Ran", 1985, { runtime: 111 });
  const later = await runTmdbServer({ films: [other], series });
  later.fault = ({ path }) => (path === "/3/movie/9" ? { status: 500 } : undefined);
  const only = { films: films.slice(0, 1), cacheDir };
  const failing = await enrichFrom(later, { ...only, refresh: true });
  expect(runtime(failing)).toBe(160);
  expect(failing.report).toMatchObject({ stale: 1, failed: [] });

  later.fault = null;
  expect(runtime(await enrichFrom(later, { ...only, refresh: true }))).toBe(111);
});

test("an override is not searched for, and its details are fetched anew", async () => {
  const { server, cacheDir } = await filled();
  const overrides = [
    { name: "Ran", year: 1985, uri: null, target: { type: "movie" as const, id: 2 } },
  ];
  const only = { films: films.slice(0, 1), cacheDir, overrides };
  server.resetCounters();
  await enrichFrom(server, { ...only, refresh: true });
  expect(server.counters).toMatchObject({ search: 0, details: 1 });
});

test("a miss that is asked for out of turn waits no longer for its next turn", async () => {
  const server = await runTmdbServer({ films: before });
  const only = { films: films.slice(3), cacheDir: temporaryFolder() };
  const requestsOn = async (day: number, refresh = false) =>
    (await enrichFrom(server, { ...only, refresh, now: () => day * DAY })).report.requests;
  expect(await requestsOn(0)).toBeGreaterThan(0);
  for (const day of [1, 2, 3]) expect(await requestsOn(day, true)).toBeGreaterThan(0);
  expect(await requestsOn(9)).toBe(0);
  expect(await requestsOn(10)).toBeGreaterThan(0);
});

test("without a token nothing is asked, whatever is wanted", async () => {
  const { server, cacheDir, first } = await filled();
  server.resetCounters();
  const log = recordingLog();
  const offline = { films, cacheDir, refresh: true, offline: true, log };
  expect((await enrichFrom(server, offline)).metadata).toEqual(first.metadata);
  expect(server.counters.requests).toBe(0);
});
