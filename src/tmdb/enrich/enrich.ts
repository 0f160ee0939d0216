import type { LookupFunction } from "node:net";
import { type Log, stderrLog } from "../../log.ts";
import { Problem } from "../../problem.ts";
import {
  type CachedMetadata,
  type ExportFilm,
  readCachedMetadata,
} from "../cache/cachedMetadata.ts";
import type { OpenStore } from "../cache/store.ts";
import { type Connection, createConnection } from "../client/connection.ts";
import { OutageError, RequestFailure } from "../client/failure.ts";
import { realTiming, type Timing } from "../client/timing.ts";
import { AbsentOverride } from "../match/absentOverride.ts";
import { type Override, pageOf } from "../match/overrides.ts";
import { resolveSharedMatches } from "../match/resolveSharedMatches.ts";
import type { Metadata } from "../metadata.ts";
import { countMatches, type EnrichReport, type Lost } from "../report/enrichReport.ts";
import { noProgress, type Progress } from "../report/progress.ts";
import { type Extras, gatherExtras, type WantedExtras } from "./extras.ts";
import { mapConcurrently } from "./mapConcurrently.ts";
import { resolveGroup } from "./resolveFilms.ts";
import { searchSharedMatches } from "./searchSharedMatches.ts";

export {
  describeFailure,
  describeReport,
  describeUnsaved as describeLost,
  tooManyFailures,
} from "../report/describeReport.ts";
export type { EnrichReport } from "../report/enrichReport.ts";

export interface EnrichOptions {
  /** In the order to ask: seen films, then those on lists, then the watchlist. */
  films: ExportFilm[];
  /** So many of the first films are seen. */
  seenCount: number;
  overrides: Override[];
  cacheDir: string;
  tmdb: {
    /** Without one nothing is asked. */
    token: string | null;
    isTokenHidden?: boolean;
    apiUrl: string;
    /** Needed for posters alone. */
    imageUrl?: string;
    requestsPerSecond: number;
    concurrency: number;
  };
  offline: boolean;
  /** What else to ask for, after the films; nothing by default. */
  extras?: WantedExtras;
  /** Asks again for all that the cache holds of the films; what it holds serves while that fails. */
  refresh?: boolean | undefined;
  /** Asks nothing where answers cannot be kept. */
  mustKeep?: boolean | undefined;
  /** Milliseconds since 1970, for the ages of what is stored. */
  now?: () => number;
  log?: Log;
  progress?: Progress;
  /** When aborted, `enrich` rejects with its reason; what had been answered is stored. */
  signal?: AbortSignal;
  /** Called when an answer could not be kept, also where `enrich` rejects. */
  onLost?: () => void;
  timing?: Timing;
  lookup?: LookupFunction;
  openStore?: OpenStore;
}

const nothingLost: Lost = { films: 0, filmographies: 0, collections: 0, posters: 0 };

const noExtras: WantedExtras = { filmographies: false, collections: false, posters: false };

/**
 * Metadata of every film that has an answer: matched, a series, or known not to be found. Films that
 * failed without anything in the cache, and those never asked, are absent. With them the extras that
 * are wanted.
 *
 * @throws Problem when TMDB refuses the token, or nothing can be kept that must be
 */
export async function enrich(
  options: EnrichOptions,
): Promise<{ metadata: Map<string, Metadata>; report: EnrichReport; extras: Extras }> {
  const { films, overrides, cacheDir, now = Date.now, log = stderrLog } = options;
  const { timing = realTiming, tmdb, signal, refresh, openStore, lookup } = options;
  const started = timing.monotonic();
  const token = options.offline ? null : options.tmdb.token;
  const readOnly = !token;
  const holdings = await readCachedMetadata(films, overrides, cacheDir, {
    now,
    monotonic: timing.monotonic,
    log,
    readOnly,
    refresh,
    openStore,
  });
  const due = films.filter((film) => isDue(film, holdings));
  const connection = token ? createConnection({ ...tmdb, token, timing, signal, lookup }) : null;
  let result: Awaited<ReturnType<typeof enrich>>;
  try {
    if (options.mustKeep && connection && due.length > 0) refuseUnsavable(holdings);
    const known = (absent: EnrichReport["absent"]) => {
      const metadata = new Map<string, Metadata>();
      for (const film of films) {
        const held = holdings.metadata(film);
        if (held) metadata.set(film.key, held);
      }
      for (const { film, target } of absent) metadata.set(film.key, absentMetadata(target));
      return { metadata, rejected: resolveSharedMatches(films, metadata) };
    };
    const before = known([]).metadata;
    const asked =
      !connection || due.length === 0
        ? { fetched: 0, stale: 0, failed: [], absent: [], stopped: null }
        : await askForFilms(due, connection, { ...options, holdings });
    const first = known(asked.absent);
    let { metadata } = first;
    if (connection && asked.stopped === null && first.rejected.length > 0) {
      await searchSharedMatches(first.rejected, { api: connection.api(), holdings });
      metadata = known(asked.absent).metadata;
    }
    const seen = films.slice(0, options.seenCount).flatMap(({ key }) => metadata.get(key) ?? []);
    const { extras, reports } = await gatherExtras(seen, {
      wanted: options.extras ?? noExtras,
      refresh: refresh ?? false,
      cache: holdings.cache,
      cacheDir,
      connection,
      concurrency: tmdb.concurrency,
      now,
      log,
      progress: options.progress ?? noProgress,
      ...(options.onLost && { onLost: options.onLost }),
    });
    const report: EnrichReport = {
      lost: { ...nothingLost, posters: reports.reduce((sum, { lost = 0 }) => sum + lost, 0) },
      requests: 0,
      throttled: 0,
      ...connection?.counts(),
      ...asked,
      ...countMatches(films, metadata, options.seenCount, before),
      fromCache: films.length - due.length,
      extras: reports,
      apiUrl: tmdb.apiUrl,
      unasked: whyUnasked(options),
      seconds: (timing.monotonic() - started) / 1000,
    };
    result = { metadata, report, extras };
  } finally {
    await connection?.close();
    await holdings.close();
    if (Object.values(holdings.lost()).some((number) => number > 0)) options.onLost?.();
  }
  Object.assign(result.report.lost, holdings.lost());
  return result;
}

function whyUnasked({ offline, tmdb }: EnrichOptions): EnrichReport["unasked"] {
  if (offline) return "offline";
  if (tmdb.token) return null;
  return tmdb.isTokenHidden ? "token hidden" : "no token";
}

/** The log has said why. */
function refuseUnsavable({ cache }: CachedMetadata): void {
  if (cache.writable) return;
  throw new Problem("Nothing was asked, since no answer of TMDB's can be kept.", {
    hint: "Set right what is said above, or set CACHE_DIR to another folder.",
  });
}

type Asked = Pick<EnrichReport, "fetched" | "stale" | "failed" | "absent" | "stopped">;

async function askForFilms(
  open: ExportFilm[],
  connection: Connection,
  options: EnrichOptions & { holdings: CachedMetadata },
): Promise<Asked> {
  const { films, seenCount, holdings, tmdb, progress = noProgress } = options;
  const client = connection.client();
  const failures = new Map<string, string>();
  const openKeys = new Set(open.map(({ key }) => key));
  const absences = new Map<string, AbsentOverride>();
  const answered = new Set<string>();
  let stopped: string | null = null;

  progress.start(open.length, "films", client.pace);
  const onDone = (film: ExportFilm, error: unknown) => {
    if (!openKeys.has(film.key)) return;
    if (error instanceof AbsentOverride) absences.set(film.key, error);
    else if (error instanceof RequestFailure) failures.set(film.key, error.message);
    else answered.add(film.key);
    progress.update(answered.size + absences.size, failures.size);
  };
  const groups = groupByNameAndYear(films).filter((group) =>
    group.some((film) => openKeys.has(film.key)),
  );
  const context = { api: connection.api(), holdings, onDone };
  try {
    // More films than requests may be under way, so that one that waits for its retry holds nobody up.
    await mapConcurrently(groups, 2 * tmdb.concurrency, (group) => resolveGroup(group, context));
  } catch (error) {
    if (!(error instanceof OutageError)) throw error;
    stopped = error.message;
  } finally {
    progress.stop();
  }

  const seen = new Set(films.slice(0, seenCount).map(({ key }) => key));
  const without = open.filter((film) => !answered.has(film.key));
  const missing = without.filter((film) => !hasData(film, holdings));
  // Where nothing but failures comes back, the address may be wrong rather than the owner's row.
  const isBelieved = answered.size > 0 || failures.size === 0;
  const absent = missing.flatMap((film) => {
    const target = isBelieved ? absences.get(film.key)?.target : undefined;
    return target ? [{ film, target }] : [];
  });
  const failed = missing.filter((film) => !absent.some((one) => one.film === film));
  for (const [key, { message }] of absences) failures.set(key, message);
  return {
    fetched: answered.size,
    stale: without.length - missing.length,
    absent,
    failed: failed.map(({ key, name, year }) => ({
      key,
      name,
      year,
      seen: seen.has(key),
      message: failures.get(key) ?? stopped ?? "not asked",
    })),
    stopped,
  };
}

function absentMetadata(target: AbsentOverride["target"]): Metadata {
  const reason = `overrides.csv says ${pageOf(target)}, which TMDB does not have.`;
  return {
    match: {
      type: "none",
      confidence: 0,
      reason,
      candidates: [],
      overridden: true,
      absent: target,
    },
    film: null,
    series: null,
  };
}

function isDue(film: ExportFilm, holdings: CachedMetadata): boolean {
  const match = holdings.match(film);
  return !match || holdings.matchDue(film) || holdings.detailsDue(match);
}

function hasData(film: ExportFilm, holdings: CachedMetadata): boolean {
  const known = holdings.metadata(film);
  return known !== null && (known.match.type === "none" || (known.film ?? known.series) !== null);
}

/** Films of one name and year are looked at together, where the first of them stands. */
function groupByNameAndYear(films: ExportFilm[]): ExportFilm[][] {
  return [...Map.groupBy(films, ({ name, year }) => `${name}\0${year ?? ""}`).values()];
}
