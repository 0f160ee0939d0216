import { realpathSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { Problem } from "./problem.ts";
import type { Settings } from "./settings.ts";
import { isSystemError } from "./systemErrors.ts";

/**
 * Whether a file is one of the owner's places or lies in one: by its name, or by what its name leads to
 * through links. Upper and lower case count as equal, as on some disks.
 *
 * @param places absolute files and folders, which need not be there
 * @param parts absolute folders of the program's own: a place that lies around one does not take it
 */
export function createPrivateTest(places: string[], parts: string[]): (file: string) => boolean {
  const isInPart = (file: string, place: string) =>
    parts.some((part) => part !== place && isWithin(part, place) && isWithin(file, part));
  return (file) =>
    // Asked each time, since links come and go.
    [resolve(file), realPath(file)].some((path) =>
      places
        .flatMap((place) => [place, realPath(place)])
        .some((place) => isWithin(path, place) && !isInPart(path, place)),
    );
}

/**
 * Refuses to build from an export or a cache in public/, whose files are all part of the site.
 *
 * @param root the project's folder, absolute
 */
export function refusePublicFolders({ dataDir, cacheDir }: Settings, root: string): void {
  const open = realPath(join(root, "public"));
  for (const [name, place] of Object.entries({ DATA_DIR: dataDir, CACHE_DIR: cacheDir })) {
    if (!isWithin(realPath(resolve(root, place)), open)) continue;
    throw new Problem(`${name} is ${place}, in public/: all that lies there would be published.`, {
      hint: `Move it to another folder, and let ${name} name that one.`,
    });
  }
}

/** What a path leads to; of what is not there its folder, as far as that is there. */
function realPath(path: string): string {
  // No file has such a name.
  if (path.includes("\0")) return path;
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const folder = dirname(path);
    return folder === path ? path : join(realPath(folder), basename(path));
  }
}

/** Whether a path is the folder or lies in it; upper and lower case count as equal. */
export function isWithin(file: string, folder: string): boolean {
  const [inner, outer] = [file.toLowerCase(), folder.toLowerCase()];
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);
}
