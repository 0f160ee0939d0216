import { randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { absenceDue, age, DAY, expired, posterDue } from "./age.ts";
import { isMissing } from "../fileErrors.ts";

/** TMDB's sizes that pages show: in rows of posters, and on a film's own page. */
export const posterSizes = ["w154", "w342"] as const;
export type PosterSize = (typeof posterSizes)[number];

/** Posters that lie in the cache. */
export interface LocalPosters {
  folder: string;
  /** Those that may be shown, `w154/abc.jpg`. */
  files: Set<string>;
}

/** Its name below the folder, or null for a path that is none of TMDB's posters: `/abc.jpg`. */
export const posterFile = (path: string, size: PosterSize): string | null =>
  /^\/[\w-]+\.jpg$/.test(path) ? `${size}${path}` : null;

/** The files of a poster in all sizes that pages show. */
export const postersOf = (path: string | null): string[] =>
  path === null ? [] : posterSizes.flatMap((size) => posterFile(path, size) ?? []);

/** A request address that asks for a poster, `/base/posters/w154/abc.jpg`: which file is meant. */
export const requestedPoster = (address: string): string | null =>
  /\/posters\/(w\d+\/[\w-]+\.jpg)$/.exec(address)?.[1] ?? null;

export const postersIn = (cacheDir: string): string => join(cacheDir, "posters");

/** The posters of a folder: which are there, and which are to be asked for. */
export interface PosterStore {
  /** Those that are not there, or old. */
  due: string[];
  /**
   * Written aside and then renamed: a poster is there as a whole or not at all. An empty file says
   * that TMDB has none.
   */
  save(file: string, bytes: Buffer): Promise<void>;
  /** Whether a picture of it is there that may be shown. */
  isSaved(file: string): boolean;
  /** Those that may be shown by now. */
  known(): Set<string>;
}

/** Looks for the wanted posters in the folder. A file's time of change says when TMDB gave it. */
export async function readPosters(
  folder: string,
  wanted: string[],
  now: () => number,
): Promise<PosterStore> {
  const there = new Set(await filesIn(folder));
  const found = new Map<string, StoredPoster>();
  await Promise.all(
    wanted.map(async (file) => {
      const stored = there.has(file) ? await readStoredPoster(join(folder, file)) : null;
      if (stored && !expired(stored.at, now())) found.set(file, stored);
    }),
  );
  async function keep(file: string, bytes: Buffer): Promise<void> {
    const path = join(folder, file);
    const temporary = `${path}.${randomUUID()}`;
    const at = now();
    try {
      await mkdir(dirname(path), { recursive: true });
      // Without the flush a power cut could leave the name without its bytes, which says "TMDB has none".
      await writeFile(temporary, bytes, { flush: true });
      await utimes(temporary, at / 1000, at / 1000);
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    found.set(file, { at, isAbsent: bytes.length === 0 });
  }
  return {
    due: wanted.filter((file) => {
      const poster = found.get(file);
      if (!poster) return true;
      return (poster.isAbsent ? absenceDue : posterDue)({ id: hash(file), at: poster.at }, now());
    }),
    save: keep,
    isSaved: (file) => found.get(file)?.isAbsent === false,
    known: () => new Set([...found].flatMap(([file, { isAbsent }]) => (isAbsent ? [] : [file]))),
  };
}

interface StoredPoster {
  /** When TMDB gave it, ms. */
  at: number;
  isAbsent: boolean;
}

/** Null for a file that another build has just deleted. */
async function readStoredPoster(path: string): Promise<StoredPoster | null> {
  try {
    const { mtimeMs, size } = await stat(path);
    return { at: mtimeMs, isAbsent: size === 0 };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Deletes what may not be kept any longer, and what a killed build left half written. */
export async function deleteExpiredPosters(folder: string, now: number): Promise<void> {
  for (const file of await filesIn(folder)) {
    const path = join(folder, file);
    const { at } = (await readStoredPoster(path)) ?? { at: now };
    const isHalf = !file.endsWith(".jpg") && age(at, now) >= DAY;
    if (isHalf || expired(at, now)) await rm(path, { force: true });
  }
}

/** Deletes all but the needed ones, and says how many these were. */
export async function deleteOtherPosters(folder: string, needed: Set<string>): Promise<number> {
  const others = (await filesIn(folder)).filter((file) => !needed.has(file));
  for (const file of others) await rm(join(folder, file), { force: true });
  return others.length;
}

async function filesIn(folder: string): Promise<string[]> {
  const names = await Promise.all(
    posterSizes.map(async (size) =>
      (await namesIn(join(folder, size))).map((name) => `${size}/${name}`),
    ),
  );
  return names.flat();
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

const hash = (text: string): number => {
  let value = 0;
  for (const letter of text) value = (value * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return value;
};
