import type { Log } from "../log.ts";
import { Problem } from "../problem.ts";
import { ageLines, lossLines, type Replacement } from "./losses.ts";

export interface AgreeOptions {
  /** Takes the new export whatever goes. */
  force: boolean;
  log: Log;
  /** Asks the owner; null where there is nobody to ask. */
  confirm: ((question: string) => Promise<boolean>) | null;
}

/**
 * Makes sure that the owner wants the new export though it is older or lacks much of the last one.
 *
 * @throws Problem if not, or if nobody can be asked; `path` is what was to be imported
 */
export async function agree(
  replacement: Replacement,
  path: string,
  { force, log, confirm }: AgreeOptions,
): Promise<void> {
  const losses = lossLines(replacement);
  const reasons = [
    ...(losses.length > 0 ? ["The new export lacks much of what the last one has:"] : []),
    ...losses.map((line) => `  ${line}`),
    ...ageLines(replacement),
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
      hint: `If that is right: npm run import -- ${quoted(path)} --force`,
    });
  }
  if (!(await confirm(`${what}\nImport it all the same?`))) {
    throw new Problem("The import was called off.");
  }
}

/** As a shell takes it for one word. */
export function quoted(path: string, platform: NodeJS.Platform = process.platform): string {
  if (/^[\p{L}\p{N}_./~:@%+,-]+$/u.test(path)) return path;
  if (platform === "win32" || !/["$`\\!]/.test(path)) return `"${path}"`;
  return `'${path.replaceAll("'", "'\\''")}'`;
}
