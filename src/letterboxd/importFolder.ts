import { lstat } from "node:fs/promises";
import { join } from "node:path";
import { Problem } from "../problem.ts";
import { isSystemError } from "./readErrors.ts";

/** Where an import into a data folder does its work. It is hidden, so no export is looked for in it. */
export const importFolderOf = (dataDir: string): string => join(dataDir, ".import");

/**
 * The files of the last export while those of a new one take their place: as long as it is there,
 * neither of the two is whole.
 */
export const lastExportOf = (dataDir: string): string => join(importFolderOf(dataDir), "old");

/** @throws Problem if the files of two exports lie in `dataDir`, since an import was broken off */
export async function refuseInterruptedImport(dataDir: string): Promise<void> {
  if (!(await exists(lastExportOf(dataDir)))) return;
  throw new Problem(`An import into ${dataDir}/ was interrupted or is under way.`, {
    hint: "Run it again: npm run import -- FILE. It first puts back the files that were there before.",
  });
}

export async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    // Below a zip there is no folder.
    if (isSystemError(error) && (error.code === "ENOENT" || error.code === "ENOTDIR")) return false;
    throw error;
  }
}
