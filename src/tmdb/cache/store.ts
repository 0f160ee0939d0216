import { open } from "node:fs/promises";
import KeyvSqlite from "@keyv/sqlite";
import Keyv from "keyv";
import { isSystemError, messageOf } from "../../systemErrors.ts";

/** One namespace of a file. No listener hangs on `keyv`: with one, failures would look like misses. */
export interface Store {
  keyv: Keyv;
  /** Every key, whether or not its value can be read. */
  keys(): Promise<string[]>;
  /** Drops what has outlived its time, of a file in all its namespaces. */
  clearExpired(): Promise<void>;
  /** Gives the room of what was deleted back to the disk, where there is one. */
  compact(): Promise<void>;
  /** SQL, for what Keyv has no word for. Without a database nothing comes of it. */
  query(sql: string): Promise<unknown>;
}

/** Opens a namespace of the file, which is made where there is none. */
export type OpenStore = (file: string, namespace: string) => Promise<Store>;

/** How long a store waits for its turn while another process writes, in milliseconds. */
const BUSY_TIMEOUT = 5000;

export async function openStore(
  file: string,
  namespace: string,
  busyTimeout: number = BUSY_TIMEOUT,
): Promise<Store> {
  // It iterates ten rows at a time unless told otherwise.
  const options = { wal: true, busyTimeout, iterationLimit: 1000 };
  const adapter = new KeyvSqlite({ uri: `sqlite://${file}`, ...options });
  await adapter.ready;
  const query = (sql: string): Promise<unknown> => adapter.query(sql);
  // A power cut may lose the newest answers then, but never damage the file; writing is 3 times as fast.
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
 * Keeps nothing beyond the run.
 *
 * @param all what its namespaces have in common
 */
export function memoryStore(namespace = "", all = new Map()): Store {
  const keyv = new Keyv({ store: all, namespace });
  // What has outlived its time is dropped on the way.
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
 * The version that was written into the file with `PRAGMA user_version`, read without opening it as a
 * database; 0 where there is none. https://www.sqlite.org/fileformat.html#user_version_number
 */
export async function fileVersion(path: string): Promise<number> {
  try {
    await using file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    const isDatabase = bytesRead === 64 && buffer.toString("latin1", 0, 15) === "SQLite format 3";
    return isDatabase ? buffer.readUInt32BE(60) : 0;
  } catch (error) {
    // A file that cannot be read is spoken of when it is opened as a database.
    if (isSystemError(error)) return 0;
    throw error;
  }
}

/** Whether the file is at fault, and not one value in it or the world around it. */
export const isDamage = (error: unknown): boolean =>
  !isBrokenValue(error) && /not a database|malformed|corrupt/i.test(messageOf(error));

/** Whether a value is no JSON. */
export const isBrokenValue = (error: unknown): boolean => error instanceof SyntaxError;

/** Whether another process holds the file. */
export const isLocked = (error: unknown): boolean => /is locked|busy/i.test(messageOf(error));

/** Whether it comes from the database, and not from a fault of ours. */
export const isStoreError = (error: unknown): boolean =>
  error instanceof Error && "code" in error && /SQLITE/.test(String(error.code));
