import { realpath } from "node:fs/promises";
import { join, resolve } from "node:path";
import { isProblem, Problem } from "../problem.ts";
import { isForeignFolder, isPartFolder, mayHoldExport } from "./exportNames.ts";
import { type FolderItem, listFolder } from "./folder.ts";
import { cannotRead, isSystemError } from "./readErrors.ts";

/** A folder and what it holds. */
export interface FolderListing {
  path: string;
  items: FolderItem[];
}

/** A folder in which no export is looked for, though one may have been put there. */
export interface UnsearchedFolder {
  path: string;
  /** It is `lists/` or another part of an export, or it is `canon/`, or it lies too deep. */
  why: "part" | "canon" | "depth";
}

export interface Walk {
  /** In which exports are looked for, the outermost first. */
  folders: FolderListing[];
  unsearched: UnsearchedFolder[];
}

/** So many folders deep an export is looked for. */
export const MAX_DEPTH = 5;

/** So many folders are opened at most: more of them are a whole disk. */
const MAX_FOLDERS = 5000;

interface WalkOptions {
  /** Folders that are passed over, though links may lead there under other names. */
  except?: readonly string[];
  /** Hears of a folder in `path` that cannot be listed. */
  fail: (path: string, problem: Problem) => void;
  maxFolders?: number;
}

/**
 * `path` and the folders in it, each once, though links may lead there by several ways. Hidden
 * folders and those of other programs are passed over.
 *
 * @throws Problem if `path` cannot be listed, or has over `maxFolders` folders in it
 */
export const walkFolders = (path: string, options: WalkOptions): Promise<Walk> =>
  walkFoldersWhere(path, options, (name, depth) => {
    if (isPartFolder(name)) return "part";
    if (!mayHoldExport(name)) return "canon";
    return depth > MAX_DEPTH ? "depth" : null;
  });

/** The same, with nothing left out. */
export const walkAllFolders = async (
  path: string,
  options: WalkOptions,
): Promise<FolderListing[]> => (await walkFoldersWhere(path, options, () => null)).folders;

async function walkFoldersWhere(
  path: string,
  { except = [], fail, maxFolders = MAX_FOLDERS }: WalkOptions,
  whyUnsearched: (name: string, depth: number) => UnsearchedFolder["why"] | null,
): Promise<Walk> {
  const known = new Set(await Promise.all(except.map(realPathOf)));
  known.delete(await realPathOf(path));
  const found: Walk = { folders: [], unsearched: [] };
  const openFolder = async (folder: string): Promise<FolderItem[]> => {
    try {
      const place = await realpath(folder);
      if (known.has(place)) return [];
      known.add(place);
      const items = await listFolder(folder);
      found.folders.push({ path: folder, items });
      return items;
    } catch (error) {
      const problem = isSystemError(error) ? cannotRead(folder, error) : error;
      if (!isProblem(problem) || folder === path) throw problem;
      fail(folder, problem);
      return [];
    }
  };
  let level = [path];
  for (let depth = 1; level.length > 0; depth += 1) {
    const below: string[] = [];
    for (const folder of level) {
      if (found.folders.length === maxFolders) throw tooMany(path, maxFolders);
      for (const { name, isFolder } of await openFolder(folder)) {
        if (!isFolder || isForeignFolder(name)) continue;
        const inner = join(folder, name);
        const why = whyUnsearched(name, depth);
        if (why) found.unsearched.push({ path: inner, why });
        else below.push(inner);
      }
    }
    level = below;
  }
  return found;
}

const tooMany = (path: string, maxFolders: number): Problem =>
  new Problem(`${path} has over ${maxFolders} folders in it: no export is looked for in so many.`, {
    hint: "Name the export itself, its zip or its folder, or a folder with less in it.",
  });

/** Whether two paths lead to the same place, by links or not. */
export const isSamePlace = async (one: string, other: string): Promise<boolean> =>
  (await realPathOf(one)) === (await realPathOf(other));

/** Where a path leads; the path itself if nothing is there. */
async function realPathOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (isSystemError(error) && (error.code === "ENOENT" || error.code === "ENOTDIR")) {
      return resolve(path);
    }
    throw isSystemError(error) ? cannotRead(path, error) : error;
  }
}
