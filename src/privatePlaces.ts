import { realpathSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { Problem } from "./problem.ts";
import type { Settings } from "./settings.ts";
import { isSystemError } from "./systemErrors.ts";

/**
 * A test whether a file is, or is inside, one of the owner's places, by its path or by the path behind
 * links. It ignores case, as some disks do.
 *
 * @param places absolute files and folders; they may be missing
 * @param parts absolute folders of the program, which stay public inside a place
 */
export function createPrivateTest(places: string[], parts: string[]): (file: string) => boolean {
  const isInPart = (file: string, place: string) =>
    parts.some((part) => part !== place && isWithin(part, place) && isWithin(file, part));
  return (file) =>
    // Resolved on each call, because links change.
    [resolve(file), realPath(file)].some((path) =>
      places
        .flatMap((place) => [place, realPath(place)])
        .some((place) => isWithin(path, place) && !isInPart(path, place)),
    );
}

/**
 * Throws a Problem if the export or cache is inside public/, because everything there is published.
 *
 * @param root the project's folder, absolute
 */
export function refusePublicFolders({ dataDir, cacheDir }: Settings, root: string): void {
  const open = realPath(join(root, "public"));
  for (const [name, place] of Object.entries({ DATA_DIR: dataDir, CACHE_DIR: cacheDir })) {
    if (!isWithin(realPath(resolve(root, place)), open)) continue;
    throw new Problem(`${name} is ${place}, inside public/. Everything there would be published.`, {
      hint: `Move it to another folder and set ${name} to that folder.`,
    });
  }
}

/** The path behind links; for a missing file, that of its nearest existing folder plus the rest. */
function realPath(path: string): string {
  // No file name contains it, and the system call would throw.
  if (path.includes("\0")) return path;
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const folder = dirname(path);
    return folder === path ? path : join(realPath(folder), basename(path));
  }
}

/** Whether a path is the folder or inside it, ignoring case. */
export function isWithin(file: string, folder: string): boolean {
  const [inner, outer] = [file.toLowerCase(), folder.toLowerCase()];
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);
}
