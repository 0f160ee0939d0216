import { cp, mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { isOtherProcess } from "../otherProcess.ts";
import { Problem } from "../problem.ts";

/**
 * Keeps a mistyped folder from being thrown away for a site: one that holds anything must hold a
 * site of ours.
 *
 * @throws Problem for any other
 */
export async function refuseForeignFolder(target: string): Promise<void> {
  const names = await listIfThere(target);
  const isSite =
    names.includes("data") && (await listIfThere(`${target}/data`)).includes("summary.json");
  if (names.length === 0 || isSite) return;
  throw new Problem(`${target} holds something else than a site, which a build would throw away.`, {
    hint: "Name a folder that is new or empty, or empty this one yourself.",
  });
}

/**
 * Puts `fresh`, which may lie on another disk, in the place of `target`, which may not exist yet.
 * When another process does the same at the same time, one of the two stays and neither fails.
 */
export async function replaceFolder(target: string, fresh: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const aside = `${target}.new-${process.pid}`;
  try {
    await moveFolder(fresh, aside);
    await swap(target, aside);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

async function moveFolder(from: string, to: string): Promise<void> {
  if (from === to) return;
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    await cp(from, to, { recursive: true });
  }
}

async function swap(target: string, fresh: string): Promise<void> {
  const old = `${target}.old-${process.pid}`;
  for (let attempt = 1; ; attempt += 1) {
    await renameIfThere(target, old);
    try {
      await rename(fresh, target);
      break;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      const isTaken = code === "ENOTEMPTY" || code === "EEXIST" || code === "EPERM";
      if (!isTaken || attempt === 5) throw error;
      await rm(old, { recursive: true, force: true });
    }
  }
  await rm(old, { recursive: true, force: true });
}

/**
 * Removes what a killed process left beside `target`; if it was killed between its two renames,
 * the last site is put back.
 */
export async function tidyUp(target: string): Promise<void> {
  const folder = dirname(target);
  const leftover = new RegExp(`^${RegExp.escape(basename(target))}\\.(new|old)-(\\d+)$`);
  for (const name of await listIfThere(folder)) {
    const [, kind, pid] = leftover.exec(name) ?? [];
    if (!pid || isOtherProcess(Number(pid))) continue;
    const path = join(folder, name);
    if (kind === "old" && !(await listIfThere(folder)).includes(basename(target))) {
      await rename(path, target);
    } else {
      await rm(path, { recursive: true, force: true });
    }
  }
}

async function listIfThere(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

async function renameIfThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}
