import { renameSync, statSync } from "node:fs";
import { access, constants, copyFile, mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MS_PER_DAY } from "../../day.ts";
import type { Log } from "../../log.ts";
import { hasCode, isSystemError, messageOf } from "../../systemErrors.ts";
import {
  fileVersion,
  isDamage,
  isLocked,
  isStoreError,
  memoryStore,
  type OpenStore,
  openStore,
  type Store,
} from "./store.ts";

/** Raise it when older programs would misread or damage what this one writes. */
const CACHE_VERSION = 1;

const FILE_NAME = "tmdb.sqlite";

/** Milliseconds that a damaged file is kept for inspection. */
const DAMAGED_MAX_AGE = 7 * MS_PER_DAY;

/** The kinds of stored data. */
export const NAMESPACES = ["match", "film", "series", "filmography", "collection"] as const;
export type Namespace = (typeof NAMESPACES)[number];
export type Stores = Record<Namespace, Store>;

export interface CacheFileOptions {
  log: Log;
  now: () => number;
  /** Creates no file and deletes nothing that has expired. */
  readOnly: boolean;
  open?: OpenStore;
}

/** The open cache file. */
export interface CacheFile {
  readonly path: string;
  stores(): Promise<Stores>;
  /** Whether the file can be written; if not, the reason has been logged. */
  readonly writable: boolean;
  /**
   * Renames the damaged file and starts a new one, unless that has already been done since `damaged` was
   * opened. Gives the stores now in use.
   */
  replaceDamaged(damaged: Stores, error: unknown): Promise<Stores>;
  /** Bytes of the file and of SQLite's journal. */
  size(): Promise<number>;
  close(): Promise<void>;
}

/**
 * Opens or creates `dir/tmdb.sqlite`. Every problem is logged:
 *
 * - a damaged file is renamed to `tmdb.sqlite.corrupt-<time>`, or left in place if `readOnly`
 * - a file that cannot be opened in place is copied, and the copy is read
 * - a file of a newer version is left alone
 * - a file that cannot be read at all is replaced by stores in memory
 */
export async function openCacheFile(
  dir: string,
  { log, now, readOnly, open = openStore }: CacheFileOptions,
): Promise<CacheFile> {
  const path = join(dir, FILE_NAME);
  let writable = false;
  let opened: number | null = null;
  let copy: string | null = null;

  async function openInPlace(): Promise<Stores> {
    opened = await inode(path);
    const stores = await openStores(path, open);
    opened ??= await inode(path);
    writable = true;
    return stores;
  }

  async function replace(error: unknown): Promise<Stores> {
    writable = false;
    if (readOnly) {
      log.warn(
        `The cache ${path} is damaged (${messageOf(error)}) and is not used. The next run that asks TMDB starts a new one.`,
      );
      return noStores();
    }
    // Another build may have replaced the file in the meantime, so nothing may come between look and move.
    if (opened !== null && statSync(path, { throwIfNoEntry: false })?.ino === opened) {
      const damagedPath = `${path}.corrupt-${now()}`;
      for (const suffix of ["", "-wal", "-shm"]) moveIfThere(path + suffix, damagedPath + suffix);
      log.warn(
        `The cache was damaged (${messageOf(error)}). It was renamed to ${damagedPath}, and a new one was started.`,
      );
    }
    return openInPlace();
  }

  async function cleanUp(stores: Stores): Promise<void> {
    if (readOnly) return;
    try {
      await stores.match.clearExpired();
      if ((await fileVersion(path)) < CACHE_VERSION) {
        await stores.match.query(`PRAGMA user_version = ${CACHE_VERSION}`);
      }
    } catch (error) {
      // Both can wait for the next build. Answers can still be saved once the lock is released.
      if (isLocked(error)) return;
      if (isDamage(error)) throw error;
      writable = false;
      log.warn(cannotWrite(error));
    }
  }

  async function openThroughCopy(): Promise<Stores> {
    try {
      copy = await mkdtemp(join(tmpdir(), "film-ledger-"));
      const to = join(copy, FILE_NAME);
      for (const suffix of ["", "-wal"]) {
        if ((await inode(path + suffix)) !== null) await copyFile(path + suffix, to + suffix);
      }
      return await openStores(to, open);
    } catch (error) {
      if (!isFileProblem(error)) throw error;
      log.warn(`The cache ${path} cannot be read (${messageOf(error)}).`);
      return noStores();
    }
  }

  async function openFirst(): Promise<Stores> {
    if ((await fileVersion(path)) > CACHE_VERSION) {
      log.warn(
        `The cache ${path} was written by a newer version of this program. It is not used and left unchanged, and TMDB's answers are not saved. Update the program, or set CACHE_DIR to another folder.`,
      );
      return noStores();
    }
    try {
      if ((await inode(path)) !== null) {
        // Checked first: SQLite would leave read-only journal files that outlive the problem.
        await access(path, constants.W_OK);
      } else {
        if (readOnly) return noStores();
        await mkdir(dir, { recursive: true });
      }
      if (!readOnly) await deleteOldDamaged();
      const stores = await openInPlace().catch(replaceIfDamaged);
      try {
        await cleanUp(stores);
        return stores;
      } catch (error) {
        await closeStores(stores);
        return await replaceIfDamaged(error);
      }
    } catch (error) {
      if (!isFileProblem(error)) throw error;
      writable = false;
      if (!readOnly || !isSystemError(error)) log.warn(cannotWrite(error));
      return openThroughCopy();
    }
  }

  /** TMDB's terms apply to damaged files too. */
  async function deleteOldDamaged(): Promise<void> {
    for (const name of await readdir(dir)) {
      const [, at] = /^tmdb\.sqlite\.corrupt-(\d+)(?:-wal|-shm)?$/.exec(name) ?? [];
      // A time in the future comes from a wrong clock: such a file is deleted too.
      if (at && Math.abs(now() - Number(at)) >= DAMAGED_MAX_AGE)
        await rm(join(dir, name), { force: true });
    }
  }

  async function replaceIfDamaged(error: unknown): Promise<Stores> {
    if (!isDamage(error)) throw error;
    return replace(error);
  }

  function cannotWrite(error: unknown): string {
    if (readOnly) return `The cache ${path} cannot be opened where it is (${messageOf(error)}).`;
    return `The cache ${path} cannot be written (${messageOf(error)}). TMDB's answers are not saved.`;
  }

  let current = openFirst();
  await current;
  return {
    path,
    stores: () => current,
    get writable() {
      return writable;
    },
    replaceDamaged(damaged, error) {
      current = current.then(async (stores) => {
        if (stores !== damaged) return stores;
        await closeStores(stores);
        try {
          return await replace(error);
        } catch (failure) {
          if (!isFileProblem(failure)) throw failure;
          log.warn(cannotWrite(failure));
          return noStores();
        }
      });
      return current;
    },
    size: () => sizeOf(path),
    async close() {
      await closeStores(await current);
      if (copy) await rm(copy, { recursive: true, force: true });
    },
  };
}

/** Whether the error comes from the file or its folder rather than from a bug. */
const isFileProblem = (error: unknown): boolean => isStoreError(error) || isSystemError(error);

async function openStores(path: string, open: OpenStore): Promise<Stores> {
  const stores: Partial<Stores> = {};
  try {
    for (const name of NAMESPACES) stores[name] = await open(path, name);
    return { ...noStores(), ...stores };
  } catch (error) {
    await closeStores(stores);
    throw error;
  }
}

async function closeStores(stores: Partial<Stores>): Promise<void> {
  for (const name of NAMESPACES) await stores[name]?.keyv.disconnect();
}

const noStores = (): Stores =>
  Object.fromEntries(NAMESPACES.map((name) => [name, memoryStore(name)])) as Stores;

async function sizeOf(path: string): Promise<number> {
  const sizes = await Promise.all([path, `${path}-wal`].map(statIfThere));
  return sizes.reduce((sum, found) => sum + (found?.size ?? 0), 0);
}

const inode = async (path: string): Promise<number | null> =>
  (await statIfThere(path))?.ino ?? null;

/** Null if there is no file or it cannot be examined; opening it then reports why. */
async function statIfThere(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (isSystemError(error)) return null;
    throw error;
  }
}

function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
  }
}
