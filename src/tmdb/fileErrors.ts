import type { Log } from "../log.ts";

/** The code of an error of the file system, or null. */
export const codeOf = (error: unknown): string | null =>
  error instanceof Error && "code" in error && "syscall" in error ? String(error.code) : null;

/** Whether there is no such file or folder. */
export const isMissing = (error: unknown): boolean =>
  ["ENOENT", "ENOTDIR"].includes(codeOf(error) ?? "");

/**
 * Gives the task's result. If the file system refuses the task, logs a warning that begins with `what` and
 * gives `otherwise`, so that a problem with cached files never stops a build.
 */
export async function orWarn<T>(
  task: () => Promise<T>,
  { what, log, otherwise }: { what: string; log: Log; otherwise: T },
): Promise<T> {
  try {
    return await task();
  } catch (error) {
    if (!(error instanceof Error) || codeOf(error) === null) throw error;
    log.warn(`${what} (${error.message}).`);
    return otherwise;
  }
}
