import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publishedFilms } from "../../src/dataFiles/publishedFilms.ts";
import { createFormat } from "../../src/format.ts";
import { loadLibrary } from "../../src/loadLibrary.ts";
import { readSettings } from "../../src/settings.ts";
import { startScript } from "../support/command.ts";
import { keepFirstFilms, newOwner, type Owner } from "../support/owner.ts";
import { startTmdbServer, type TmdbServer } from "../tmdbServer/server.ts";

let server: TmdbServer;
let flawless: { films: string; stored: Map<string, unknown> };
let requests = 0;
let heldAgainstSeries = 0;

beforeAll(async () => {
  server = await startTmdbServer();
  const owner = newcomer();
  const films = await goOn(owner);
  requests = server.counters.requests;
  flawless = { films, stored: storedIn(owner.cacheDir) };
  heldAgainstSeries = requests - flawless.stored.size;
  expect(heldAgainstSeries).toBeLessThanOrEqual(1);
  owner.remove();
});

afterAll(() => server.close());

/** Somebody with thirty films, all of which TMDB knows by their title. */
function newcomer(): Owner {
  const owner = newOwner(server, { TMDB_CONCURRENCY: "4" });
  keepFirstFilms(owner.dataDir, 30);
  return owner;
}

/** The way of a build up to its films.json, in this process. */
async function goOn({ env, dataDir }: Owner): Promise<string> {
  const { library, report } = await loadLibrary(readSettings({ config: {}, env, root: dataDir }));
  expect(report).toMatchObject({ failed: [], stopped: null });
  return JSON.stringify(publishedFilms(library.films, createFormat()));
}

/** What is stored, without the time. */
function storedIn(cacheDir: string): Map<string, unknown> {
  const file = join(cacheDir, "tmdb.sqlite");
  if (!existsSync(file)) return new Map();
  const database = new DatabaseSync(file);
  try {
    expect(database.prepare("PRAGMA integrity_check").all()).toEqual([{ integrity_check: "ok" }]);
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE name = 'keyv'").all();
    if (tables.length === 0) return new Map();
    const rows = database.prepare("SELECT namespace, key, value FROM keyv ORDER BY 1, 2").all();
    return new Map(
      rows.map(({ namespace, key, value }) => {
        const { at: _, ...record } = JSON.parse(String(value)).value;
        return [`${namespace} ${key}`, record];
      }),
    );
  } finally {
    database.close();
  }
}

/** Park and Miller's generator: the same moments in every run. */
function* random(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 16_807) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

const dice = random(20_261_120);
// Three requests long is the stretch from which each is taken: from before the first to after the last.
const moments = Array.from({ length: 20 }, (_, third) => ({
  after: 3 * third + Math.floor(dice.next().value * 4),
  wait: Math.floor(dice.next().value * 10),
}));

test.each(moments)(
  "killed $wait ms after request $after: nothing wrong is stored, only what is missing is asked for, and films.json is the same",
  async ({ after, wait }) => {
    const owner = newcomer();
    try {
      server.resetCounters();
      server.options.latency = 10;
      const { child, outcome } = startScript("enrich", { env: owner.env });
      while (server.counters.requests < after && child.exitCode === null) await delay(1);
      await delay(wait);
      child.kill("SIGKILL");
      await outcome;
      server.options.latency = 0;

      const stored = storedIn(owner.cacheDir);
      for (const [key, record] of stored) expect(record, key).toEqual(flawless.stored.get(key));
      // Four are in flight at most, and one answer each may be on its way to the cache.
      expect(stored.size).toBeGreaterThanOrEqual(Math.min(after, requests) - 8);

      server.resetCounters();
      expect(await goOn(owner)).toBe(flawless.films);
      // A hardly known film is held against the series of its title, and that search stores nothing itself.
      const missing = flawless.stored.size - stored.size;
      expect(server.counters.requests).toBeGreaterThanOrEqual(missing);
      expect(server.counters.requests).toBeLessThanOrEqual(missing + heldAgainstSeries);
      expect(storedIn(owner.cacheDir)).toEqual(flawless.stored);
    } finally {
      owner.remove();
    }
  },
);
