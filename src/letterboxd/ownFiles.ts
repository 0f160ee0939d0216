import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isMissing, isSystemError } from "../systemErrors.ts";
import { isZip } from "./exportNames.ts";
import { cannotRead } from "./readErrors.ts";

/** Files of the owner that are beside an export and no part of it. */
export const OVERRIDES = "overrides.csv";
export const FAVOURITES = "favourites.csv";
export const HISTORY = "history.csv";

export const OWN_FILES: readonly string[] = [OVERRIDES, FAVOURITES, HISTORY];

/** The path of such a file: in the data folder, or beside a zip. */
export const ownFileIn = (dataDir: string, name: string): string =>
  join(isZip(dataDir) ? dirname(dataDir) : dataDir, name);

/** The contents of a file; null if it is missing. Throws Problem if it cannot be read. */
export async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (isMissing(error)) return null;
    throw isSystemError(error) ? cannotRead(file, error) : error;
  }
}
