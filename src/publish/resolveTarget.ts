import { access, constants, lstat, mkdir, readdir, realpath, rmdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Problem } from "../problem.ts";
import { hasCode, isMissing } from "../systemErrors.ts";
import { builtFiles, foldersOf, ownersThings } from "./builtFiles.ts";
import { pathBeside } from "./pathBeside.ts";

/**
 * The folder that a site for `target` will be put in the place of: itself, or what it links to. It may
 * not exist yet. Asked before a site is made, so that nobody waits for one that can have no place.
 *
 * @param target absolute
 * @throws Problem where there is something that a build must not or cannot replace; else what the file
 *   system says
 */
export async function resolveTarget(target: string): Promise<string> {
  const place = await behindLinks(target);
  const there = await statIfThere(place);
  if (there && !there.isDirectory()) {
    throw new Problem(`${target} is no folder, so no site can be put there.`, {
      hint: "Move it away, or choose another place: npm run build -- --out FOLDER",
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
    throw new Problem(`${target} is a link that leads to no folder.`, {
      hint: "Make the folder it should lead to, or remove the link.",
    });
  }
}

async function refuseMount(place: string, device: number): Promise<void> {
  if ((await stat(dirname(place))).dev === device) return;
  throw mountProblem(place);
}

/** Such a folder can be filled, but not exchanged for another in one step. */
export const mountProblem = (place: string): Problem =>
  new Problem(`${place} is a mount point, so it cannot be replaced as a whole.`, {
    hint: `Build into a folder within it: npm run build -- --out ${join(place, "site")}`,
  });

/**
 * Keeps a mistyped folder from getting a site: one that holds anything must hold one of ours already.
 * An empty checkout of a branch for the pages of a host counts as empty.
 */
async function refuseOtherContent(place: string): Promise<void> {
  const names = await readdir(place);
  if (names.every((name) => /^(?:\.git.*|\.nojekyll|\.well-known|CNAME)$/.test(name))) return;
  if ((await builtFiles(place)) !== null) return;
  throw new Problem(`${place} holds something else than a site of Film Ledger.`, {
    hint: "Name a folder that is new or empty, or empty this one yourself.",
  });
}

/** The folder around it is where the exchange happens; those within hold what is to be removed. */
async function refuseReadOnly(place: string): Promise<void> {
  const probe = pathBeside(place, "new");
  try {
    await mkdir(probe);
    await rmdir(probe);
  } catch (error) {
    if (!hasCode(error, "EACCES", "EPERM")) throw error;
    throw new Problem(
      `You may not write into ${dirname(place)}, so ${place} cannot be replaced as a whole.`,
      { hint: "Get the permission, or choose another place: npm run build -- --out FOLDER" },
    );
  }
  const made = (await builtFiles(place)) ?? [];
  // The outermost first: it is the one to set right.
  for (const folder of [...new Set(["", ...made.flatMap(foldersOf)])].sort()) {
    const path = join(place, folder);
    if (await statIfThere(path)) await access(path, constants.W_OK | constants.X_OK);
  }
  await refuseImmovable(place, await ownersThings(place, made));
}

/**
 * Sees to it that what is the owner's in a folder can be moved over into the next site.
 *
 * @param things as `ownersThings` names them
 * @throws Problem at a mount point; else what the file system says
 */
export async function refuseImmovable(place: string, things: readonly string[]): Promise<void> {
  const device = (await statIfThere(place))?.dev;
  for (const thing of things) {
    const path = join(place, thing);
    // Another build may have exchanged the folder meanwhile.
    const there = await ifStillThere(() => lstat(path));
    if (!there) continue;
    if (there.dev !== device) {
      throw new Problem(`${path} is a mount point, so it cannot be moved into the next site.`, {
        hint: "Unmount it, or choose another place: npm run build -- --out FOLDER",
      });
    }
    // To move a folder elsewhere is to change the way up that it holds.
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
