import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect } from "vitest";
import { isProblem } from "../../../src/problem.ts";
import type { EnrichOptions } from "../../../src/tmdb/enrich/enrich.ts";
import type { Metadata } from "../../../src/tmdb/metadata.ts";
import { describeReport, tooManyFailures } from "../../../src/tmdb/report/describeReport.ts";
import { runTmdbServer } from "../../tmdbServer/client.ts";
import { type FaultChooser, startTmdbServer, type TmdbServer } from "../../tmdbServer/server.ts";
import { enrichFrom, film, quickTiming, recordingLog, temporaryFolder, wanted } from "../world.ts";

const titles = [
  ["Stalker", 1979],
  ["Playtime", 1967],
  ["Ordet", 1955],
  ["Ran", 1985],
  ["Close-Up", 1990],
  ["Vertigo", 1958],
  ["Persona", 1966],
  ["Mirror", 1975],
  ["Ikiru", 1952],
  ["Vampyr", 1932],
  ["Sunrise", 1927],
  ["Rashomon", 1950],
  ["Nashville", 1975],
  ["Psycho", 1960],
  ["Contempt", 1963],
  ["Satantango", 1994],
  ["Tampopo", 1985],
  ["Paisan", 1946],
] as const;

const catalogue = titles.map(([title, year], i) => film(101 + i, title, year));
export const films = titles.map(([title, year]) => wanted(title, year));

/** So many of the films are in the cache before anything goes wrong. */
const SEEDED = 6;
/** What the others take: a search and the details of each. */
export const REQUESTS = 2 * (films.length - SEEDED);

/** A token that would be seen if it were said, in both ways it can travel. */
const TOKENS = ["eyJhbGciOi.secret-of-the-owner.x7Qz", "fedcba9876543210fedcba9876543210"];

/** What is stored, by namespace and key, without the time; read past the program. */
export function cacheOf(cacheDir: string): Map<string, unknown> {
  const file = `${cacheDir}/tmdb.sqlite`;
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return new Map();
  const database = new DatabaseSync(file);
  const rows = database.prepare("SELECT namespace, key, value FROM keyv ORDER BY 1, 2").all();
  database.close();
  return new Map(
    rows.map(({ namespace, key, value }) => {
      const { at, ...record } = JSON.parse(String(value)).value;
      expect(at).toBeTypeOf("number");
      return [`${namespace} ${key}`, record];
    }),
  );
}

/** What is stored and known when nothing goes wrong, and the file in which six films are stored. */
async function prepare() {
  const server = await startTmdbServer({ films: catalogue });
  const cacheDir = mkdtempSync(join(tmpdir(), "film-ledger-test-"));
  try {
    await enrichFrom(server, { films: films.slice(0, SEEDED), cacheDir });
    const file = readFileSync(`${cacheDir}/tmdb.sqlite`);
    const seeded = cacheOf(cacheDir);
    const { metadata } = await enrichFrom(server, { films, cacheDir });
    return { file, seeded, metadata, cache: cacheOf(cacheDir) };
  } finally {
    await server.close();
    rmSync(cacheDir, { recursive: true });
  }
}

let prepared: ReturnType<typeof prepare> | null = null;
const flawless = () => (prepared ??= prepare());

export interface Trial {
  /** Exit code of `npm run build`. */
  code: 0 | 1;
  /** Films that were not kept, for which `npm run enrich` ends with 1. */
  lost: number;
  /** All that the owner reads. */
  said: string;
  metadata: Map<string, Metadata>;
  /** How many of the twelve films that were open are in the cache: found, and with their details. */
  stored: { matches: number; films: number };
  server: TmdbServer;
  cacheDir: string;
  sleeps: number[];
}

export interface TrialOptions extends Partial<Omit<EnrichOptions, "tmdb" | "timing">> {
  tmdb?: Partial<EnrichOptions["tmdb"]>;
  timing?: ReturnType<typeof quickTiming>;
  /** Done to the cache, in which six films lie, before anything is asked. */
  spoil?(cacheDir: string): void;
  /** Done when the run is over, before anybody looks into the cache. */
  mend?(): void;
  /** Keys of the cache that may be other than in a run without faults. */
  except?: string[];
  /** Milliseconds between two of the twenty pieces of a "drip". */
  dripInterval?: number;
}

/**
 * Enriches eighteen films, six of which are in the cache, while the server misbehaves. In every trial
 * nothing wrong is stored, nothing stored is lost, and neither token nor stack is said.
 */
export async function trial(
  fault: FaultChooser | null,
  {
    spoil,
    mend,
    except = [],
    dripInterval = 1,
    timing = quickTiming({ requestTimeout: 2000 }),
    ...options
  }: TrialOptions = {},
): Promise<Trial> {
  const right = await flawless();
  const server = await runTmdbServer({ films: catalogue, tokens: TOKENS, dripInterval });
  const cacheDir = temporaryFolder();
  const tmdb = tmdbOf(server);
  const { seeded } = right;
  writeFileSync(`${cacheDir}/tmdb.sqlite`, right.file);
  spoil?.(cacheDir);

  server.resetCounters();
  server.fault = fault;
  const log = recordingLog();
  const outcome = await enrichFrom(server, {
    ...{ films, cacheDir, log, timing },
    ...options,
    tmdb: { ...tmdb, ...options.tmdb },
  }).then(
    ({ report, metadata }) => ({
      code: tooManyFailures(report, films.length) ? (1 as const) : (0 as const),
      lost: report.lost.films,
      lines: describeReport(report),
      metadata,
    }),
    (error: unknown) => {
      if (!isProblem(error)) throw error;
      return { code: 1 as const, lost: 0, lines: [error.message, error.hint], metadata: new Map() };
    },
  );
  server.fault = null;
  mend?.();
  const said = [...log.lines, ...outcome.lines].join("\n");
  for (const token of TOKENS) expect(said).not.toContain(token);
  expect(said).not.toMatch(/^\s+at .+:\d+:\d+/m);

  const cache = cacheOf(cacheDir);
  if (!spoil) for (const [key, record] of seeded) expect(cache.get(key), key).toEqual(record);
  for (const [key, record] of cache) {
    if (!except.includes(key)) expect(record, key).toEqual(right.cache.get(key));
  }
  const fresh = [...cache.keys()].filter((key) => !seeded.has(key));
  const count = (shelf: string) => fresh.filter((key) => key.startsWith(`${shelf} `)).length;
  const stored = { matches: count("match"), films: count("film") };
  const { code, lost, metadata } = outcome;
  return { code, lost, said, metadata, stored, server, cacheDir, sleeps: timing.sleeps };
}

const tmdbOf = (server: TmdbServer) => ({
  token: TOKENS[0] ?? "",
  apiUrl: server.url,
  requestsPerSecond: 1000,
  concurrency: 8,
});

/**
 * The same again after the fault is over: what is missing is asked for, nothing else, and all is as if
 * nothing had happened.
 *
 * @returns how many requests that took
 */
export async function again({ cacheDir }: Trial, now = Date.now): Promise<number> {
  const right = await flawless();
  const server = await runTmdbServer({ films: catalogue, tokens: TOKENS });
  const tmdb = tmdbOf(server);
  const { report, metadata } = await enrichFrom(server, { films, cacheDir, tmdb, now });
  expect(metadata).toEqual(right.metadata);
  expect(cacheOf(cacheDir)).toEqual(right.cache);
  expect(report).toMatchObject({ matched: films.length, failed: [], stopped: null });
  expect(server.counters.requests).toBe(report.requests);
  return report.requests;
}

/** Whether it is the first time that this address is asked for. */
export function onceEach(): (path: string, query: URLSearchParams) => boolean {
  const asked = new Set<string>();
  return (path, query) => {
    const address = `${path}?${query}`;
    const isFirst = !asked.has(address);
    asked.add(address);
    return isFirst;
  };
}
