import {
  access,
  constants,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  rename,
  rm,
  stat,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Log } from "../../log.ts";
import { DAY } from "./age.ts";
import { codeOf } from "../fileErrors.ts";
import {
  fileVersion,
  isDamage,
  isLocked,
  isStoreError,
  memoryStore,
  messageOf,
  type OpenStore,
  openStore,
  type Store,
} from "./store.ts";

/** Raise it when an older program would misread or spoil what this one writes. */
export const CACHE_VERSION = 1;

export const FILE_NAME = "tmdb.sqlite";

/** Milliseconds that a damaged file is left for whoever wants to look into it. */
const KEEP_DAMAGED = 7 * DAY;

/** The kinds of things that are stored, each in a namespace of its own. */
export const NAMESPACES = ["match", "film", "series", "filmography", "collection"] as const;
export type Namespace = (typeof NAMESPACES)[number];
export type Stores = Record<Namespace, Store>;

export interface CacheFileOptions {
  log: Log;
  now: () => number;
  /** Makes no file where there is none, and leaves what has expired. */
  readOnly: boolean;
  open?: OpenStore;
}

/** The file of the cache, open, in whatever state it was found. */
export interface CacheFile {
  readonly path: string;
  stores(): Promise<Stores>;
  /** Whether what is written ends up in the file; if not, the log has said why. */
  readonly writable: boolean;
  /**
   * Sets the file aside, for the damage that `error` tells of, and begins a new one, unless that has
   * been done since `damaged` was in use. Gives what is in use then.
   */
  replaceDamaged(damaged: Stores, error: unknown): Promise<Stores>;
  /** Bytes of the file and what SQLite keeps beside it. */
  size(): Promise<number>;
  close(): Promise<void>;
}

/**
 * Opens `dir/tmdb.sqlite`, or makes it. A damaged file is set aside as `tmdb.sqlite.corrupt-<time>`, or
 * left where it is when nothing is to be written; one
 * that cannot be opened where it is is read through a copy; one of a newer version is left alone; and
 * where nothing can be read, nothing is kept.
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
        `The cache ${path} is damaged (${messageOf(error)}). It is not used; the next run that asks TMDB begins a new one.`,
      );
      return noStores();
    }
    // Another build may have set it aside and begun a new one meanwhile.
    if (opened !== null && (await inode(path)) === opened) {
      const damagedPath = `${path}.corrupt-${now()}`;
      for (const suffix of ["", "-wal", "-shm"]) await moveIfThere(path + suffix, damagedPath + suffix);
      log.warn(
        `The cache was damaged (${messageOf(error)}). It is now ${damagedPath}, and a new one is begun.`,
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
      // Both can wait for the next build; answers may still find their turn in this one.
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
        `The cache ${path} is of a newer version of this program. It is left as it is and not used, and what TMDB answers is not kept: update the program, or set CACHE_DIR to another folder.`,
      );
      return noStores();
    }
    try {
      if ((await inode(path)) !== null) {
        // SQLite would leave files beside it that cannot be written either, and outlive the cause.
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
      if (!readOnly || codeOf(error) === null) log.warn(cannotWrite(error));
      return openThroughCopy();
    }
  }

  /** TMDB's terms hold for damaged files too. */
  async function deleteOldDamaged(): Promise<void> {
    for (const name of await readdir(dir)) {
      const [, at] = /^tmdb\.sqlite\.corrupt-(\d+)(?:-wal|-shm)?$/.exec(name) ?? [];
      // A time in the future is of a wrong clock, and would never come.
      if (at && Math.abs(now() - Number(at)) >= KEEP_DAMAGED) await rm(join(dir, name), { force: true });
    }
  }

  async function replaceIfDamaged(error: unknown): Promise<Stores> {
    if (!isDamage(error)) throw error;
    return replace(error);
  }

  function cannotWrite(error: unknown): string {
    if (readOnly) return `The cache ${path} cannot be opened in its place (${messageOf(error)}).`;
    return `The cache ${path} cannot be written (${messageOf(error)}). What TMDB answers is not kept.`;
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

/** Whether the file or its folder is at fault, and not the program. */
const isFileProblem = (error: unknown): boolean => isStoreError(error) || codeOf(error) !== null;

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

/** Null also where that cannot be told: opening it says why. */
async function statIfThere(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (codeOf(error) !== null) return null;
    throw error;
  }
}

async function moveIfThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
}
