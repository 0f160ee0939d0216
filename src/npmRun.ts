import type { Settings } from "./settings.ts";

type Start = Pick<Settings, "dataDir" | "isDataDirFromShell" | "isLogPublic">;

/**
 * A command for the owner to type, with DATA_DIR before it if only the shell of this run set it. A public
 * log leaves DATA_DIR out, because the name of a folder may contain the member's name.
 */
export const npmRun = (
  { dataDir, isDataDirFromShell, isLogPublic }: Start,
  command: string,
): string =>
  `${isDataDirFromShell && !isLogPublic ? `DATA_DIR=${quoted(dataDir)} ` : ""}npm run ${command}`;

/** The import command as in the README. */
export const IMPORT_ZIP = "import -- ~/Downloads/letterboxd-….zip";

/** Quotes a path for a shell if needed. */
export function quoted(path: string, platform: NodeJS.Platform = process.platform): string {
  if (/^[\p{L}\p{N}_./~:@%+,-]+$/u.test(path)) return path;
  if (platform === "win32" || !/["$`\\!]/.test(path)) return `"${path}"`;
  return `'${path.replaceAll("'", "'\\''")}'`;
}
