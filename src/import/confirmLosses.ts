import type { Log } from "../log.ts";
import { quoted } from "../npmRun.ts";
import { Problem } from "../problem.ts";
import { type LossWarning, olderExportLines, type Replacement } from "./lossWarnings.ts";

export interface ConfirmOptions {
  /** Takes the new export whatever goes. */
  force: boolean;
  log: Log;
  /** How a command is typed, `npm run import -- …`. */
  run: (command: string) => string;
  /** Asks the owner; null where there is nobody to ask. */
  confirm: ((question: string) => Promise<boolean>) | null;
}

/**
 * Makes sure that the owner wants the new export though it is older or lacks much of the last one.
 *
 * @throws Problem if not, or if nobody can be asked; `path` is what was to be imported
 */
export async function confirmLosses(
  { losses, ...exports }: Pick<Replacement, "last" | "next"> & { losses: readonly LossWarning[] },
  path: string,
  { force, log, run, confirm }: ConfirmOptions,
): Promise<void> {
  const reasons = [
    ...(losses.length > 0 ? ["The new export lacks much of what the last one has:"] : []),
    ...losses.map(({ text }) => `  ${text}`),
    ...olderExportLines(exports),
  ];
  if (reasons.length === 0) return;
  if (force) {
    for (const line of reasons) log.warn(line);
    return;
  }
  const what = [...reasons, "It replaces the last one as a whole: what it lacks is gone."].join(
    "\n",
  );
  if (!confirm) {
    throw new Problem(what, {
      hint: `If that is right: ${run(`import -- ${quoted(path)} --force`)}`,
    });
  }
  if (!(await confirm(`${what}\nImport it all the same?`))) {
    throw new Problem("The import was called off.");
  }
}
