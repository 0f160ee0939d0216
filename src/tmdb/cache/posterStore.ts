import { randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { MS_PER_DAY } from "../../day.ts";
import { isMissing } from "../../systemErrors.ts";
import { absenceDue, age, expired, posterDue } from "./age.ts";

/** TMDB's sizes that pages use: for rows of posters, and for a film's own page. */
export const posterSizes = ["w154", "w342"] as const;
export type PosterSize = (typeof posterSizes)[number];

/** Posters in the cache. */
export interface LocalPosters {
  folder: string;
  /** Files that can be shown, `w154/abc.jpg`. */
  files: Set<string>;
}

/** The file of a TMDB poster path such as `/abc.jpg`; null for any other path. */
export const posterFile = (path: string, size: PosterSize): string | null =>
  /^\/[\w-]+\.jpg$/.test(path) ? `${size}${path}` : null;

/** The files of a poster, one for each size. */
export const postersOf = (path: string | null): string[] =>
  path === null ? [] : posterSizes.flatMap((size) => posterFile(path, size) ?? []);

/** The poster file of a requested address such as `/base/posters/w154/abc.jpg`, or null. */
export const requestedPoster = (address: string): string | null =>
  /\/posters\/(w\d+\/[\w-]+\.jpg)$/.exec(address)?.[1] ?? null;

export const postersIn = (cacheDir: string): string => join(cacheDir, "posters");

/** The wanted posters: those in the folder, and those to download. */
export interface PosterStore {
  /** Files that are missing or old. */
  due: string[];
  /**
   * Writes a temporary file and renames it, so that no poster is ever half written. An empty file means
   * that TMDB does not have the poster.
   */
  save(file: string, bytes: Buffer): Promise<void>;
  /** Whether the folder has a picture of it to show. */
  isSaved(file: string): boolean;
  /** Files that can be shown now. */
  known(): Set<string>;
}

/** Reads which wanted posters are in the folder. A file's time of change says when it was downloaded. */
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
  async function save(file: string, bytes: Buffer): Promise<void> {
    const path = join(folder, file);
    const temporary = `${path}.${randomUUID()}`;
    const at = now();
    try {
      await mkdir(dirname(path), { recursive: true });
      // Flushed, because a power cut could leave an empty file, which means that TMDB has no poster.
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
    save,
    isSaved: (file) => found.get(file)?.isAbsent === false,
    known: () => new Set([...found].flatMap(([file, { isAbsent }]) => (isAbsent ? [] : [file]))),
  };
}

interface StoredPoster {
  /** When it was downloaded, ms. */
  at: number;
  isAbsent: boolean;
}

/** Null if another build has just deleted the file. */
async function readStoredPoster(path: string): Promise<StoredPoster | null> {
  try {
    const { mtimeMs, size } = await stat(path);
    return { at: mtimeMs, isAbsent: size === 0 };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Deletes expired posters, and temporary files that a killed build left. */
export async function deleteExpiredPosters(folder: string, now: number): Promise<void> {
  for (const file of await filesIn(folder)) {
    const path = join(folder, file);
    const { at } = (await readStoredPoster(path)) ?? { at: now };
    const isTemporary = !file.endsWith(".jpg") && age(at, now) >= MS_PER_DAY;
    if (isTemporary || expired(at, now)) await rm(path, { force: true });
  }
}

/** Deletes all files but the needed ones. Gives the number of deleted files. */
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
