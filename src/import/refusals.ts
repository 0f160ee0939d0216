import { join, resolve } from "node:path";
import { inWords, several } from "../counted.ts";
import { lastLoggedText, newestFirst } from "../letterboxd/exportAge.ts";
import type { FoundExport } from "../letterboxd/findExports.ts";
import { listFolder } from "../letterboxd/folder.ts";
import { quoted } from "../npmRun.ts";
import { Problem } from "../problem.ts";
import type { KeptFiles } from "./keptFiles.ts";
import { SWAPPED } from "./swap.ts";

/**
 * @throws Problem if an export of `others`, which are in the data folder too, would be used instead of the
 *   imported one
 */
export function refuseNewer(
  staged: FoundExport,
  others: readonly FoundExport[],
  from: string,
): void {
  const [first] = [staged, ...others].sort(newestFirst);
  if (!first || first === staged) return;
  const what = `${first.source} (${lastLoggedText(first)}) would be used instead of the imported files`;
  const isItself = resolve(first.source) === resolve(from);
  throw new Problem(`${what}, because it is in ${staged.source}/.`, {
    hint: isItself
      ? `Move it out of ${staged.source}/ and import it from its new place.`
      : `Move it out of ${staged.source}/ and try again. Or import that one instead.`,
  });
}

/**
 * Guards an import of the data folder itself, which deletes the files that it removes.
 *
 * @throws Problem if a file that the site uses cannot be read
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
  throw new Problem(`These unreadable files would be removed: ${names}.`, {
    hint: `Move them to another folder, or allow it: ${run(`import -- ${quoted(dataDir)} --force`)}`,
  });
}

/**
 * Guards an import of the data folder itself, which deletes what the site does not publish.
 *
 * @param things what would be deleted, in words
 * @throws Problem if there is any
 */
export function refuseWithheld(
  things: readonly string[],
  dataDir: string,
  run: (command: string) => string,
): void {
  if (things.length === 0) return;
  const again = `import -- ${quoted(dataDir)}`;
  const what = `Your settings do not publish ${inWords(things)}, so they would be removed from ${dataDir}/.`;
  throw new Problem(what, {
    hint: `To keep them: ${run(`${again} --keep-all`)}. To remove them: ${run(`${again} --force`)}`,
  });
}

/**
 * @throws Problem if a name differs from that of a part of an export only in case: on many disks one would
 *   overwrite the other
 */
export async function refuseLookalikes(dataDir: string): Promise<void> {
  for (const { name } of await listFolder(dataDir)) {
    const part = name.toLowerCase();
    if (part === name || !SWAPPED.includes(part)) continue;
    throw new Problem(`${join(dataDir, name)} is in the way of ${join(dataDir, part)}.`, {
      hint: "Rename it, or move it to another folder, and try again.",
    });
  }
}
