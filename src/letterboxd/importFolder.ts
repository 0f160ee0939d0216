import { lstat } from "node:fs/promises";
import { join } from "node:path";
import { Problem } from "../problem.ts";
import { isMissing } from "../systemErrors.ts";

/** The working folder of an import. It is hidden, so it is never searched for exports. */
export const importFolderOf = (dataDir: string): string => join(dataDir, ".import");

/**
 * The files of the last export while the new ones replace them. As long as this folder exists, both
 * exports are incomplete.
 */
export const lastExportOf = (dataDir: string): string => join(importFolderOf(dataDir), "old");

/** @throws Problem if an interrupted import left the files of two exports in `dataDir` */
export async function refuseInterruptedImport(dataDir: string): Promise<void> {
  if (!(await exists(lastExportOf(dataDir)))) return;
  throw new Problem(`An import into ${dataDir}/ was interrupted or is still running.`, {
    hint: "Run it again: npm run import -- FILE. It restores the previous files first.",
  });
}

export async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    // ENOTDIR: the path continues below a file, such as a zip.
    if (isMissing(error)) return false;
    throw error;
  }
}
