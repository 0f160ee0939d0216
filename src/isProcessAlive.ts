import { hasCode } from "./systemErrors.ts";

/**
 * Whether the process that left its id behind is still running. Our own id was left by an earlier run,
 * because a container gives each run the same id.
 */
export function isProcessAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is running and belongs to another user.
    return hasCode(error, "EPERM");
  }
}
