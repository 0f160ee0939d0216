import { absenceDue, expired, listDue } from "../cache/age.ts";
import type { CachedValues } from "../cache/cache.ts";
import type { ListKind, StoredList } from "../cache/records.ts";
import { isAbsence } from "../client/failure.ts";
import type { FilmDetails } from "../metadata.ts";

/** How many seen films make a collection worth a request. */
const MIN_FILMS = 2;

/** TMDB ids of the collections that two or more of the films belong to. */
export function collectionsToAsk(films: FilmDetails[]): number[] {
  const counts = new Map<number, number>();
  for (const { collection } of films) {
    if (collection) counts.set(collection.id, (counts.get(collection.id) ?? 0) + 1);
  }
  return [...counts].flatMap(([id, count]) => (count >= MIN_FILMS ? [id] : []));
}

/** Lists of one kind: those in the cache, and those to fetch. */
export interface FilmLists<Films> {
  /** Ids of the lists that are missing or old, or of an earlier version. */
  due: number[];
  /** Asks TMDB and stores the answer, even the answer that there is no such page. */
  fetch(id: number): Promise<void>;
  /** The lists known so far, by id. */
  known(): Map<number, Films>;
}

/** Reads the wanted lists from the cache, in one query. */
export async function readFilmLists<Films>(
  ids: number[],
  {
    kind,
    stored,
    refresh = false,
    now,
    ask,
  }: {
    kind: ListKind<Films>;
    stored: CachedValues;
    /** Whether all lists are due. */
    refresh?: boolean;
    now: () => number;
    ask: (id: number) => Promise<Films>;
  },
): Promise<FilmLists<Films>> {
  const records = new Map<number, StoredList<Films>>();
  for (const [key, value] of await stored.getMany(ids.map(String))) {
    const record = kind.read(value);
    if (record && !expired(record.at, now())) records.set(Number(key), record);
  }
  const isDue = (id: number) => {
    const record = records.get(id);
    if (!record || refresh || record.version < kind.version) return true;
    return (record.films === null ? absenceDue : listDue)({ id, at: record.at }, now());
  };
  return {
    due: ids.filter(isDue),
    async fetch(id) {
      const record = { version: kind.version, at: now(), films: await askFor(id) };
      records.set(id, record);
      await stored.set(`${id}`, record);
    },
    known: () => new Map([...records].flatMap(([id, { films }]) => (films ? [[id, films]] : []))),
  };

  async function askFor(id: number): Promise<Films | null> {
    try {
      return await ask(id);
    } catch (error) {
      if (isAbsence(error)) return null;
      throw error;
    }
  }
}
