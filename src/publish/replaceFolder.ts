import { rename, rm } from "node:fs/promises";

/**
 * Puts `fresh` in the place of `target`, which may not exist yet. When another process does the
 * same at the same time, one of the two stays and neither fails.
 */
export async function replaceFolder(target: string, fresh: string): Promise<void> {
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

async function renameIfThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}
