import type { Log } from "../log.ts";
import { atOnce } from "./atOnce.ts";
import type { Cache } from "./cache.ts";
import type { Connection } from "./connection.ts";
import { type ExtraReport, POSTERS } from "./extrasReport.ts";
import { isNotFound, OutageError, RequestFailure } from "./failure.ts";
import type { ListedFilm } from "./filmList.ts";
import { collectionsToAsk, directorsToAsk, readFilmLists } from "./filmLists.ts";
import type { Metadata } from "./metadata.ts";
import { type LocalPosters, postersIn, postersOf, prunePosters, readPosters } from "./posters.ts";
import type { Progress } from "./progress.ts";

/** What the settings ask for beyond the films themselves. */
export interface WantedExtras {
  filmographies: boolean;
  collections: boolean;
  /** Whether posters are to lie in the cache. */
  posters: boolean;
}

export interface Extras {
  /** By person, of those who directed three or more of the seen films. */
  filmographies: Map<number, ListedFilm[]>;
  /** By collection, of those with two or more seen films. */
  collections: Map<number, ListedFilm[]>;
  /** Null unless they are wanted in the cache. */
  posters: LocalPosters | null;
}

export interface ExtrasOptions {
  wanted: WantedExtras;
  /** Asks again for lists that the cache holds. */
  refresh: boolean;
  shelves: Pick<Cache, "filmography" | "collection">;
  cacheDir: string;
  /** Null: nothing is asked, and what the cache holds is all there is. */
  connection: Connection | null;
  /** Most requests in flight. */
  concurrency: number;
  now: () => number;
  log: Log;
  progress: Progress;
}

/**
 * What the cache holds of the wanted extras, and TMDB's answers for the rest. What fails is reported
 * and absent.
 *
 * @param seen of the seen films
 * @throws Problem when TMDB refuses the token; the reason of an interruption
 */
export async function gatherExtras(
  seen: Metadata[],
  options: ExtrasOptions,
): Promise<{ extras: Extras; reports: ExtraReport[] }> {
  const { wanted, connection, cacheDir, now } = options;
  const films = [...new Map(seen.flatMap(({ film }) => (film ? [[film.id, film]] : []))).values()];
  if (connection) await prunePosters(postersIn(cacheDir), now());
  const reports: ExtraReport[] = [];
  const filmographies = await gatherLists("filmography", {
    ...options,
    what: "filmographies",
    ids: wanted.filmographies ? directorsToAsk(films) : [],
    reports,
  });
  const collections = await gatherLists("collection", {
    ...options,
    what: "collections",
    ids: wanted.collections ? collectionsToAsk(films) : [],
    reports,
  });
  const posters = wanted.posters ? await gatherPosters(seen, { ...options, reports }) : null;
  return { extras: { filmographies, collections, posters }, reports };
}

type Gathering = ExtrasOptions & { reports: ExtraReport[] };

async function gatherLists(
  kind: "filmography" | "collection",
  { what, ids, ...options }: Gathering & { what: string; ids: number[] },
): Promise<Map<number, ListedFilm[]>> {
  const { connection, shelves, refresh, now, reports } = options;
  const lists = await readFilmLists(ids, {
    shelf: shelves[kind],
    refresh,
    now,
    ask: async (id) => connection?.api()[kind](id) ?? [],
  });
  const asked = await askFor(lists.due, lists.fetch, what, options);
  const known = lists.known();
  reports.push({ what, wanted: ids.length, known: known.size, ...asked });
  return known;
}

async function gatherPosters(
  seen: Metadata[],
  { reports, ...options }: Gathering,
): Promise<LocalPosters> {
  const { connection, cacheDir, now, log } = options;
  const folder = postersIn(cacheDir);
  const paths = new Set(seen.map(({ film, series }) => film?.poster ?? series?.poster ?? null));
  const wanted = [...paths].flatMap(postersOf);
  const store = await readPosters(folder, wanted, now);
  let isFull = false;

  async function fetch(file: string): Promise<void> {
    if (isFull || !connection) return;
    const bytes = await imageOf(file, connection);
    try {
      await store.keep(file, bytes);
    } catch (error) {
      // A disk that is full or may not be written to is the owner's; the site does without posters.
      if (!(error instanceof Error && "syscall" in error)) throw error;
      if (!isFull) log.warn(`Posters cannot be kept in ${folder} (${error.message}).`);
      isFull = true;
    }
  }

  const asked = await askFor(store.due, fetch, POSTERS, options);
  const files = store.known();
  reports.push({ what: POSTERS, wanted: wanted.length, known: files.size, ...asked });
  return { folder, files };
}

/** Nothing at all where TMDB has no such file: kept like that, it is not asked for in every build. */
async function imageOf(file: string, connection: Connection): Promise<Buffer> {
  try {
    return await connection.client().image(`/${file}`);
  } catch (error) {
    if (isNotFound(error)) return Buffer.alloc(0);
    throw error;
  }
}

/** Does the task for each item as long as TMDB can be reached. One that fails stops no other. */
async function askFor<T>(
  items: T[],
  task: (item: T) => Promise<void>,
  what: string,
  { connection, concurrency, progress }: ExtrasOptions,
): Promise<Pick<ExtraReport, "failures" | "stopped">> {
  const failures: string[] = [];
  const client = items.length > 0 ? connection?.client() : null;
  if (!client || client.halted.aborted) return { failures, stopped: null };
  const before = client.counts.requests;
  let done = 0;
  progress.start(items.length, what);
  try {
    // More than may be in flight, so that one that waits for its retry holds nobody up.
    await atOnce(items, 2 * concurrency, async (item) => {
      try {
        await task(item);
      } catch (error) {
        if (!(error instanceof RequestFailure)) throw error;
        failures.push(error.message);
      }
      done++;
      progress.update(done, { requests: client.counts.requests - before, note: "" });
    });
    return { failures, stopped: null };
  } catch (error) {
    if (!(error instanceof OutageError)) throw error;
    return { failures, stopped: error.message };
  } finally {
    progress.stop();
  }
}
