import { mkdir, readdir, rename, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { PARTS } from "../letterboxd/exportNames.ts";
import { exists, importFolderOf, lastExportOf } from "../letterboxd/importFolder.ts";
import { FAVOURITES, HISTORY } from "../letterboxd/ownFiles.ts";
import { Problem } from "../problem.ts";

/**
 * What an import replaces. The new files include those of the owner, changed or not, so that an
 * interrupted import can restore them too.
 */
export const SWAPPED: readonly string[] = [...PARTS, FAVOURITES, HISTORY];

/** The folder of the new files before the swap. */
export const freshExportOf = (dataDir: string): string => join(importFolderOf(dataDir), "new");

/** The folder of the new files once the last export has been moved away. */
const arrivingExportOf = (dataDir: string): string => join(importFolderOf(dataDir), "arriving");

/**
 * Replaces the export in `dataDir` with the new files. A failure restores the last export at once. A
 * killed process leaves `lastExportOf`, from which `putBack` restores it.
 */
export async function swapIn(dataDir: string, { move = rename } = {}): Promise<void> {
  const last = lastExportOf(dataDir);
  const arriving = arrivingExportOf(dataDir);
  await mkdir(last);
  try {
    for (const part of SWAPPED) await moveIfThere(join(dataDir, part), join(last, part), move);
    await move(freshExportOf(dataDir), arriving);
    for (const part of await readdir(arriving)) {
      await move(join(arriving, part), join(dataDir, part));
    }
    // One step, so that a half-removed export is never restored.
    await move(last, join(importFolderOf(dataDir), "done"));
  } catch (error) {
    await putBack(dataDir, { move });
    throw error;
  }
}

/** Undoes an interrupted swap. It may be interrupted itself, and does nothing without a swap. */
export async function putBack(dataDir: string, { move = rename } = {}): Promise<void> {
  const last = lastExportOf(dataDir);
  if (!(await exists(last))) return;
  const arriving = arrivingExportOf(dataDir);
  if (await exists(arriving)) {
    for (const part of SWAPPED) {
      const place = join(arriving, part);
      if (!(await exists(place))) await moveIfThere(join(dataDir, part), place, move);
    }
    await move(arriving, freshExportOf(dataDir));
  }
  for (const part of await readdir(last)) {
    const place = join(dataDir, part);
    if (await exists(place)) {
      throw new Problem(
        `An import was interrupted. ${join(last, part)} cannot be restored, because there is now another ${place}.`,
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
