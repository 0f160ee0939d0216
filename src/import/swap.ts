import { mkdir, readdir, rename, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { PARTS } from "../letterboxd/exportNames.ts";
import { exists, importFolderOf, lastExportOf } from "../letterboxd/importFolder.ts";
import { Problem } from "../problem.ts";

/** Where the new files wait. */
export const freshExportOf = (dataDir: string): string => join(importFolderOf(dataDir), "new");

/** What waits in `freshExportOf` is called so from when the last export is out of the way. */
const arrivingExportOf = (dataDir: string): string => join(importFolderOf(dataDir), "arriving");

/**
 * Puts the waiting files in the place of the loose export in `dataDir`. A process killed in
 * between leaves `lastExportOf`, from which `putBack` restores what was; any failure does so at
 * once.
 */
export async function swapIn(dataDir: string, { move = rename } = {}): Promise<void> {
  const last = lastExportOf(dataDir);
  const arriving = arrivingExportOf(dataDir);
  await mkdir(last);
  try {
    for (const part of PARTS) await moveIfThere(join(dataDir, part), join(last, part), move);
    await move(freshExportOf(dataDir), arriving);
    for (const part of await readdir(arriving)) {
      await move(join(arriving, part), join(dataDir, part));
    }
    // In one step, so that a half-removed export is never taken for one to put back.
    await move(last, join(importFolderOf(dataDir), "done"));
  } catch (error) {
    await putBack(dataDir, { move });
    throw error;
  }
}

/** Undoes a swap that was broken off; may be broken off itself. Does nothing if there was none. */
export async function putBack(dataDir: string, { move = rename } = {}): Promise<void> {
  const last = lastExportOf(dataDir);
  if (!(await exists(last))) return;
  const arriving = arrivingExportOf(dataDir);
  if (await exists(arriving)) {
    for (const part of PARTS) {
      const place = join(arriving, part);
      if (!(await exists(place))) await moveIfThere(join(dataDir, part), place, move);
    }
    await move(arriving, freshExportOf(dataDir));
  }
  for (const part of await readdir(last)) {
    const place = join(dataDir, part);
    if (await exists(place)) {
      throw new Problem(
        `An import was interrupted, and ${place} has been put there since, in the place of ${join(last, part)}.`,
        { hint: `Move ${place} to another folder and run the import again.` },
      );
    }
    await move(join(last, part), place);
  }
  await rmdir(last);
}

async function moveIfThere(from: string, to: string, move: typeof rename): Promise<void> {
  if (await exists(from)) await move(from, to);
}
