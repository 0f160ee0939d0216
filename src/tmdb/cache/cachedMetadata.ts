import type { Day } from "../../day.ts";
import type { Log } from "../../log.ts";
import { findOverride, type Override } from "../match/overrides.ts";
import { SURE_CONFIDENCE } from "../match/searchResults.ts";
import {
  type ExportFilm,
  type FilmDetails,
  type Match,
  type Metadata,
  matchedPage,
  type SeriesDetails,
} from "../metadata.ts";
import { detailsDue, expired, isOfFuture, missDue, searchDue } from "./age.ts";
import { type Cache, openCache } from "./cache.ts";
import {
  DETAILS_VERSION,
  isStoredMatch,
  MATCHER_VERSION,
  readStoredFilm,
  readStoredSeries,
  type StoredFilm,
  type StoredMatch,
  type StoredSeries,
  storedFilm,
} from "./records.ts";
import type { OpenStore } from "./store.ts";

/** The films' metadata from overrides and cache, held in memory while TMDB is asked. */
export interface CachedMetadata {
  /** The owner's override, otherwise the stored match, otherwise null. */
  match(film: ExportFilm): Match | null;
  isOverridden(film: ExportFilm): boolean;
  /** Whether a search is due: no match is stored, or it may be outdated. */
  matchDue(film: ExportFilm): boolean;
  /** Whether details are due: none are stored, or they are old. */
  detailsDue(match: Match): boolean;
  /** Whether the stored details are of an earlier version, which kept less of a film. */
  isOutdated(match: Match): boolean;
  /** Null while the film has no match. */
  metadata(film: ExportFilm): Metadata | null;
  saveMatch(film: ExportFilm, match: Match): Promise<void>;
  /**
   * Dates the stored match of today, because TMDB has just sent its details. Applies to sure matches only:
   * the others contain candidates, which only a new search can confirm.
   */
  confirmMatch(film: ExportFilm): Promise<void>;
  saveFilm(details: FilmDetails): Promise<void>;
  saveSeries(details: SeriesDetails): Promise<void>;
  /** The underlying cache, which also stores lists of films. */
  cache: Pick<Cache, "filmography" | "collection" | "writable">;
  /** How many answers could not be saved; complete after `close`. A film counts once. */
  unsaved(): Record<"films" | "filmographies" | "collections", number>;
  close(): Promise<void>;
}

/**
 * Reads the films' metadata from the cache, in three queries. `readOnly` creates no cache. With `refresh`,
 * everything is due that this run has not saved yet.
 */
export async function readCachedMetadata(
  films: ExportFilm[],
  overrides: Override[],
  cacheDir: string,
  {
    now,
    monotonic,
    log,
    readOnly,
    refresh = false,
    openStore,
  }: {
    now: () => number;
    monotonic: () => number;
    log: Log;
    readOnly: boolean;
    refresh?: boolean | undefined;
    openStore?: OpenStore | undefined;
  },
): Promise<CachedMetadata> {
  const cache = await openCache(cacheDir, { log, now, monotonic, readOnly, open: openStore });
  const overridden = new Map<string, Match>();
  for (const film of films) {
    const override = overrides.length > 0 ? findOverride(film, overrides) : null;
    if (override) overridden.set(film.key, overrideMatch(override));
  }
  const readable = <T extends { at: number }>(
    records: Map<string, unknown>,
    read: (value: unknown) => T | null,
  ) =>
    new Map(
      [...records].flatMap(([key, value]): [string, T][] => {
        const record = read(value);
        return record && !expired(record.at, now()) ? [[key, record]] : [];
      }),
    );

  const keys = films.map(({ key }) => key);
  const matches = readable(await cache.match.getMany(keys), (value) =>
    isStoredMatch(value) ? value : null,
  );
  // If the owner gives one namesake a page, the other may have been matched to it by mistake.
  const overriddenKeys = new Set(
    films.flatMap((film) => sharedMatchKey(film, overridden.get(film.key)) ?? []),
  );
  for (const film of films) {
    const key = sharedMatchKey(film, matches.get(film.key)?.match);
    if (key && overriddenKeys.has(key) && !overridden.has(film.key)) matches.delete(film.key);
  }
  const known = [...overridden.values(), ...[...matches.values()].map(({ match }) => match)];
  const ids = (type: Match["type"]) => [
    ...new Set(
      known.flatMap((match) => (match.type === type && "id" in match ? [`${match.id}`] : [])),
    ),
  ];
  const filmRecords = readable(await cache.film.getMany(ids("movie")), readStoredFilm);
  const seriesRecords = readable(await cache.series.getMany(ids("tv")), readStoredSeries);

  function recordOf(match: Match): StoredFilm | StoredSeries | null {
    if (match.type === "none") return null;
    const records = match.type === "movie" ? filmRecords : seriesRecords;
    return records.get(`${match.id}`) ?? null;
  }

  const savedNow = new Set<StoredMatch | StoredFilm | StoredSeries>();
  const isForcedToRefresh = (record: StoredMatch | StoredFilm | StoredSeries) =>
    refresh && !savedNow.has(record);
  const match = (film: ExportFilm) =>
    overridden.get(film.key) ?? matches.get(film.key)?.match ?? null;
  async function saveMatch(film: ExportFilm, match: Match): Promise<void> {
    // A search before it was due does not lengthen the wait for the next one.
    const nextMiss = (miss: StoredMatch) => miss.misses + (missDue(miss, now()) ? 1 : 0);
    const before = matches.get(film.key);
    const again =
      before?.match.type === "none" && before.name === film.name && before.year === film.year;
    const record: StoredMatch = {
      version: MATCHER_VERSION,
      at: now(),
      name: film.name,
      year: film.year,
      match,
      misses: match.type === "none" ? (again ? nextMiss(before) : 1) : 0,
    };
    savedNow.add(record);
    matches.set(film.key, record);
    await cache.match.set(film.key, record);
  }
  return {
    match,
    isOverridden: (film) => overridden.has(film.key),
    matchDue(film) {
      if (overridden.has(film.key)) return false;
      const record = matches.get(film.key);
      if (!record || isForcedToRefresh(record) || record.version < MATCHER_VERSION) return true;
      const { match, at } = record;
      if (match.type !== "none") {
        return isOfFuture(at, now()) || (isUnsure(match) && searchDue({ id: match.id, at }, now()));
      }
      return record.name !== film.name || record.year !== film.year || missDue(record, now());
    },
    detailsDue(match) {
      if (match.type === "none") return false;
      const record = recordOf(match);
      if (!record || isOutdated(record) || isForcedToRefresh(record)) return true;
      const released = newestDay(record.details);
      return detailsDue({ id: match.id, at: record.at, released }, now());
    },
    isOutdated(match) {
      const record = recordOf(match);
      return record !== null && isOutdated(record);
    },
    metadata(film) {
      const known = match(film);
      if (!known) return null;
      const id = known.type === "none" ? "" : `${known.id}`;
      return {
        match: known,
        film: known.type === "movie" ? (filmRecords.get(id)?.details ?? null) : null,
        series: known.type === "tv" ? (seriesRecords.get(id)?.details ?? null) : null,
      };
    },
    saveMatch,
    async confirmMatch(film) {
      const record = matches.get(film.key);
      if (!record || overridden.has(film.key) || isUnsure(record.match)) return;
      await saveMatch(film, record.match);
    },
    async saveFilm(details) {
      const record: StoredFilm = { version: DETAILS_VERSION, at: now(), details };
      savedNow.add(record);
      filmRecords.set(`${details.id}`, record);
      await cache.film.set(`${details.id}`, storedFilm(record));
    },
    async saveSeries(details) {
      const record: StoredSeries = { version: DETAILS_VERSION, at: now(), details };
      savedNow.add(record);
      seriesRecords.set(`${details.id}`, record);
      await cache.series.set(`${details.id}`, record);
    },
    cache,
    unsaved() {
      const { match: matchKeys, film: filmIds, series: seriesIds, ...lists } = cache.unsaved;
      const isUnsaved = (film: ExportFilm) => {
        const known = match(film);
        if (matchKeys.has(film.key)) return true;
        if (known === null || known.type === "none") return false;
        return (known.type === "movie" ? filmIds : seriesIds).has(`${known.id}`);
      };
      return {
        films: films.filter(isUnsaved).length,
        filmographies: lists.filmography.size,
        collections: lists.collection.size,
      };
    },
    close: cache.close,
  };
}

const isOutdated = ({ version }: StoredFilm | StoredSeries): boolean => version < DETAILS_VERSION;

/** The day that decides how soon details are due. */
const newestDay = (details: FilmDetails | SeriesDetails): Day | null =>
  "releaseDate" in details ? details.releaseDate : details.lastAirDate;

const isUnsure = ({ type, confidence }: Match): boolean =>
  type !== "none" && confidence < SURE_CONFIDENCE;

const sharedMatchKey = ({ name, year }: ExportFilm, match: Match | undefined): string | null => {
  const target = match ? matchedPage(match) : null;
  return target && [name, year, target].join("\0");
};

function overrideMatch({ target }: Override): Match {
  if (target === "none") {
    const reason = "overrides.csv says none.";
    return { type: "none", confidence: 0, reason, candidates: [], overridden: true };
  }
  return { ...target, confidence: 1, reason: "overrides.csv says so.", overridden: true };
}
