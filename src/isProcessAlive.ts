import { hasCode } from "./systemErrors.ts";

/**
 * Whether the process that left its id somewhere is still at work. A container gives each run the
 * same id, so what bears our own was left by an earlier one.
 */
export function isProcessAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return hasCode(error, "EPERM");
  }
}
