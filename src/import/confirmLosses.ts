import type { Log } from "../log.ts";
import { quoted } from "../npmRun.ts";
import { Problem } from "../problem.ts";
import { type LossWarning, olderExportLines, type Replacement } from "./lossWarnings.ts";

export interface ConfirmOptions {
  /** Imports the new export despite all warnings. */
  force: boolean;
  log: Log;
  /** Returns a command as the owner types it, such as `npm run import -- …`. */
  run: (command: string) => string;
  /** Asks the owner; null without a terminal. */
  confirm: ((question: string) => Promise<boolean>) | null;
}

/**
 * Asks the owner to confirm an export that is older than the last one or lacks much of it.
 *
 * @param path what is to be imported
 * @throws Problem if the owner declines or cannot be asked
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
  const what = [...reasons, "It replaces the last one completely: whatever it lacks is lost."].join(
    "\n",
  );
  if (!confirm) {
    throw new Problem(what, {
      hint: `If that is right: ${run(`import -- ${quoted(path)} --force`)}`,
    });
  }
  if (!(await confirm(`${what}\nImport it anyway?`))) {
    throw new Problem("The import was cancelled.");
  }
}
