import { expect, test } from "vitest";
import { runTmdbServer } from "../../tmdbServer/client.ts";
import { DAY, enrichFrom, film, readCache, temporaryFolder, wanted } from "../world.ts";

const stalker = film(100, "Stalker", 1979);

test("a film nobody knows is searched again after 7 days, then after 14 more", async () => {
  const server = await runTmdbServer({ films: [stalker] });
  const films = [wanted("Kvakalov", 2003)];
  const cacheDir = temporaryFolder();
  const requestsOn = async (day: number) => {
    const { report } = await enrichFrom(server, { films, cacheDir, now: () => day * DAY });
    expect(report).toMatchObject({ unmatched: 1, failed: [] });
    return report.requests > 0;
  };
  expect(await requestsOn(0)).toBe(true);
  expect(await requestsOn(6)).toBe(false);
  expect(await requestsOn(7)).toBe(true);
  expect(await requestsOn(20)).toBe(false);
  expect(await requestsOn(21)).toBe(true);
  expect(await requestsOn(48)).toBe(false);
  expect(await requestsOn(49)).toBe(true);
});

test("old details are fetched again without a new search, and stay in use while TMDB fails", async () => {
  const server = await runTmdbServer({ films: [stalker] });
  const films = [wanted("Stalker", 1979)];
  const cacheDir = temporaryFolder();
  const run = (day: number) => enrichFrom(server, { films, cacheDir, now: () => day * DAY + 1e12 });
  await run(0);
  expect((await run(59)).report.requests).toBe(0);

  server.fault = () => ({ status: 503 });
  const failing = await run(121);
  expect(failing.report).toMatchObject({ matched: 1, stale: 1, failed: [] });
  expect(failing.metadata.get(films[0]?.key ?? "")?.film?.title).toBe("Stalker");

  server.fault = null;
  server.resetCounters();
  await run(122);
  expect(server.counters).toMatchObject({ search: 0, details: 1 });
  // The match was confirmed on day 122 and outlives its first 180 days.
  expect((await run(181)).report.requests).toBe(0);
});

test("an unsure match is searched again in time, and stays in use while that fails", async () => {
  const old = film(1, "Split", 2016, { vote_count: 60 });
  const server = await runTmdbServer({
    films: [old, film(2, "Split", 2017, { vote_count: 17_000 })],
  });
  const films = [wanted("Split", 2016)];
  const cacheDir = temporaryFolder();
  const run = (day: number) => enrichFrom(server, { films, cacheDir, now: () => day * DAY + 1e12 });
  const candidates = async (day: number) => {
    const { match } = (await run(day)).metadata.get(films[0]?.key ?? "") ?? {};
    return match?.candidates?.map(({ title }) => title);
  };
  expect(await candidates(0)).toEqual(["Split"]);
  server.resetCounters();
  // Details are due, the search is not.
  expect(await candidates(119)).toEqual(["Split"]);
  expect(server.counters).toMatchObject({ search: 0, details: 1 });

  server.fault = ({ path }) => (path === "/3/search/movie" ? { status: 503 } : undefined);
  expect(await candidates(171)).toEqual(["Split"]);
  expect((await run(180)).metadata.size).toBe(0);

  server.fault = null;
  server.resetCounters();
  expect(await candidates(172)).toEqual(["Split"]);
  expect(server.counters.search).toBe(1);
  expect(await candidates(290)).toEqual(["Split"]);
  expect(server.counters.search).toBe(1);
});

test("after 180 days nothing is used any more", async () => {
  const server = await runTmdbServer({ films: [stalker] });
  const films = [wanted("Stalker", 1979)];
  const cacheDir = temporaryFolder();
  await enrichFrom(server, { films, cacheDir, now: () => 0 });
  const read = (day: number) => readCache({ films, cacheDir, now: () => day * DAY });
  expect((await read(179)).size).toBe(1);
  expect((await read(180)).size).toBe(0);
});
