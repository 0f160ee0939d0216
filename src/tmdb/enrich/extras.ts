import type { Cache, CachedValues } from "../cache/cache.ts";
import {
  deleteExpiredPosters,
  type LocalPosters,
  postersIn,
  postersOf,
} from "../cache/posterStore.ts";
import { type ListKind, storedCollections, storedFilmographies } from "../cache/records.ts";
import type { Api } from "../client/api.ts";
import type { Filmography, ListedFilm } from "../client/filmList.ts";
import { orWarn } from "../fileErrors.ts";
import type { Metadata } from "../metadata.ts";
import type { ExtraReport } from "../report/extrasReport.ts";
import { askEach } from "./askEach.ts";
import { collectionsToAsk, readFilmLists } from "./filmLists.ts";
import { type GatherPostersOptions, gatherPosters } from "./gatherPosters.ts";
import { type FilmographyLimit, peopleToAsk, type SeenFilm } from "./peopleToAsk.ts";

/** What the settings ask for beyond the films themselves. */
export interface WantedExtras {
  filmographies: FilmographyLimit;
  collections: boolean;
  /** Whether to download posters into the cache. */
  posters: boolean;
}

export interface Extras {
  /** By the TMDB id of each of the most seen people. */
  filmographies: Map<number, Filmography>;
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
 * @param seen the seen films
 * @throws Problem if TMDB refuses the token; the signal's reason after an interruption
 */
export async function gatherExtras(
  seen: { metadata: Metadata; viewings: number }[],
  options: ExtrasOptions,
): Promise<{ extras: Extras; reports: ExtraReport[] }> {
  const { wanted, connection, cacheDir, now, log } = options;
  const films = seenFilms(seen);
  const folder = postersIn(cacheDir);
  if (connection) {
    await orWarn(() => deleteExpiredPosters(folder, now()), {
      what: `Old posters in ${folder} cannot be deleted`,
      log,
      otherwise: undefined,
    });
  }
  const reports: ExtraReport[] = [];
  const filmographies = await gatherLists({
    ...options,
    what: "filmographies",
    kind: storedFilmographies,
    stored: options.cache.filmography,
    ids: peopleToAsk(films, wanted.filmographies),
    ask: (api, id) => api.filmography(id),
    reports,
  });
  const collections = await gatherLists({
    ...options,
    what: "collections",
    kind: storedCollections,
    stored: options.cache.collection,
    ids: wanted.collections ? collectionsToAsk(films.map(({ details }) => details)) : [],
    ask: (api, id) => api.collection(id),
    reports,
  });
  if (!wanted.posters) return { extras: { filmographies, collections, posters: null }, reports };
  const paths = new Set(
    seen.map(({ metadata: { film, series } }) => film?.poster ?? series?.poster ?? null),
  );
  const files = [...paths].flatMap(postersOf);
  const { posters, report } = await gatherPosters(folder, files, options);
  return { extras: { filmographies, collections, posters }, reports: [...reports, report] };
}

/** Each TMDB film once, even if it stands twice in the export. */
function seenFilms(seen: { metadata: Metadata; viewings: number }[]): SeenFilm[] {
  const films = new Map<number, SeenFilm>();
  for (const { metadata, viewings } of seen) {
    const details = metadata.film;
    if (!details) continue;
    const before = films.get(details.id)?.viewings ?? 0;
    films.set(details.id, { details, viewings: before + viewings });
  }
  return [...films.values()];
}

interface ListOptions<Films> extends ExtrasOptions {
  what: string;
  kind: ListKind<Films>;
  stored: CachedValues;
  ids: number[];
  ask: (api: Api, id: number) => Promise<Films>;
  reports: ExtraReport[];
}

async function gatherLists<Films>(options: ListOptions<Films>): Promise<Map<number, Films>> {
  const { what, ids, kind, stored, ask, connection, refresh, now, reports } = options;
  const lists = await readFilmLists(ids, {
    kind,
    stored,
    refresh,
    now,
    async ask(id) {
      // Throw: an empty list would be stored as TMDB's answer.
      if (!connection) throw new Error(`${what} were asked for without a connection`);
      return ask(connection.api(), id);
    },
  });
  const asked = await askEach(lists.due, lists.fetch, what, options);
  const known = lists.known();
  reports.push({ what, wanted: ids.length, known: known.size, ...asked });
  return known;
}
