import { join, resolve } from "node:path";
import { several } from "../counted.ts";
import { lastLoggedText, newestFirst } from "../letterboxd/exportAge.ts";
import { PARTS } from "../letterboxd/exportNames.ts";
import type { FoundExport } from "../letterboxd/findExports.ts";
import { listFolder } from "../letterboxd/folder.ts";
import { quoted } from "../npmRun.ts";
import { Problem } from "../problem.ts";
import type { KeptFiles } from "./keptFiles.ts";

/**
 * @throws Problem if `others`, which lie in the data folder too, hold an export that would be taken
 *   instead of the imported one
 */
export function refuseNewer(
  staged: FoundExport,
  others: readonly FoundExport[],
  from: string,
): void {
  const [first] = [staged, ...others].sort(newestFirst);
  if (!first || first === staged) return;
  const what = `${first.source} (${lastLoggedText(first)}) would be taken instead of the imported files`;
  const isItself = resolve(first.source) === resolve(from);
  throw new Problem(`${what}, since it lies in ${staged.source}/.`, {
    hint: isItself
      ? `Move it out of ${staged.source}/ and import it from its new place.`
      : `Move it out of ${staged.source}/ and try again. Or is it the one to import?`,
  });
}

/**
 * For an import of the data folder itself, which leaves nothing of what it takes away.
 *
 * @throws Problem if there are files the site would use but that cannot be read
 */
export function refuseDamaged(
  { damaged }: KeptFiles,
  dataDir: string,
  run: (command: string) => string,
): void {
  if (damaged.length === 0) return;
  const names = several(
    damaged.map(({ file }) => join(dataDir, file)),
    20,
  );
  throw new Problem(`What cannot be read would be taken away: ${names}.`, {
    hint: `Move it to another folder, or say that it may go: ${run(`import -- ${quoted(dataDir)} --force`)}`,
  });
}

/**
 * @throws Problem if a file differs from a part of an export in upper and lower case only: many
 *   disks would put the one in the place of the other
 */
export async function refuseLookalikes(dataDir: string): Promise<void> {
  for (const { name } of await listFolder(dataDir)) {
    const part = name.toLowerCase();
    if (part === name || !PARTS.includes(part)) continue;
    throw new Problem(`${join(dataDir, name)} is in the way of ${join(dataDir, part)}.`, {
      hint: "Rename it, or move it to another folder, and try again.",
    });
  }
}
