import { access, constants, lstat, mkdir, readdir, realpath, rmdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Problem } from "../problem.ts";
import { hasCode, isMissing } from "../systemErrors.ts";
import { builtFiles, foldersOf, ownersThings } from "./builtFiles.ts";
import { pathBeside } from "./pathBeside.ts";

/**
 * The folder that a new site will replace: `target`, or the folder it links to. It may not exist yet.
 * Called before a site is built, so that nobody waits for a site that cannot be put there.
 *
 * @param target absolute
 * @throws Problem if a build must not or cannot replace what is there; else the file system's error
 */
export async function resolveTarget(target: string): Promise<string> {
  const place = await behindLinks(target);
  const there = await statIfThere(place);
  if (there && !there.isDirectory()) {
    throw new Problem(`${target} is not a folder, so the site cannot be put there.`, {
      hint: "Move it away, or choose another folder: npm run build -- --out FOLDER",
    });
  }
  await mkdir(dirname(place), { recursive: true });
  if (there) {
    await refuseMount(place, there.dev);
    await refuseOtherContent(place);
  }
  await refuseReadOnly(place);
  return place;
}

async function behindLinks(target: string): Promise<string> {
  try {
    return await realpath(target);
  } catch (error) {
    if (!hasCode(error, "ELOOP") && !(isMissing(error) && (await isLink(target)))) {
      if (isMissing(error)) return target;
      throw error;
    }
    throw new Problem(`${target} is a link that does not lead to a folder.`, {
      hint: "Create the folder it should lead to, or remove the link.",
    });
  }
}

async function refuseMount(place: string, device: number): Promise<void> {
  if ((await stat(dirname(place))).dev === device) return;
  throw mountProblem(place);
}

/** A mount point can be filled, but it cannot be swapped for another folder in one step. */
export const mountProblem = (place: string): Problem =>
  new Problem(`${place} is a mount point, so it cannot be replaced as a whole.`, {
    hint: `Build into a folder inside it: npm run build -- --out ${join(place, "site")}`,
  });

/**
 * Protects a mistyped folder: unless it is empty, it must already hold a site of ours. A fresh checkout
 * of a branch for a host's pages counts as empty.
 */
async function refuseOtherContent(place: string): Promise<void> {
  const names = await readdir(place);
  if (names.every((name) => /^(?:\.git.*|\.nojekyll|\.well-known|CNAME)$/.test(name))) return;
  if ((await builtFiles(place)) !== null) return;
  throw new Problem(`${place} contains files that are not part of a Film Ledger site.`, {
    hint: "Choose a new or empty folder, or empty this one yourself.",
  });
}

/** Its parent folder is where the swap happens; the folders inside hold files to be removed. */
async function refuseReadOnly(place: string): Promise<void> {
  const probe = pathBeside(place, "new");
  try {
    await mkdir(probe);
    await rmdir(probe);
  } catch (error) {
    if (!hasCode(error, "EACCES", "EPERM")) throw error;
    throw new Problem(
      `You have no permission to write to ${dirname(place)}, so ${place} cannot be replaced as a whole.`,
      { hint: "Ask for permission, or choose another folder: npm run build -- --out FOLDER" },
    );
  }
  const made = (await builtFiles(place)) ?? [];
  // Outermost first: that is the one whose permissions the owner has to change.
  for (const folder of [...new Set(["", ...made.flatMap(foldersOf)])].sort()) {
    const path = join(place, folder);
    if (await statIfThere(path)) await access(path, constants.W_OK | constants.X_OK);
  }
  await refuseImmovable(place, await ownersThings(place, made));
}

/**
 * Makes sure that the owner's things in a folder can be moved into the next site.
 *
 * @param things as `ownersThings` names them
 * @throws Problem for a mount point; else the file system's error
 */
export async function refuseImmovable(place: string, things: readonly string[]): Promise<void> {
  const device = (await statIfThere(place))?.dev;
  for (const thing of things) {
    const path = join(place, thing);
    // Another build may have replaced the folder in the meantime.
    const there = await ifStillThere(() => lstat(path));
    if (!there) continue;
    if (there.dev !== device) {
      throw new Problem(`${path} is a mount point, so it cannot be moved into the next site.`, {
        hint: "Unmount it, or choose another folder: npm run build -- --out FOLDER",
      });
    }
    // Moving a folder changes its `..` entry, so the folder itself must be writable.
    if (there.isDirectory()) await ifStillThere(() => access(path, constants.W_OK));
    await ifStillThere(() => access(dirname(path), constants.W_OK | constants.X_OK));
  }
}

async function ifStillThere<T>(task: () => Promise<T>): Promise<T | null> {
  try {
    return await task();
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function isLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function statIfThere(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
}
