import { cp, lstat, mkdir, rename, rm, rmdir, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { diskProblem } from "../diskProblem.ts";
import type { Log } from "../log.ts";
import { Problem } from "../problem.ts";
import { hasCode, isMissing, isSystemError } from "../systemErrors.ts";
import { builtFiles, entriesIn, foldersOf, ownersThings, SITE_MARKERS } from "./builtFiles.ts";
import { leftoverKind, pathBeside } from "./pathBeside.ts";
import { mountProblem, refuseImmovable } from "./resolveTarget.ts";

/**
 * Replaces `target`, which may not exist yet, with `fresh`, which may be on another disk. Only files
 * that a build made are removed from the old folder; everything else is moved into the new one.
 * If another process does the same at the same time, one of the two sites stays and neither call fails.
 *
 * @throws Problem if the new site contains a file of the owner's too, or if `target` or something of the
 *   owner's cannot be moved
 */
export async function replaceFolder(target: string, fresh: string, log: Log): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const staged = pathBeside(target, "new");
  try {
    await refuseClash(target, fresh);
    await moveFolder(fresh, staged);
    await swap(target, staged, log);
  } finally {
    await rm(staged, { recursive: true, force: true });
  }
}

async function refuseClash(target: string, fresh: string): Promise<void> {
  const before = await inode(target);
  const own = await ownersThings(target, (await builtFiles(target, fresh)) ?? []);
  // Another build may have put its site there between the two checks, or even put it and moved it away.
  const isSame = (await inode(target)) === before && (before !== null || own.length === 0);
  if (!isSame) return refuseClash(target, fresh);
  await refuseImmovable(target, own);
  for (const thing of own) {
    if (!(await isThere(join(fresh, thing)))) continue;
    throw new Problem(`The new site has ${thing} too, which is yours in ${target}.`, {
      hint: "Move or rename yours.",
    });
  }
}

async function moveFolder(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!hasCode(error, "EXDEV")) throw error;
    await cp(from, to, { recursive: true });
  }
}

async function swap(target: string, fresh: string, log: Log): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const old = pathBeside(target, "old");
    const isMoved = await moveAway(target, old);
    try {
      await rename(fresh, target);
    } catch (error) {
      if (isTaken(error) && attempt < 5) {
        await retireOldSite(old, target, log);
        continue;
      }
      if (isMoved) await rename(old, target);
      throw error;
    }
    return retireOldSite(old, target, log);
  }
}

async function moveAway(target: string, old: string): Promise<boolean> {
  try {
    return await ifThere(() => rename(target, old));
  } catch (error) {
    // A mount of the same disk cannot be recognised earlier.
    throw hasCode(error, "EBUSY") ? mountProblem(target) : error;
  }
}

/**
 * Removes what a killed process left beside `target`. If it was killed between its two renames, the
 * last site is put back. Anything that cannot be removed stays, and the log says so.
 */
export async function removeLeftovers(target: string, log: Log): Promise<void> {
  const folder = dirname(target);
  for (const { name } of await entriesIn(folder)) {
    const kind = leftoverKind(target, name);
    const path = join(folder, name);
    if (kind === "new") {
      const why = await diskRefusal(() => rm(path, { recursive: true, force: true }));
      if (why) log.warn(`${path} is left over from a build and could not be removed: ${why}`);
    } else if (kind === "old" && !(await restoreLastSite(path, target))) {
      await retireOldSite(path, target, log);
    }
  }
}

/** Puts the last site back if `target` is missing; whether it did. */
async function restoreLastSite(old: string, target: string): Promise<boolean> {
  if (await isThere(target)) return false;
  try {
    return await ifThere(() => rename(old, target));
  } catch (error) {
    // Another build has just put its site there.
    if (isTaken(error)) return false;
    throw error;
  }
}

/**
 * Moves the owner's things from a replaced folder into its successor and removes the rest file by file,
 * so that it can only remove files that a build made. It never fails: the log names whatever stays.
 */
async function retireOldSite(old: string, target: string, log: Log): Promise<void> {
  if (!(await isThere(old))) return;
  let made: string[] = [];
  let own: string[] = [];
  const unread = await diskRefusal(async () => {
    made = (await builtFiles(old, target)) ?? [];
    own = await ownersThings(old, made);
  });
  if (unread) {
    log.warn(`${old} may hold files of yours, but could not be read: ${unread}`);
    return;
  }
  const refusals: string[] = [];
  for (const thing of own) {
    const why = await diskRefusal(() => moveOver(thing, old, target));
    if (why) refusals.push(why);
  }
  const why = await diskRefusal(() => removeBuilt(made, old));
  const kept: string[] = [];
  for (const thing of own) if (await isThere(join(old, thing))) kept.push(thing);
  if (kept.length > 0) {
    const named = kept.slice(0, 10).join(", ") + (kept.length > 10 ? ", …" : "");
    const reason = refusals[0] ? ` ${refusals[0]}` : "";
    log.warn(`${old} holds files of yours that could not be moved back: ${named}.${reason}`);
  } else if (why) {
    log.warn(`${old} is left over from the last site and could not be removed: ${why}`);
  } else if (await isThere(old)) {
    log.warn(`${old} holds new files. Please look through it.`);
  }
}

async function removeBuilt(made: string[], old: string): Promise<void> {
  // The markers go last: if this process is killed, the next one can still tell the files apart.
  const unmarked = made.filter((file) => !SITE_MARKERS.includes(file));
  await Promise.all(unmarked.map((file) => ifThere(() => unlink(join(old, file)))));
  await removeEmpty(unmarked.flatMap(foldersOf), old);
  for (const file of SITE_MARKERS.filter((mark) => made.includes(mark))) {
    await ifThere(() => unlink(join(old, file)));
    await removeEmpty(foldersOf(file), old);
  }
  await removeEmpty([""], old);
}

/** Why the file system refuses the task; null if it does not. */
async function diskRefusal(task: () => Promise<void>): Promise<string | null> {
  try {
    await task();
    return null;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return (diskProblem(error) ?? error).message;
  }
}

/** Whether something else has been put there in the meantime. */
const isTaken = (error: unknown): boolean => hasCode(error, "ENOTEMPTY", "EEXIST", "EPERM");

async function moveOver(thing: string, from: string, to: string): Promise<void> {
  const place = join(to, thing);
  for (let attempt = 1; ; attempt += 1) {
    // Something else may have been put there in the meantime; then it stays where it is.
    if (await isThere(place)) return;
    try {
      if (dirname(place) !== to) await mkdir(dirname(place), { recursive: true });
      await rename(join(from, thing), place);
      return;
    } catch (error) {
      // Another build may be putting its site there at this moment.
      if (!isMissing(error) || attempt === 50) throw error;
      await delay(20);
    }
  }
}

/** Removes the empty ones of these folders inside `root`. */
async function removeEmpty(folders: string[], root: string): Promise<void> {
  // Innermost first.
  for (const folder of [...new Set(folders)].sort((a, b) => b.length - a.length)) {
    try {
      await rmdir(join(root, folder));
    } catch (error) {
      if (!hasCode(error, "ENOTEMPTY", "EEXIST", "ENOENT")) throw error;
    }
  }
}

/** Runs the task; false if its file or folder does not exist. */
async function ifThere(task: () => Promise<void>): Promise<boolean> {
  try {
    await task();
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

const isThere = async (path: string): Promise<boolean> => (await inode(path)) !== null;

async function inode(path: string): Promise<number | null> {
  try {
    return (await lstat(path)).ino;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
