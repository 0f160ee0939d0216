import { open } from "node:fs/promises";
import KeyvSqlite from "@keyv/sqlite";
import Keyv from "keyv";
import { isSystemError, messageOf } from "../../systemErrors.ts";

/** One namespace of the cache file. `keyv` has no error listener: with one, failures look like misses. */
export interface Store {
  keyv: Keyv;
  /** All keys, even those whose values cannot be read. */
  keys(): Promise<string[]>;
  /** Deletes expired values; for a file, in all namespaces. */
  clearExpired(): Promise<void>;
  /** Returns freed space to the disk, if there is a file. */
  compact(): Promise<void>;
  /** Runs SQL, for what Keyv has no method for. Gives nothing without a database. */
  query(sql: string): Promise<unknown>;
}

/** Opens a namespace of the file. Creates the file if needed. */
export type OpenStore = (file: string, namespace: string) => Promise<Store>;

/** Milliseconds to wait while another process writes. */
const BUSY_TIMEOUT = 5000;

export async function openStore(
  file: string,
  namespace: string,
  busyTimeout: number = BUSY_TIMEOUT,
): Promise<Store> {
  // The default reads ten rows at a time.
  const options = { wal: true, busyTimeout, iterationLimit: 1000 };
  const adapter = new KeyvSqlite({ uri: `sqlite://${file}`, ...options });
  await adapter.ready;
  const query = (sql: string): Promise<unknown> => adapter.query(sql);
  // Writing is 3 times as fast. A power cut may lose the newest answers, but cannot damage the file.
  await query("PRAGMA synchronous = NORMAL");
  return {
    keyv: new Keyv({ store: adapter, namespace }),
    keys: () => Array.fromAsync(adapter.iterator(), ([key]) => String(key)),
    clearExpired: () => adapter.clearExpired(),
    async compact() {
      await query("VACUUM");
      await query("PRAGMA wal_checkpoint(TRUNCATE)");
    },
    query,
  };
}

/**
 * Stores values in memory, for this run only.
 *
 * @param all the values of all namespaces
 */
export function memoryStore(namespace = "", all = new Map()): Store {
  const keyv = new Keyv({ store: all, namespace });
  // Iterating deletes expired values.
  const keys = () => Array.fromAsync(keyv.iterator(), ([key]) => String(key));
  return {
    keyv,
    keys,
    clearExpired: async () => void (await keys()),
    compact: async () => {},
    query: async () => [],
  };
}

/**
 * The version written into the file with `PRAGMA user_version`; 0 if there is none. Reads the bytes
 * without opening a database. https://www.sqlite.org/fileformat.html#user_version_number
 */
export async function fileVersion(path: string): Promise<number> {
  try {
    await using file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    const isDatabase = bytesRead === 64 && buffer.toString("latin1", 0, 15) === "SQLite format 3";
    return isDatabase ? buffer.readUInt32BE(60) : 0;
  } catch (error) {
    // An unreadable file is reported later, when it is opened as a database.
    if (isSystemError(error)) return 0;
    throw error;
  }
}

/** Whether the whole file is damaged. */
export const isDamage = (error: unknown): boolean =>
  !isBrokenValue(error) && /not a database|malformed|corrupt/i.test(messageOf(error));

/** Whether a stored value is invalid JSON. */
export const isBrokenValue = (error: unknown): boolean => error instanceof SyntaxError;

/** Whether another process has locked the file. */
export const isLocked = (error: unknown): boolean => /is locked|busy/i.test(messageOf(error));

/** Whether the error comes from the database rather than from a bug. */
export const isStoreError = (error: unknown): boolean =>
  error instanceof Error && "code" in error && /SQLITE/.test(String(error.code));
