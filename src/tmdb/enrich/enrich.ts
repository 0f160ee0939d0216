import type { LookupFunction } from "node:net";
import { type Log, stderrLog } from "../../log.ts";
import { Problem } from "../../problem.ts";
import { type CachedMetadata, readCachedMetadata } from "../cache/cachedMetadata.ts";
import type { OpenStore } from "../cache/store.ts";
import { type Connection, createConnection } from "../client/connection.ts";
import { OutageError, RequestFailure } from "../client/failure.ts";
import { realTiming, type Timing } from "../client/timing.ts";
import type { Override } from "../match/overrides.ts";
import { resolveSharedMatches } from "../match/resolveSharedMatches.ts";
import { type ExportFilm, type Metadata, pageOf } from "../metadata.ts";
import { countMatches, type EnrichReport, type UnsavedCounts } from "../report/enrichReport.ts";
import { noProgress, type Progress } from "../report/progress.ts";
import { describeRenewal } from "../report/renewal.ts";
import { type Extras, gatherExtras, type WantedExtras } from "./extras.ts";
import { mapConcurrently } from "./mapConcurrently.ts";
import { AbsentOverride, resolveFilms } from "./resolveFilms.ts";
import { searchSharedMatches } from "./searchSharedMatches.ts";

export interface EnrichOptions {
  /** In the order to ask: seen films, then those on lists, then the watchlist. */
  films: ExportFilm[];
  /** How many films at the start of the list are seen. */
  seenCount: number;
  overrides: Override[];
  cacheDir: string;
  tmdb: {
    /** Null: TMDB is not asked. */
    token: string | null;
    isTokenHidden?: boolean;
    apiUrl: string;
    /** Only needed for posters. */
    imageUrl?: string;
    requestsPerSecond: number;
    concurrency: number;
  };
  offline: boolean;
  /** What to fetch after the films; nothing by default. */
  extras?: WantedExtras;
  /** Fetches all films again; cached data is used for those that fail. */
  refresh?: boolean | undefined;
  /** Whether to stop with a Problem if answers cannot be saved. */
  mustKeep?: boolean | undefined;
  /** Milliseconds since 1970, for the age of stored data. */
  now?: () => number;
  log?: Log;
  progress?: Progress;
  /** When aborted, `enrich` rejects with its reason; answers received so far are saved. */
  signal?: AbortSignal;
  /** Called if an answer could not be saved, even if `enrich` rejects. */
  onLost?: () => void;
  timing?: Timing;
  lookup?: LookupFunction;
  openStore?: OpenStore;
}

const nothingUnsaved: UnsavedCounts = { films: 0, filmographies: 0, collections: 0, posters: 0 };

const noExtras: WantedExtras = { filmographies: 0, collections: false, posters: false };

/**
 * Fetches metadata of the films, and the extras that are wanted. The result has every film whose match
 * is known: a film, a series or none. Films that failed and are not cached, and films that TMDB was
 * not asked about, are missing from it.
 *
 * @throws Problem if TMDB refuses the token, or if `mustKeep` is set and answers cannot be saved
 */
export async function enrich(
  options: EnrichOptions,
): Promise<{ metadata: Map<string, Metadata>; report: EnrichReport; extras: Extras }> {
  const { films, overrides, cacheDir, now = Date.now, log = stderrLog } = options;
  const { timing = realTiming, tmdb, signal, refresh, openStore, lookup } = options;
  const started = timing.monotonic();
  const token = options.offline ? null : options.tmdb.token;
  const readOnly = !token;
  const cached = await readCachedMetadata(films, overrides, cacheDir, {
    now,
    monotonic: timing.monotonic,
    log,
    readOnly,
    refresh,
    openStore,
  });
  const due = films.filter((film) => isDue(film, cached));
  const connection = token ? createConnection({ ...tmdb, token, timing, signal, lookup }) : null;
  let result: Awaited<ReturnType<typeof enrich>>;
  try {
    if (options.mustKeep && connection && due.length > 0) requireWritable(cached);
    const collectMetadata = (absent: EnrichReport["absent"]) => {
      const metadata = new Map<string, Metadata>();
      for (const film of films) {
        const known = cached.metadata(film);
        if (known) metadata.set(film.key, known);
      }
      for (const { film, target } of absent) metadata.set(film.key, absentMetadata(target));
      return { metadata, rejected: resolveSharedMatches(films, metadata) };
    };
    const before = collectMetadata([]).metadata;
    const outdated = countOutdated(films, cached);
    if (connection && outdated > 0) log.info(describeRenewal(outdated));
    const asked =
      !connection || due.length === 0
        ? { fetched: 0, stale: 0, failed: [], absent: [], stopped: null }
        : await askForFilms(due, connection, { ...options, cached });
    const first = collectMetadata(asked.absent);
    let { metadata } = first;
    if (connection && asked.stopped === null && first.rejected.length > 0) {
      await searchSharedMatches(first.rejected, { api: connection.api(), cached });
      metadata = collectMetadata(asked.absent).metadata;
    }
    const seen = films.slice(0, options.seenCount).flatMap(({ key, viewings = [] }) => {
      const known = metadata.get(key);
      return known ? [{ metadata: known, viewings: viewings.length }] : [];
    });
    const { extras, reports } = await gatherExtras(seen, {
      wanted: options.extras ?? noExtras,
      refresh: refresh ?? false,
      cache: cached.cache,
      cacheDir,
      connection,
      concurrency: tmdb.concurrency,
      now,
      log,
      progress: options.progress ?? noProgress,
      ...(options.onLost && { onLost: options.onLost }),
    });
    const report: EnrichReport = {
      lost: { ...nothingUnsaved, posters: reports.reduce((sum, { lost = 0 }) => sum + lost, 0) },
      requests: 0,
      throttled: 0,
      ...connection?.counts(),
      ...asked,
      ...countMatches(films, metadata, options.seenCount, before),
      fromCache: films.length - due.length,
      outdated: countOutdated(films, cached),
      extras: reports,
      apiUrl: tmdb.apiUrl,
      unasked: whyUnasked(options),
      seconds: (timing.monotonic() - started) / 1000,
    };
    result = { metadata, report, extras };
  } finally {
    await connection?.close();
    await cached.close();
    if (Object.values(cached.unsaved()).some((number) => number > 0)) options.onLost?.();
  }
  Object.assign(result.report.lost, cached.unsaved());
  return result;
}

function whyUnasked({ offline, tmdb }: EnrichOptions): EnrichReport["unasked"] {
  if (offline) return "offline";
  if (tmdb.token) return null;
  return tmdb.isTokenHidden ? "token hidden" : "no token";
}

/** The cache has already logged why it cannot be written. */
function requireWritable({ cache }: CachedMetadata): void {
  if (cache.writable) return;
  throw new Problem("TMDB was not asked, because its answers cannot be saved.", {
    hint: "Fix the problem above, or set CACHE_DIR to another folder.",
  });
}

type Asked = Pick<EnrichReport, "fetched" | "stale" | "failed" | "absent" | "stopped">;

async function askForFilms(
  open: ExportFilm[],
  connection: Connection,
  options: EnrichOptions & { cached: CachedMetadata },
): Promise<Asked> {
  const { films, seenCount, cached, tmdb, progress = noProgress } = options;
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
  const context = { api: connection.api(), cached, onDone };
  try {
    // Twice as many films as requests: a film that waits for its retry then delays no other.
    await mapConcurrently(groups, 2 * tmdb.concurrency, (group) => resolveFilms(group, context));
  } catch (error) {
    if (!(error instanceof OutageError)) throw error;
    stopped = error.message;
  } finally {
    progress.stop();
  }

  const seen = new Set(films.slice(0, seenCount).map(({ key }) => key));
  const without = open.filter((film) => !answered.has(film.key));
  const missing = without.filter((film) => !hasData(film, cached));
  // If every answer is a failure, the API's address may be wrong rather than the owner's row.
  const isTrustworthy = answered.size > 0 || failures.size === 0;
  const absent = missing.flatMap((film) => {
    const target = isTrustworthy ? absences.get(film.key)?.target : undefined;
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

function isDue(film: ExportFilm, cached: CachedMetadata): boolean {
  const match = cached.match(film);
  return !match || cached.matchDue(film) || cached.detailsDue(match);
}

const countOutdated = (films: ExportFilm[], cached: CachedMetadata): number =>
  films.filter((film) => {
    const match = cached.match(film);
    return match !== null && cached.isOutdated(match);
  }).length;

function hasData(film: ExportFilm, cached: CachedMetadata): boolean {
  const known = cached.metadata(film);
  return known !== null && (known.match.type === "none" || (known.film ?? known.series) !== null);
}

/** Groups films with the same name and year, in the order of the first film of each group. */
function groupByNameAndYear(films: ExportFilm[]): ExportFilm[][] {
  return [...Map.groupBy(films, ({ name, year }) => `${name}\0${year ?? ""}`).values()];
}
