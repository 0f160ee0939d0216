import { absenceDue, expired, listDue } from "../cache/age.ts";
import type { CachedValues } from "../cache/cache.ts";
import { isStoredFilmList, LIST_VERSION, type StoredFilmList } from "../cache/records.ts";
import { isAbsence } from "../client/failure.ts";
import type { ListedFilm } from "../client/filmList.ts";
import type { FilmDetails } from "../metadata.ts";

/** How many seen films make a director's filmography, or a collection, worth a request. */
const MIN_FILMS_OF_DIRECTOR = 3;
const MIN_FILMS_OF_COLLECTION = 2;

/** TMDB ids of the people who directed three or more of the films. */
export const directorsToAsk = (films: FilmDetails[]): number[] =>
  idsOfAtLeast(
    films.map(({ crew }) => crew.flatMap(({ id, role }) => (role === "director" ? [id] : []))),
    MIN_FILMS_OF_DIRECTOR,
  );

/** TMDB ids of the collections that two or more of the films belong to. */
export const collectionsToAsk = (films: FilmDetails[]): number[] =>
  idsOfAtLeast(
    films.map(({ collection }) => (collection ? [collection.id] : [])),
    MIN_FILMS_OF_COLLECTION,
  );

function idsOfAtLeast(idsOfFilms: number[][], min: number): number[] {
  const counts = new Map<number, number>();
  for (const id of idsOfFilms.flat()) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].flatMap(([id, count]) => (count >= min ? [id] : []));
}

/** Lists of one kind: those in the cache, and those to fetch. */
export interface FilmLists {
  /** Ids of the lists that are missing or old. */
  due: number[];
  /** Asks TMDB and stores the answer, even the answer that there is no such page. */
  fetch(id: number): Promise<void>;
  /** The lists known so far, by id. */
  known(): Map<number, ListedFilm[]>;
}

/** Reads the wanted lists from the cache, in one query. */
export async function readFilmLists(
  ids: number[],
  {
    stored,
    refresh = false,
    now,
    ask,
  }: {
    stored: CachedValues;
    /** Whether all lists are due. */
    refresh?: boolean;
    now: () => number;
    ask: (id: number) => Promise<ListedFilm[]>;
  },
): Promise<FilmLists> {
  const records = new Map<number, StoredFilmList>();
  for (const [key, value] of await stored.getMany(ids.map(String))) {
    if (isStoredFilmList(value) && !expired(value.at, now())) records.set(Number(key), value);
  }
  const isDue = (id: number) => {
    const record = records.get(id);
    if (!record || refresh) return true;
    return (record.films === null ? absenceDue : listDue)({ id, at: record.at }, now());
  };
  return {
    due: ids.filter(isDue),
    async fetch(id) {
      const record: StoredFilmList = { version: LIST_VERSION, at: now(), films: await askFor(id) };
      records.set(id, record);
      await stored.set(`${id}`, record);
    },
    known: () => new Map([...records].flatMap(([id, { films }]) => (films ? [[id, films]] : []))),
  };

  async function askFor(id: number): Promise<ListedFilm[] | null> {
    try {
      return await ask(id);
    } catch (error) {
      if (isAbsence(error)) return null;
      throw error;
    }
  }
}
