import pLimit from "p-limit";
import { type Log, stderrLog } from "../log.ts";
import { createApi } from "./api.ts";
import { createClient } from "./client.ts";
import { OutageError, RequestFailure } from "./failure.ts";
import { type Film, type Holdings, readHoldings } from "./holdings.ts";
import type { Metadata } from "./metadata.ts";
import type { Override } from "./overrides.ts";
import { noProgress, type Progress } from "./progress.ts";
import { countMatches, type EnrichReport } from "./report.ts";
import { resolveGroup } from "./resolve.ts";
import { settleRivals } from "./rivals.ts";
import { realTiming, type Timing } from "./timing.ts";

export { describeReport, type EnrichReport, tooManyFailures } from "./report.ts";

export interface EnrichOptions {
  /** In the order to ask: seen films, then those on lists, then the watchlist. */
  films: Film[];
  /** So many of the first films are seen. */
  seenCount: number;
  overrides: Override[];
  cacheDir: string;
  tmdb: {
    /** Without one nothing is asked. */
    token: string | null;
    apiUrl: string;
    requestsPerSecond: number;
    concurrency: number;
  };
  offline: boolean;
  /** Milliseconds since 1970, for the ages of what is stored. */
  now?: () => number;
  log?: Log;
  progress?: Progress;
  /** When aborted, `enrich` rejects with its reason; what had been answered is stored. */
  signal?: AbortSignal;
  timing?: Timing;
}

/**
 * Metadata of every film that has an answer: matched, a series, or known not to be found. Films that
 * failed without anything in the cache, and those never asked, are absent.
 *
 * @throws Problem when TMDB refuses the token
 */
export async function enrich(
  options: EnrichOptions,
): Promise<{ metadata: Map<string, Metadata>; report: EnrichReport }> {
  const { films, overrides, cacheDir, now = Date.now, log = stderrLog } = options;
  const { timing = realTiming } = options;
  const started = timing.monotonic();
  const token = options.offline ? null : options.tmdb.token;
  const readOnly = !token;
  const holdings = await readHoldings(films, overrides, cacheDir, { now, log, readOnly });
  try {
    const open = films.filter((film) => isOpen(film, holdings));
    const asked =
      !token || open.length === 0
        ? { requests: 0, throttled: 0, fetched: 0, stale: 0, failed: [], stopped: null }
        : await ask(open, token, { ...options, holdings, timing });
    const metadata = new Map<string, Metadata>();
    for (const film of films) {
      const known = holdings.metadata(film);
      if (known) metadata.set(film.key, known);
    }
    settleRivals(films, metadata);
    const counts = countMatches(films, metadata);
    const seconds = (timing.monotonic() - started) / 1000;
    return {
      metadata,
      report: { ...asked, ...counts, fromCache: films.length - open.length, seconds },
    };
  } finally {
    await holdings.close();
  }
}

/** What overrides and cache know, without any network. */
export async function readMetadata({
  films,
  overrides,
  cacheDir,
  now = Date.now,
  log = stderrLog,
}: Pick<EnrichOptions, "films" | "overrides" | "cacheDir" | "now" | "log">): Promise<
  Map<string, Metadata>
> {
  const tmdb = { token: null, apiUrl: "", requestsPerSecond: 1, concurrency: 1 };
  const options = { films, overrides, cacheDir, tmdb, now, log, seenCount: 0, offline: true };
  return (await enrich(options)).metadata;
}

type Asked = Pick<
  EnrichReport,
  "requests" | "throttled" | "fetched" | "stale" | "failed" | "stopped"
>;

async function ask(
  open: Film[],
  token: string,
  options: EnrichOptions & { holdings: Holdings; timing: Timing },
): Promise<Asked> {
  const { films, seenCount, holdings, timing, tmdb, signal, progress = noProgress } = options;
  const client = createClient({ ...tmdb, token, timing, signal });
  const api = createApi(client);
  const failures = new Map<string, string>();
  const openKeys = new Set(open.map(({ key }) => key));
  const answered = new Set<string>();
  let ended: unknown = null;

  // More films than requests may be under way, so that one that waits for its retry holds nobody up.
  const limit = pLimit(2 * tmdb.concurrency);
  progress.start(open.length);
  const onDone = (film: Film, error: unknown) => {
    if (!openKeys.has(film.key)) return;
    if (error instanceof RequestFailure) failures.set(film.key, error.message);
    else answered.add(film.key);
    const { requests } = client.counts;
    const rate = client.rate();
    const note = rate < tmdb.requestsPerSecond ? `slowed to ${rate.toFixed(1)}/s by TMDB` : "";
    progress.update(answered.size + failures.size, { requests, note });
  };
  try {
    const groups = groupByNameAndYear(films).filter((group) =>
      group.some((film) => openKeys.has(film.key)),
    );
    await Promise.all(
      groups.map((group) =>
        limit(async () => {
          if (ended !== null) return;
          try {
            await resolveGroup(group, { api, holdings, onDone });
          } catch (error) {
            // Nobody may write to the cache after it is closed, so the others are waited for.
            ended ??= error;
          }
        }),
      ),
    );
  } finally {
    progress.stop();
    await client.close();
  }
  if (ended !== null && !(ended instanceof OutageError)) throw ended;

  const stopped = ended instanceof OutageError ? ended.message : null;
  const seen = new Set(films.slice(0, seenCount).map(({ key }) => key));
  const without = open.filter((film) => !answered.has(film.key));
  const failed = without.filter((film) => !hasData(film, holdings));
  return {
    ...client.counts,
    fetched: answered.size,
    stale: without.length - failed.length,
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

function isOpen(film: Film, holdings: Holdings): boolean {
  const match = holdings.match(film);
  return !match || holdings.matchDue(film) || holdings.detailsDue(match);
}

function hasData(film: Film, holdings: Holdings): boolean {
  const known = holdings.metadata(film);
  return known !== null && (known.match.type === "none" || (known.film ?? known.series) !== null);
}

/** Films of one name and year are looked at together, where the first of them stands. */
function groupByNameAndYear(films: Film[]): Film[][] {
  return [...Map.groupBy(films, ({ name, year }) => `${name}\0${year ?? ""}`).values()];
}
