import type { Settings } from "./settings.ts";

type Start = Pick<Settings, "dataDir" | "isDataDirFromShell" | "isLogPublic">;

/**
 * A command as the owner has to type it: with DATA_DIR before it where the shell gave one to this run
 * alone. A name of a folder may hold the member's, so that a public log does without.
 */
export const npmRun = (
  { dataDir, isDataDirFromShell, isLogPublic }: Start,
  command: string,
): string =>
  `${isDataDirFromShell && !isLogPublic ? `DATA_DIR=${quoted(dataDir)} ` : ""}npm run ${command}`;

/** How the README calls the export in a command. */
export const IMPORT_ZIP = "import -- ~/Downloads/letterboxd-….zip";

/** As a shell takes it for one word. */
export function quoted(path: string, platform: NodeJS.Platform = process.platform): string {
  if (/^[\p{L}\p{N}_./~:@%+,-]+$/u.test(path)) return path;
  if (platform === "win32" || !/["$`\\!]/.test(path)) return `"${path}"`;
  return `'${path.replaceAll("'", "'\\''")}'`;
}
