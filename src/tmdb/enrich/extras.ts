import type { Cache } from "../cache/cache.ts";
import {
  deleteExpiredPosters,
  type LocalPosters,
  postersIn,
  postersOf,
} from "../cache/posterStore.ts";
import type { ListedFilm } from "../client/filmList.ts";
import { orWarn } from "../fileErrors.ts";
import type { Metadata } from "../metadata.ts";
import type { ExtraReport } from "../report/extrasReport.ts";
import { askEach } from "./askEach.ts";
import { collectionsToAsk, directorsToAsk, readFilmLists } from "./filmLists.ts";
import { type GatherPostersOptions, gatherPosters } from "./gatherPosters.ts";

/** What the settings ask for beyond the films themselves. */
export interface WantedExtras {
  filmographies: boolean;
  collections: boolean;
  /** Whether to download posters into the cache. */
  posters: boolean;
}

export interface Extras {
  /** By the TMDB id of each person who directed three or more seen films. */
  filmographies: Map<number, ListedFilm[]>;
  /** By the TMDB id of each collection with two or more seen films. */
  collections: Map<number, ListedFilm[]>;
  /** Null unless posters are wanted. */
  posters: LocalPosters | null;
}

export interface ExtrasOptions extends GatherPostersOptions {
  wanted: WantedExtras;
  /** Fetches cached lists again. */
  refresh: boolean;
  cache: Pick<Cache, "filmography" | "collection">;
  cacheDir: string;
}

/**
 * Reads the wanted extras from the cache and fetches the rest. Failures are reported, and what failed is
 * missing from the result.
 *
 * @param seen metadata of the seen films
 * @throws Problem if TMDB refuses the token; the signal's reason after an interruption
 */
export async function gatherExtras(
  seen: Metadata[],
  options: ExtrasOptions,
): Promise<{ extras: Extras; reports: ExtraReport[] }> {
  const { wanted, connection, cacheDir, now, log } = options;
  const films = [...new Map(seen.flatMap(({ film }) => (film ? [[film.id, film]] : []))).values()];
  const folder = postersIn(cacheDir);
  if (connection) {
    await orWarn(() => deleteExpiredPosters(folder, now()), {
      what: `Old posters in ${folder} cannot be deleted`,
      log,
      otherwise: undefined,
    });
  }
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
  if (!wanted.posters) return { extras: { filmographies, collections, posters: null }, reports };
  const paths = new Set(seen.map(({ film, series }) => film?.poster ?? series?.poster ?? null));
  const files = [...paths].flatMap(postersOf);
  const { posters, report } = await gatherPosters(folder, files, options);
  return { extras: { filmographies, collections, posters }, reports: [...reports, report] };
}

type ListOptions = ExtrasOptions & { reports: ExtraReport[] };

async function gatherLists(
  kind: "filmography" | "collection",
  { what, ids, ...options }: ListOptions & { what: string; ids: number[] },
): Promise<Map<number, ListedFilm[]>> {
  const { connection, cache, refresh, now, reports } = options;
  const lists = await readFilmLists(ids, {
    stored: cache[kind],
    refresh,
    now,
    async ask(id) {
      // Throw: an empty list would be stored as TMDB's answer.
      if (!connection) throw new Error(`${what} were asked for without a connection`);
      return connection.api()[kind](id);
    },
  });
  const asked = await askEach(lists.due, lists.fetch, what, options);
  const known = lists.known();
  reports.push({ what, wanted: ids.length, known: known.size, ...asked });
  return known;
}
