import { counted, grouped } from "../../counted.ts";
import { type Log, stderrLog } from "../../log.ts";
import { Problem } from "../../problem.ts";
import { messageOf } from "../../systemErrors.ts";
import { orWarn } from "../fileErrors.ts";
import { findOverride, type Override } from "../match/overrides.ts";
import type { ExportFilm, FilmDetails, Named } from "../metadata.ts";
import { type Cache, openCache } from "./cache.ts";
import { deleteOtherPosters, postersIn, postersOf } from "./posterStore.ts";
import { isStoredMatch, readStoredFilm, readStoredSeries } from "./records.ts";
import { isStoreError, type OpenStore } from "./store.ts";

/** How much was deleted, and the size of the cache in bytes. */
export interface Pruned {
  matches: number;
  films: number;
  series: number;
  /** Filmographies and collections. */
  lists: number;
  posters: number;
  before: number;
  after: number;
}

/**
 * Deletes cached data that none of the films needs: matches of other films, details that no match or
 * override names, and the filmographies, collections and posters of such details.
 *
 * @throws Problem if the cache cannot be written
 */
export async function pruneCache({
  films,
  overrides,
  cacheDir,
  now = Date.now,
  log = stderrLog,
  openStore,
}: {
  films: ExportFilm[];
  overrides: Override[];
  cacheDir: string;
  now?: () => number;
  log?: Log;
  openStore?: OpenStore;
}): Promise<Pruned> {
  const cache = await openCache(cacheDir, { log, now, open: openStore });
  try {
    if (!cache.writable) throw cannotPrune(cache, "see above");
    const before = await cache.size();
    const needed = await neededBy(films, overrides, cache);
    const matches = await deleteOthers(cache.match, needed.match);
    const filmCount = await deleteOthers(cache.film, needed.film);
    const series = await deleteOthers(cache.series, needed.series);
    const filmographies = await deleteOthers(cache.filmography, needed.filmography);
    const collections = await deleteOthers(cache.collection, needed.collection);
    const folder = postersIn(cacheDir);
    const posters = await orWarn(() => deleteOtherPosters(folder, needed.posters), {
      what: `Posters in ${folder} cannot be deleted`,
      log,
      otherwise: 0,
    });
    await compact(cache, log);
    return {
      matches,
      films: filmCount,
      series,
      lists: filmographies + collections,
      posters,
      before,
      after: await cache.size(),
    };
  } catch (error) {
    if (!isStoreError(error)) throw error;
    throw cannotPrune(cache, messageOf(error), error);
  } finally {
    await cache.close();
  }
}

/** One line for the log. */
export function describePruned(pruned: Pruned): string {
  const { matches, films, series, lists, posters, before, after } = pruned;
  const parts = [
    counted(matches, "match", "matches"),
    `the details of ${counted(films, "film")} and ${grouped(series)} series`,
    ...(lists > 0 ? [`${grouped(lists)} filmographies and collections`] : []),
    ...(posters > 0 ? [counted(posters, "poster")] : []),
  ];
  const deleted = `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
  const size = `It now takes ${megabytes(after)} MB, ${megabytes(before - after)} MB less than before.`;
  return `Cache: deleted ${deleted} that no film in this export needs. ${size}`;
}

/** The needed keys of each namespace. */
async function neededBy(films: ExportFilm[], overrides: Override[], cache: Cache) {
  const match = new Set(films.map(({ key }) => key));
  const stored = await cache.match.getMany([...match]);
  const targets = [
    // All overrides count, even those for films outside this export: the owner wrote them.
    ...overrides.map(({ target }) => target),
    ...films.flatMap(({ key, ...film }) => {
      const record = stored.get(key);
      return isStoredMatch(record) && !findOverride(film, overrides) ? [record.match] : [];
    }),
  ];
  const ids = (type: "movie" | "tv") =>
    targets.flatMap((target) =>
      target !== "none" && target.type === type ? [`${target.id}`] : [],
    );
  const film = new Set(ids("movie"));
  const series = new Set(ids("tv"));
  const details = [...(await cache.film.getMany([...film])).values()].flatMap(
    (record) => readStoredFilm(record)?.details ?? [],
  );
  const shows = [...(await cache.series.getMany([...series])).values()].flatMap(
    (record) => readStoredSeries(record)?.details ?? [],
  );
  return {
    match,
    film,
    series,
    filmography: new Set(details.flatMap((one) => withFilmography(one).map(({ id }) => `${id}`))),
    collection: new Set(
      details.flatMap(({ collection }) => (collection ? [`${collection.id}`] : [])),
    ),
    posters: new Set([...details, ...shows].flatMap(({ poster }) => postersOf(poster))),
  };
}

/** The people of a film whose filmography may be wanted. */
const withFilmography = ({ cast, crew }: FilmDetails): Named[] => [
  ...cast,
  ...crew.filter(({ role }) => role === "director"),
];

async function deleteOthers(stored: Cache["film"], needed: Set<string>): Promise<number> {
  const others = (await stored.keys()).filter((key) => !needed.has(key));
  return others.length > 0 ? stored.delete(others) : 0;
}

/** Failing to shrink the file is no error, because SQLite reuses the space. */
async function compact(cache: Cache, log: Log): Promise<void> {
  try {
    await cache.compact();
  } catch (error) {
    if (!isStoreError(error)) throw error;
    log.warn(`The cache ${cache.path} could not be shrunk this time (${messageOf(error)}).`);
  }
}

const cannotPrune = (cache: Cache, why: string, cause?: unknown) =>
  new Problem(`The cache ${cache.path} cannot be pruned (${why}).`, {
    hint: "Is another build running, is the disk full, or is the folder write-protected? Deleting the folder is always safe.",
    cause,
  });

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
