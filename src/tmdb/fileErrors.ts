import type { Log } from "../log.ts";
import { isSystemError } from "../systemErrors.ts";

/**
 * What the task gives; where the file system refuses it, `otherwise`, and a warning that begins with
 * `what`: files of the cache are no reason to make no site.
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
