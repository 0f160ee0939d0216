import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { grouped } from "../counted.ts";
import { hasCode, isMissing, isSystemError } from "../systemErrors.ts";
import { isHidden, isReadPart, readNames } from "./exportNames.ts";
import { cannotRead, refused } from "./readErrors.ts";
import { SIZE_LIMITS, type SizeLimits } from "./sizeLimits.ts";

/** A file or folder in a folder. */
export interface FolderItem {
  name: string;
  isFolder: boolean;
}

/** The items of a folder in order of name, links followed. Throws Problem if it cannot be listed. */
export async function listFolder(path: string): Promise<FolderItem[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    const items = entries
      .filter(({ name }) => !isHidden(name))
      .map(async (entry) => ({
        name: entry.name,
        isFolder: entry.isSymbolicLink()
          ? await isFolder(join(path, entry.name))
          : entry.isDirectory(),
      }));
    return (await Promise.all(items)).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw isSystemError(error) ? cannotRead(path, error) : error;
  }
}

/** A broken link counts as a file: it matters only under the name of a file that is read. */
async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (hasCode(error, "ENOENT")) return false;
    throw error;
  }
}

/**
 * Reads the CSV files of the export at `path`.
 *
 * @throws Problem for a file that cannot be read, and for more data than any export has
 */
export async function readFolder(
  path: string,
  limits: SizeLimits = SIZE_LIMITS,
): Promise<Map<string, Buffer>> {
  const entries = await listFolder(path);
  const names = entries.filter(({ isFolder }) => !isFolder).map(({ name }) => name);
  for (const { name: part, isFolder } of entries) {
    if (!isFolder || !isReadPart(part)) continue;
    const inside = await listFolder(join(path, part));
    names.push(...inside.filter(({ isFolder }) => !isFolder).map(({ name }) => `${part}/${name}`));
  }
  const wanted = readNames(names);
  if (wanted.size > limits.entries)
    throw refused(path, `it has over ${grouped(limits.entries)} files`);
  const files = new Map<string, Buffer>();
  let left = limits.bytesInAll;
  for (const [own, name] of wanted) {
    const bytes = await readWithinLimits(join(path, name), limits);
    left -= bytes.length;
    if (left < 0) throw refused(path, `its files have over ${grouped(limits.bytesInAll)} bytes`);
    files.set(own, bytes);
  }
  return files;
}

/** Counts the files in the `deleted/` of the export at `path` without opening them. */
export async function countDeletedFiles(path: string): Promise<number> {
  try {
    const entries = await readdir(join(path, "deleted"), { recursive: true, withFileTypes: true });
    return entries.filter((entry) => !entry.isDirectory() && !isHidden(entry.name)).length;
  } catch (error) {
    if (isMissing(error)) return 0;
    throw isSystemError(error) ? cannotRead(path, error) : error;
  }
}

/** Reads a regular file that is not too large. Throws Problem for any other. */
export async function readWithinLimits(path: string, limits: SizeLimits): Promise<Buffer> {
  try {
    const info = await stat(path);
    // Reading a pipe would never end.
    if (!info.isFile()) throw refused(path, "it is not a regular file");
    if (info.size > limits.bytesPerFile) throw refused(path, `it has ${grouped(info.size)} bytes`);
    return await readFile(path);
  } catch (error) {
    throw isSystemError(error) ? cannotRead(path, error) : error;
  }
}
