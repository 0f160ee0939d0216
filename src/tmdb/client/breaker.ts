import type { Timing } from "./timing.ts";

const FAILURES = 20;
/** Milliseconds. A server that makes everybody wait gets few requests, and refuses few. */
const PATIENCE = 300_000;
const FAILURES_LEAST = 5;
/**
 * Milliseconds between two failures, beyond what the server asked to wait: requests end sooner, so the
 * machine was asleep, and what failed before says nothing of how it is now.
 */
const ASLEEP = 60_000;

/**
 * Notices that the other side is gone: 20 failures in a row over half a minute, or nothing but failures,
 * and five at least, for five. The time runs from the first failure: before it, the machine may have been
 * asleep.
 */
export function createBreaker(timing: Timing) {
  let failures = 0;
  let since = 0;
  let latest = 0;
  let asked = 0;
  return {
    success(): void {
      failures = 0;
    },
    /**
     * @param wait milliseconds the server asked to wait
     * @returns whether this failure was one too many
     */
    failure(wait = 0): boolean {
      const now = timing.monotonic();
      if (now - latest > ASLEEP + asked) failures = 0;
      if (failures === 0) since = now;
      failures++;
      latest = now;
      asked = wait;
      const lasted = now - since;
      return (
        (failures >= FAILURES && lasted >= timing.breakerWindow) ||
        (failures >= FAILURES_LEAST && lasted >= PATIENCE)
      );
    },
  };
}
