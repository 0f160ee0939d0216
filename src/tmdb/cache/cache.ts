import type Keyv from "keyv";
import { grouped } from "../../counted.ts";
import type { Log } from "../../log.ts";
import { messageOf } from "../../systemErrors.ts";
import { MAX_AGE } from "./age.ts";
import { NAMESPACES, type Namespace, openCacheFile, type Stores } from "./cacheFile.ts";
import { isBrokenValue, isDamage, isLocked, type OpenStore } from "./store.ts";

/**
 * Milliseconds between two attempts to write to a blocked file. Short, so that a killed process loses
 * little; not shorter, because an attempt on a locked file takes a few seconds and blocks everything else.
 */
const RETRY_INTERVAL = 10_000;

/** The stored values of one namespace. */
export interface CachedValues {
  /** The values of those keys that are stored. */
  getMany(keys: string[]): Promise<Map<string, unknown>>;
  /** Never fails. A value that cannot be stored is logged and fetched again in the next run. */
  set(key: string, value: unknown): Promise<void>;
  keys(): Promise<string[]>;
  /** Gives the number of deleted values. */
  delete(keys: string[]): Promise<number>;
}

/** TMDB's answers on disk. Losing them costs nothing but time. */
export interface Cache extends Record<Namespace, CachedValues> {
  readonly path: string;
  /** Whether values are saved; if not, the reason has been logged. */
  readonly writable: boolean;
  /** The keys of values that could not be saved; complete after `close`. */
  readonly unsaved: Record<Namespace, ReadonlySet<string>>;
  /** Bytes on disk. */
  size(): Promise<number>;
  /** Returns freed space to the disk. */
  compact(): Promise<void>;
  close(): Promise<void>;
}

/** Opens `dir/tmdb.sqlite` in whatever state it is; see `openCacheFile`. */
export async function openCache(
  dir: string,
  {
    log,
    now = Date.now,
    monotonic = () => performance.now(),
    readOnly = false,
    open,
  }: {
    log: Log;
    now?: () => number;
    monotonic?: () => number;
    readOnly?: boolean;
    open?: OpenStore | undefined;
  },
): Promise<Cache> {
  const file = await openCacheFile(dir, { log, now, readOnly, ...(open && { open }) });
  const { path } = file;
  /** Values that could not be stored yet. */
  const waiting = new Map<Namespace, Map<string, unknown>>();
  let isBlocked = false;
  const unsaved = Object.fromEntries(NAMESPACES.map((name) => [name, new Set()])) as Record<
    Namespace,
    Set<string>
  >;
  let triedAt = 0;

  async function read(name: Namespace, keys: string[]): Promise<unknown[]> {
    const stores = await file.stores();
    try {
      return await stores[name].keyv.getMany(keys);
    } catch (error) {
      if (isDamage(error) && file.writable) {
        await file.replaceDamaged(stores, error);
        return [];
      }
      // Reading a locked file key by key would take seconds for each key.
      if (!isLocked(error)) return readOneByOne(stores[name].keyv, keys);
      log.warn(`The cache ${path} cannot be read (${messageOf(error)}). TMDB is asked instead.`);
      return [];
    }
  }

  /** Saves the other values when one of them cannot be read. */
  async function readOneByOne(keyv: Keyv, keys: string[]): Promise<unknown[]> {
    const values: unknown[] = [];
    const errors: unknown[] = [];
    for (const key of keys) {
      try {
        values.push(await keyv.get(key));
      } catch (error) {
        values.push(undefined);
        errors.push(error);
      }
    }
    const what = isBrokenValue(errors[0]) ? "broken" : messageOf(errors[0]);
    log.warn(
      `${grouped(errors.length)} of ${grouped(keys.length)} entries of the cache ${path} cannot be read (${what}). TMDB is asked instead.`,
    );
    return values;
  }

  async function write(name: Namespace, key: string, value: unknown): Promise<void> {
    const store = async (stores: Stores) => {
      if (!(await stores[name].keyv.set(key, value, MAX_AGE))) throw new Error("refused");
    };
    const stores = await file.stores();
    try {
      await store(stores);
    } catch (error) {
      if (!isDamage(error)) throw error;
      await store(await file.replaceDamaged(stores, error));
    }
  }

  const waitingIn = (name: Namespace): Map<string, unknown> => {
    const values = waiting.get(name) ?? new Map<string, unknown>();
    waiting.set(name, values);
    return values;
  };

  /** Writes all waiting values. Those that fail wait on, unless a newer value has arrived. */
  async function writeWaiting(): Promise<void> {
    for (const [name, values] of waiting) {
      waiting.delete(name);
      const entries = [...values].map(([key, value]) => ({ key, value, ttl: MAX_AGE }));
      try {
        const stored = await (await file.stores())[name].keyv.setMany(entries);
        if (stored.includes(false)) throw new Error("refused");
      } catch (error) {
        const waitingValues = waitingIn(name);
        for (const [key, value] of values)
          if (!waitingValues.has(key)) waitingValues.set(key, value);
        throw error;
      }
    }
  }

  /** Tries again to write: a lock may have been released, or disk space freed. */
  async function retryWaiting(isLast: boolean): Promise<void> {
    triedAt = Number.POSITIVE_INFINITY;
    try {
      await writeWaiting();
      isBlocked = false;
      log.info(`The cache ${path} can be written again, and the waiting answers are saved.`);
    } catch (error) {
      const left = "The next run asks for the unsaved answers again.";
      if (isLast)
        log.warn(`The cache ${path} still cannot be written (${messageOf(error)}). ${left}`);
    }
    triedAt = monotonic();
  }

  const valuesIn = (name: Namespace): CachedValues => ({
    async getMany(keys) {
      const values = await read(name, keys.map(storable));
      return new Map(keys.flatMap((key, i) => (values[i] === undefined ? [] : [[key, values[i]]])));
    },
    async set(key, value) {
      if (!file.writable) {
        unsaved[name].add(key);
        return;
      }
      if (isBlocked) {
        waitingIn(name).set(storable(key), value);
        if (monotonic() - triedAt >= RETRY_INTERVAL) await retryWaiting(false);
        return;
      }
      try {
        await write(name, storable(key), value);
      } catch (error) {
        waitingIn(name).set(storable(key), value);
        triedAt = monotonic();
        if (isBlocked) return;
        isBlocked = true;
        log.warn(
          `The cache ${path} cannot be written at the moment (${messageOf(error)}). TMDB's answers wait until it can.`,
        );
      }
    },
    keys: async () => (await (await file.stores())[name].keys()).map(original),
    async delete(keys) {
      const { keyv } = (await file.stores())[name];
      const gone = await keyv.deleteMany(keys.map(storable));
      return gone.filter(Boolean).length;
    },
  });

  return {
    ...(Object.fromEntries(NAMESPACES.map((name) => [name, valuesIn(name)])) as Record<
      Namespace,
      CachedValues
    >),
    path,
    get writable() {
      return file.writable;
    },
    unsaved,
    size: file.size,
    async compact() {
      const { match } = await file.stores();
      await match.compact();
    },
    async close() {
      if (isBlocked) await retryWaiting(true);
      for (const [name, values] of waiting) {
        for (const key of values.keys()) unsaved[name].add(original(key));
      }
      await file.close();
    },
  };
}

// SQLite's text ends at NUL, which separates name and year in the key of a film without URI.
const storable = (key: string) => key.replaceAll("\0", "\u001f");
const original = (key: string) => key.replaceAll("\u001f", "\0");
