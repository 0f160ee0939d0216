import { copyFile, mkdir, mkdtemp, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import KeyvSqlite from "@keyv/sqlite";
import Keyv from "keyv";
import type { Log } from "../log.ts";
import { HARD_LIMIT } from "./age.ts";

/** One kind of stored thing. */
export interface Shelf {
  /** Those of the keys that are there. */
  getMany(keys: string[]): Promise<Map<string, unknown>>;
  /** Never fails: what cannot be stored is asked for again next time, and the log says so once. */
  set(key: string, value: unknown): Promise<void>;
}

/** What TMDB answered, on disk. Losing it costs time and nothing else. */
export interface Cache {
  match: Shelf;
  film: Shelf;
  series: Shelf;
  filmography: Shelf;
  collection: Shelf;
  close(): Promise<void>;
}

const FILE = "tmdb.sqlite";
const SHELVES = ["match", "film", "series", "filmography", "collection"] as const;

/**
 * Opens `dir/tmdb.sqlite`, or makes it. A damaged file is set aside as `tmdb.sqlite.corrupt-<time>`; a
 * folder that cannot be written is read through a copy; where nothing can be read, nothing is kept.
 * With `readOnly` no file is made where there is none, and what has expired stays.
 */
export async function openCache(
  dir: string,
  { log, now = Date.now, readOnly = false }: { log: Log; now?: () => number; readOnly?: boolean },
): Promise<Cache> {
  const file = join(dir, FILE);
  if (readOnly && (await isAbsent(file))) return emptyCache;
  let broken = false;
  let copy: string | null = null;
  let stores: Stores;
  try {
    await mkdir(dir, { recursive: true });
    stores = await openOrRenew(file);
  } catch (error) {
    log.warn(
      `The cache ${file} cannot be written (${text(error)}). What TMDB answers is not kept.`,
    );
    broken = true;
    copy = await mkdtemp(join(tmpdir(), "film-ledger-"));
    stores = await openCopy(file, join(copy, FILE));
  }

  async function openOrRenew(path: string): Promise<Stores> {
    try {
      return await openStores(path, !readOnly);
    } catch (error) {
      if (!isDamage(error)) throw error;
      await setAside(path, error);
      return openStores(path, !readOnly);
    }
  }

  async function setAside(path: string, error: unknown): Promise<void> {
    const aside = `${path}.corrupt-${now()}`;
    await rename(path, aside);
    for (const suffix of ["-wal", "-shm"]) {
      if (await exists(path + suffix)) await rename(path + suffix, aside + suffix);
    }
    log.warn(`The cache was damaged (${text(error)}). It is now ${aside}, and a new one is begun.`);
  }

  async function openCopy(path: string, to: string): Promise<Stores> {
    try {
      for (const suffix of ["", "-wal"]) {
        if (await exists(path + suffix)) await copyFile(path + suffix, to + suffix);
      }
      return await openOrRenew(to);
    } catch (error) {
      log.warn(`The cache ${file} cannot be read either (${text(error)}).`);
      return openStores(`${to}.empty`, !readOnly);
    }
  }

  async function read(shelf: (typeof SHELVES)[number], keys: string[]): Promise<unknown[]> {
    try {
      return await stores[shelf].getMany(keys);
    } catch (error) {
      if (!isDamage(error) || broken) {
        log.warn(`The cache ${file} cannot be read (${text(error)}). TMDB is asked instead.`);
        return [];
      }
      await closeStores(stores);
      await setAside(file, error);
      stores = await openStores(file, !readOnly);
      return [];
    }
  }

  const shelf = (name: (typeof SHELVES)[number]): Shelf => ({
    async getMany(keys) {
      const stored = keys.map(storable);
      const values = await read(name, stored);
      return new Map(keys.flatMap((key, i) => (values[i] === undefined ? [] : [[key, values[i]]])));
    },
    async set(key, value) {
      if (broken) return;
      try {
        if (!(await stores[name].set(storable(key), value, HARD_LIMIT))) throw new Error("refused");
      } catch (error) {
        broken = true;
        log.warn(`The cache ${file} takes nothing more (${text(error)}). The rest is not kept.`);
      }
    },
  });

  return {
    match: shelf("match"),
    film: shelf("film"),
    series: shelf("series"),
    filmography: shelf("filmography"),
    collection: shelf("collection"),
    async close() {
      await closeStores(stores);
      if (copy) await rm(copy, { recursive: true, force: true });
    },
  };
}

const emptyShelf: Shelf = { getMany: async () => new Map(), async set() {} };
const emptyCache: Cache = {
  match: emptyShelf,
  film: emptyShelf,
  series: emptyShelf,
  filmography: emptyShelf,
  collection: emptyShelf,
  async close() {},
};

type Stores = Record<(typeof SHELVES)[number], Keyv>;

async function openStores(file: string, clears: boolean): Promise<Stores> {
  const open = async (namespace: string) => {
    // Without a busy timeout a second build would fail at once instead of waiting its turn.
    const store = new KeyvSqlite({ uri: `sqlite://${file}`, wal: true, busyTimeout: 5000 });
    await store.ready;
    // A power cut may lose the newest answers then, but never damage the file; writing is 3 times as fast.
    await store.query("PRAGMA synchronous = NORMAL");
    // No error listener on either: with one, failures would look like misses.
    return { store, keyv: new Keyv({ store, namespace }) };
  };
  const match = await open("match");
  if (clears) await match.store.clearExpired();
  return {
    match: match.keyv,
    film: (await open("film")).keyv,
    series: (await open("series")).keyv,
    filmography: (await open("filmography")).keyv,
    collection: (await open("collection")).keyv,
  };
}

async function closeStores(stores: Stores): Promise<void> {
  for (const name of SHELVES) await stores[name].disconnect();
}

// SQLite's text ends at NUL, which separates name and year in the key of a film without URI.
const storable = (key: string) => key.replaceAll("\0", "\u001f");

const isDamage = (error: unknown): boolean =>
  error instanceof SyntaxError || /not a database|malformed|corrupt/i.test(text(error));

const text = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** False where that cannot be told: opening it says why. */
const isAbsent = async (path: string): Promise<boolean> => {
  try {
    await stat(path);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ENOENT";
  }
};

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ENOENT" || code === "ENOTDIR") return false;
    throw error;
  }
}
