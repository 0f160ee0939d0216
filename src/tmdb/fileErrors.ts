import type { Log } from "../log.ts";
import { isSystemError } from "../systemErrors.ts";

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
    if (!isSystemError(error)) throw error;
    log.warn(`${what} (${error.message}).`);
    return otherwise;
  }
}
