import { cp, lstat, mkdir, rename, rm, rmdir, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { diskProblem } from "../diskProblem.ts";
import type { Log } from "../log.ts";
import { isOtherProcess } from "../otherProcess.ts";
import { Problem } from "../problem.ts";
import { codeOf, isMissing } from "../tmdb/fileErrors.ts";
import { mountProblem } from "./choosePlace.ts";
import { entriesIn, foldersOf, MARKS, madeFiles, ownThings } from "./madeFiles.ts";

/**
 * Puts `fresh`, which may lie on another disk, in the place of `target`, which may not exist yet. Of
 * what was there only the files that a build made are removed; everything else is there again.
 * When another process does the same at the same time, one of the two stays and neither fails.
 *
 * @throws Problem where the fresh site has a file of the owner's too, or `target` cannot be moved
 */
export async function replaceFolder(target: string, fresh: string, log: Log): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const aside = `${target}.new-${process.pid}`;
  try {
    await refuseClash(target, fresh);
    await moveFolder(fresh, aside);
    await swap(target, aside, log);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

async function refuseClash(target: string, fresh: string): Promise<void> {
  const before = await inode(target);
  const own = await ownThings(target, (await madeFiles(target, fresh)) ?? []);
  // Another build may have put its site there between the two looks.
  if ((await inode(target)) !== before) return refuseClash(target, fresh);
  for (const thing of own) {
    if (!(await isThere(join(fresh, thing)))) continue;
    throw new Problem(`The new site has ${thing} too, which no build has put into ${target}.`, {
      hint: "Move it to another place, or give it another name.",
    });
  }
}

async function moveFolder(from: string, to: string): Promise<void> {
  if (from === to) return;
  try {
    await rename(from, to);
  } catch (error) {
    if (codeOf(error) !== "EXDEV") throw error;
    await cp(from, to, { recursive: true });
  }
}

async function swap(target: string, fresh: string, log: Log): Promise<void> {
  const old = `${target}.old-${process.pid}`;
  for (let attempt = 1; ; attempt += 1) {
    const isAside = await setAside(target, old);
    try {
      await rename(fresh, target);
      break;
    } catch (error) {
      const isTaken = ["ENOTEMPTY", "EEXIST", "EPERM"].includes(codeOf(error) ?? "");
      if (isTaken && attempt < 5) {
        await clearAway(old, target, log);
        continue;
      }
      if (isAside) await rename(old, target);
      throw error;
    }
  }
  await clearAway(old, target, log);
}

async function setAside(target: string, old: string): Promise<boolean> {
  try {
    return await ifThere(() => rename(target, old));
  } catch (error) {
    // A mount of the same disk cannot be told before.
    throw codeOf(error) === "EBUSY" ? mountProblem(target) : error;
  }
}

/**
 * Removes what a killed process left beside `target`; if it was killed between its two renames,
 * the last site is put back. What cannot be removed stays, and the log says so.
 */
export async function tidyUp(target: string, log: Log): Promise<void> {
  const folder = dirname(target);
  const leftover = new RegExp(`^${RegExp.escape(basename(target))}\\.(new|old)-(\\d+)$`);
  for (const { name } of await entriesIn(folder)) {
    const [, kind, pid] = leftover.exec(name) ?? [];
    if (!pid || isOtherProcess(Number(pid))) continue;
    const path = join(folder, name);
    if (kind === "old" && !(await isThere(target))) await rename(path, target);
    else if (kind === "old") await clearAway(path, target, log);
    else await orSay(path, log, () => rm(path, { recursive: true, force: true }));
  }
}

/**
 * Brings what is the owner's in a replaced folder over into its successor, and removes the rest, file by
 * file: no slip and no other process can make it remove what no build has made.
 */
async function clearAway(old: string, target: string, log: Log): Promise<void> {
  if (!(await isThere(old))) return;
  await orSay(old, log, async () => {
    const made = (await madeFiles(old, target)) ?? [];
    for (const thing of await ownThings(old, made)) await bringOver(thing, old, target);
    // The marks go last, so that whoever comes after a killed process can still tell the files apart.
    const unmarked = made.filter((file) => !MARKS.includes(file));
    await Promise.all(unmarked.map((file) => ifThere(() => unlink(join(old, file)))));
    await removeEmpty(unmarked.flatMap(foldersOf), old);
    const marks = made.filter((file) => MARKS.includes(file));
    for (const file of marks) await ifThere(() => unlink(join(old, file)));
    await removeEmpty(["data", ""], old);
  });
}

/** A leftover is no reason to fail: what cannot be removed stays there, and the log says so. */
async function orSay(path: string, log: Log, task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (error) {
    if (codeOf(error) === null) throw error;
    const why = (diskProblem(error) ?? (error as Error)).message;
    log.warn(`${path} is left over from the last site and can go, but: ${why}`);
    return;
  }
  if (await isThere(path)) log.warn(`${path} holds something of yours: look it through.`);
}

async function bringOver(thing: string, from: string, to: string): Promise<void> {
  const place = join(to, thing);
  for (let attempt = 1; ; attempt += 1) {
    // It stays where it is, if something has come to its place meanwhile.
    if (await isThere(place)) return;
    try {
      if (dirname(place) !== to) await mkdir(dirname(place), { recursive: true });
      await rename(join(from, thing), place);
      return;
    } catch (error) {
      // Another build is just putting its site there.
      if (!isMissing(error) || attempt === 50) throw error;
      await delay(20);
    }
  }
}

/** Removes those of the folders within `root` that hold nothing. */
async function removeEmpty(folders: string[], root: string): Promise<void> {
  // The innermost first.
  for (const folder of [...new Set(folders)].sort((a, b) => b.length - a.length)) {
    try {
      await rmdir(join(root, folder));
    } catch (error) {
      if (!["ENOTEMPTY", "EEXIST", "ENOENT"].includes(codeOf(error) ?? "")) throw error;
    }
  }
}

/** Whether there was what the task is for. */
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
