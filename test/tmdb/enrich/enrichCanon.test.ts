import { expect, test } from "vitest";
import type { CanonRow } from "../../../src/letterboxd/canonTable.ts";
import { enrichCanon } from "../../../src/tmdb/enrich/enrichCanon.ts";
import { makeLedgerFilm } from "../../support/libraryMaker.ts";
import { runTmdbServer } from "../../tmdbServer/client.ts";
import { enrichFrom, film, quickTiming, recordingLog, temporaryFolder } from "../world.ts";

const row = (name: string, year: number, page: string | null = null): CanonRow => ({
  position: 1,
  name,
  year,
  page,
  isFoundByName: true,
});

test("the unseen films of canon lists are fetched, each once, and seen ones never again", async () => {
  const server = await runTmdbServer({
    films: [
      film(101, "Ran", 1985),
      film(102, "Ordet", 1955, { runtime: 126 }),
      film(103, "Playtime", 1967),
      film(104, "Stalker", 1979),
    ],
  });
  const cacheDir = temporaryFolder();
  const films = [
    makeLedgerFilm({ name: "Ran", year: 1985 }),
    makeLedgerFilm({ name: "Playtime", year: 1967, seen: false }),
  ];
  const { metadata } = await enrichFrom(server, { films: films.slice(0, 1), cacheDir });
  server.resetCounters();
  const lists = [
    {
      id: "a",
      name: null,
      rows: [row("Ran", 1985, "movie/101"), row("Ordet", 1955, "movie/102"), row("Stalker", 1979)],
    },
    { id: "b", name: null, rows: [row("Ordet", 1955, "movie/102"), row("Playtime", 1967)] },
  ];
  const options = {
    overrides: [],
    cacheDir,
    tmdb: { token: "test-token", apiUrl: server.url, requestsPerSecond: 1000, concurrency: 8 },
    offline: false,
    log: recordingLog(),
    timing: quickTiming(),
  };
  const report = await enrichCanon(lists, films, metadata, options);
  expect(report).toEqual({ what: "canon films", wanted: 3, known: 3, failures: [], stopped: null });
  // A row with a page needs no search.
  expect(server.counters).toMatchObject({ search: 2, details: 3 });
  expect(metadata.get("canon/movie/102")?.film?.runtime).toBe(126);
  // The film of the export keeps its own key, so that its match is known when it is seen.
  expect(metadata.get(films[1]?.key ?? "")?.film?.id).toBe(103);

  const again = new Map([...metadata].slice(0, 1));
  await enrichCanon(lists, films, again, options);
  expect(server.counters).toMatchObject({ search: 2, details: 3 });
  expect(again).toEqual(metadata);
});
