import { realpath } from "node:fs/promises";
import { join, resolve } from "node:path";
import { isProblem, Problem } from "../problem.ts";
import { isMissing, isSystemError } from "../systemErrors.ts";
import { type Entry, listFolder } from "./folder.ts";
import { cannotRead, isForeignFolder, isPartFolder, mayHoldExport } from "./source.ts";

/** A folder and what it holds. */
export interface Listing {
  path: string;
  entries: Entry[];
}

/** A folder in which no export is looked for, though one may have been put there. */
export interface LeftOut {
  path: string;
  /** It is `lists/` or another part of an export, or it is `canon/`, or it lies too deep. */
  why: "part" | "canon" | "depth";
}

export interface Walk {
  /** In which exports are looked for, the outermost first. */
  folders: Listing[];
  leftOut: LeftOut[];
}

/** So many folders deep an export is looked for. */
export const DEPTH = 5;

/** So many folders are opened at most: more of them are a whole disk. */
const MOST_FOLDERS = 5000;

interface WalkOptions {
  /** Folders that are passed over, though links may lead there under other names. */
  except?: readonly string[];
  /** Hears of a folder in `path` that cannot be listed. */
  fail: (path: string, problem: Problem) => void;
  most?: number;
}

/**
 * `path` and the folders in it, each once, though links may lead there by several ways. Hidden
 * folders and those of other programs are passed over.
 *
 * @throws Problem if `path` cannot be listed, or has over `most` folders in it
 */
export const walk = (path: string, options: WalkOptions): Promise<Walk> =>
  walkWhere(path, options, (name, depth) => {
    if (isPartFolder(name)) return "part";
    if (!mayHoldExport(name)) return "canon";
    return depth > DEPTH ? "depth" : null;
  });

/** The same, with nothing left out. */
export const walkAll = async (path: string, options: WalkOptions): Promise<Listing[]> =>
  (await walkWhere(path, options, () => null)).folders;

async function walkWhere(
  path: string,
  { except = [], fail, most = MOST_FOLDERS }: WalkOptions,
  whyLeftOut: (name: string, depth: number) => LeftOut["why"] | null,
): Promise<Walk> {
  const known = new Set(await Promise.all(except.map(placeOf)));
  known.delete(await placeOf(path));
  const found: Walk = { folders: [], leftOut: [] };
  const open = async (folder: string): Promise<Entry[]> => {
    try {
      const place = await realpath(folder);
      if (known.has(place)) return [];
      known.add(place);
      const entries = await listFolder(folder);
      found.folders.push({ path: folder, entries });
      return entries;
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
      if (found.folders.length === most) throw tooMany(path, most);
      for (const { name, isFolder } of await open(folder)) {
        if (!isFolder || isForeignFolder(name)) continue;
        const inner = join(folder, name);
        const why = whyLeftOut(name, depth);
        if (why) found.leftOut.push({ path: inner, why });
        else below.push(inner);
      }
    }
    level = below;
  }
  return found;
}

const tooMany = (path: string, most: number): Problem =>
  new Problem(`${path} has over ${most} folders in it: no export is looked for in so many.`, {
    hint: "Name the export itself, its zip or its folder, or a folder with less in it.",
  });

/** Whether two paths lead to the same place, by links or not. */
export const isSamePlace = async (one: string, other: string): Promise<boolean> =>
  (await placeOf(one)) === (await placeOf(other));

/** Where a path leads; the path itself if nothing is there. */
async function placeOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (isMissing(error)) {
      return resolve(path);
    }
    throw isSystemError(error) ? cannotRead(path, error) : error;
  }
}
