import { realpath } from "node:fs/promises";
import { join, resolve } from "node:path";
import { isProblem, Problem } from "../problem.ts";
import { isMissing, isSystemError } from "../systemErrors.ts";
import { isForeignFolder, isPartFolder, mayHoldExport } from "./exportNames.ts";
import { type FolderItem, listFolder } from "./folder.ts";
import { cannotRead } from "./readErrors.ts";

/** A folder and its items. */
export interface FolderListing {
  path: string;
  items: FolderItem[];
}

/** A folder that is not searched for exports, though one may be in it. */
export interface UnsearchedFolder {
  path: string;
  /** The folder is a part of an export such as `lists/`, or is `canon/`, or is too deep. */
  why: "part" | "canon" | "depth";
}

export interface Walk {
  /** The folders that are searched, the outermost first. */
  folders: FolderListing[];
  unsearched: UnsearchedFolder[];
}

/** Depth of folders that are searched for exports. */
export const MAX_DEPTH = 5;

/** Limit of opened folders. A path with more is probably a whole disk. */
const MAX_FOLDERS = 5000;

interface WalkOptions {
  /** Folders that are skipped, even if links lead to them. */
  except?: readonly string[];
  /** Called for a folder in `path` that cannot be listed. */
  fail: (path: string, problem: Problem) => void;
  maxFolders?: number;
}

/**
 * Lists `path` and the folders in it, each once even if several links lead there. Hidden folders and
 * those of other programs are skipped.
 *
 * @throws Problem if `path` cannot be listed, or contains over `maxFolders` folders
 */
export const walkFolders = (path: string, options: WalkOptions): Promise<Walk> =>
  walkFoldersWhere(path, options, (name, depth) => {
    if (isPartFolder(name)) return "part";
    if (!mayHoldExport(name)) return "canon";
    return depth > MAX_DEPTH ? "depth" : null;
  });

/** Lists `path` and the folders in it, including parts of exports, `canon/` and deep folders. */
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
  new Problem(`${path} has over ${maxFolders} folders in it, too many to search for an export.`, {
    hint: "Name the export itself, its zip or its folder, or a smaller folder.",
  });

/** Whether two paths lead to the same place, links followed. */
export const isSamePlace = async (one: string, other: string): Promise<boolean> =>
  (await realPathOf(one)) === (await realPathOf(other));

/** The path with links followed, or the absolute path if nothing exists there. */
async function realPathOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (isMissing(error)) {
      return resolve(path);
    }
    throw isSystemError(error) ? cannotRead(path, error) : error;
  }
}
