import type Keyv from "keyv";
import { grouped } from "../../counted.ts";
import type { Log } from "../../log.ts";
import { MAX_AGE } from "./age.ts";
import { openCacheFile, NAMESPACES, type Namespace, type Stores } from "./cacheFile.ts";
import { isBrokenValue, isDamage, isLocked, messageOf, type OpenStore } from "./store.ts";

/**
 * Milliseconds after which a file that took nothing is tried again, so that a process that is killed
 * loses little. Trying a locked one takes a few seconds, in which nothing else happens.
 */
const RETRY_INTERVAL = 10_000;

/** One kind of stored thing. */
export interface CachedValues {
  /** Those of the keys that are there. */
  getMany(keys: string[]): Promise<Map<string, unknown>>;
  /** Never fails: what cannot be stored is asked for again next time, and the log says so. */
  set(key: string, value: unknown): Promise<void>;
  keys(): Promise<string[]>;
  /** How many of them were there. */
  delete(keys: string[]): Promise<number>;
}

/** What TMDB answered, on disk. Losing it costs time and nothing else. */
export interface Cache extends Record<Namespace, CachedValues> {
  readonly path: string;
  /** Whether what is written is kept; if not, the log has said why. */
  readonly writable: boolean;
  /** The keys of what was to be stored and is not, once it is closed. */
  readonly unsaved: Record<Namespace, ReadonlySet<string>>;
  /** Bytes on disk. */
  size(): Promise<number>;
  /** Gives the room of what was deleted back to the disk. */
  compact(): Promise<void>;
  close(): Promise<void>;
}

/** Opens `dir/tmdb.sqlite`, whatever state it is in; see `openCacheFile`. */
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
  /** Answers that could not be stored when they came. */
  const waiting = new Map<Namespace, Map<string, unknown>>();
  let isBlocked = false;
  const lost = Object.fromEntries(NAMESPACES.map((name) => [name, new Set()])) as Record<
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
      // Each read of a locked file takes its time to fail.
      if (!isLocked(error)) return readOneByOne(stores[name].keyv, keys);
      log.warn(`The cache ${path} cannot be read (${messageOf(error)}). TMDB is asked instead.`);
      return [];
    }
  }

  /** One value that cannot be read is no reason to lose the others. */
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

  /** Writes all that waits; what cannot be written goes on waiting, save where something newer came. */
  async function writeWaiting(): Promise<void> {
    for (const [name, values] of waiting) {
      waiting.delete(name);
      const entries = [...values].map(([key, value]) => ({ key, value, ttl: MAX_AGE }));
      try {
        const stored = await (await file.stores())[name].keyv.setMany(entries);
        if (stored.includes(false)) throw new Error("refused");
      } catch (error) {
        const waitingValues = waitingIn(name);
        for (const [key, value] of values) if (!waitingValues.has(key)) waitingValues.set(key, value);
        throw error;
      }
    }
  }

  /** A lock may have been released and room made since. */
  async function retryWaiting(isLast: boolean): Promise<void> {
    triedAt = Number.POSITIVE_INFINITY;
    try {
      await writeWaiting();
      isBlocked = false;
      log.info(`The cache ${path} has taken what had to wait.`);
    } catch (error) {
      const left = "What came since is asked for again next time.";
      if (isLast) log.warn(`The cache ${path} still takes nothing (${messageOf(error)}). ${left}`);
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
        lost[name].add(key);
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
          `The cache ${path} takes nothing at present (${messageOf(error)}). What TMDB answers waits until it does.`,
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
    ...(Object.fromEntries(NAMESPACES.map((name) => [name, valuesIn(name)])) as Record<Namespace, CachedValues>),
    path,
    get writable() {
      return file.writable;
    },
    unsaved: lost,
    size: file.size,
    async compact() {
      const { match } = await file.stores();
      await match.compact();
    },
    async close() {
      if (isBlocked) await retryWaiting(true);
      for (const [name, values] of waiting) {
        for (const key of values.keys()) lost[name].add(original(key));
      }
      await file.close();
    },
  };
}

// SQLite's text ends at NUL, which separates name and year in the key of a film without URI.
const storable = (key: string) => key.replaceAll("\0", "\u001f");
const original = (key: string) => key.replaceAll("\u001f", "\0");
