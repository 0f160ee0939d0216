import type { Timing } from "./timing.ts";

const FAILURES = 20;
/** Milliseconds. A server that makes everybody wait gets few requests, and refuses few. */
const PATIENCE = 300_000;

/**
 * Notices that the other side is gone: 20 failures in a row over half a minute, or nothing but failures
 * for five. The time runs from the first failure: before it, the machine may have been asleep.
 */
export function createBreaker(timing: Timing) {
  let failures = 0;
  let since = 0;
  return {
    success(): void {
      failures = 0;
    },
    /** Whether this failure was one too many. */
    failure(): boolean {
      const now = timing.monotonic();
      if (failures === 0) since = now;
      failures++;
      const lasted = now - since;
      return (failures >= FAILURES && lasted >= timing.breakerWindow) || lasted >= PATIENCE;
    },
  };
}
