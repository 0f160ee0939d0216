import { mkdir, readdir, readFile, rm, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isProcessAlive } from "../isProcessAlive.ts";
import { exists, importFolderOf, lastExportOf } from "../letterboxd/importFolder.ts";
import { Problem } from "../problem.ts";
import { hasCode } from "../systemErrors.ts";
import { putBack } from "./swap.ts";

/** Unlocks the data folder and removes the working files of the import. */
export type Release = () => Promise<void>;

/**
 * Locks `dataDir` for one import at a time, and creates the folder if it does not exist. After a killed
 * import, the files of the last export are restored.
 *
 * @throws Problem while another import is running
 */
export async function lockDataDir(dataDir: string): Promise<Release> {
  const isNew = (await mkdir(dataDir, { recursive: true })) !== undefined;
  const folder = importFolderOf(dataDir);
  const lock = join(folder, LOCK);
  await writeLock(folder, lock);
  const release = async () => {
    // If the files could not be restored, the next import needs everything in the folder.
    if (!(await exists(lastExportOf(dataDir)))) await emptyFolder(folder);
    await rm(lock, { force: true });
    await removeIfEmpty(folder);
    if (isNew) await removeIfEmpty(dataDir);
  };
  try {
    await putBack(dataDir);
    await emptyFolder(folder);
  } catch (error) {
    await release();
    throw error;
  }
  return release;
}

const LOCK = "pid";

async function writeLock(folder: string, lock: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    await mkdir(folder, { recursive: true });
    try {
      await writeFile(lock, `${process.pid}`, { flag: "wx" });
      return;
    } catch (error) {
      // ENOENT: another import has just ended and removed the folder.
      const isHeld = hasCode(error, "EEXIST", "ENOENT");
      if (!isHeld || attempt === 5) throw error;
    }
    await removeStaleLock(lock);
  }
}

/** An empty lock file is still being written. */
async function removeStaleLock(lock: string): Promise<void> {
  const holder = await readIfThere(lock);
  if (holder === null) return;
  if (!/^[1-9]\d*$/.test(holder) || isProcessAlive(Number(holder))) {
    throw new Problem(`Another import is running${holder && ` (process ${holder})`}.`, {
      hint: `Wait until it ends. If none is running, delete the file ${lock} and try again.`,
    });
  }
  await rm(lock, { force: true });
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
}

async function emptyFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name !== LOCK) await rm(join(folder, name), { recursive: true, force: true });
  }
}

async function removeIfEmpty(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch (error) {
    if (hasCode(error, "ENOTEMPTY", "EEXIST", "ENOENT")) return;
    throw error;
  }
}
