import type { Timing } from "./timing.ts";

const MAX_FAILURES = 20;
/** Milliseconds. A server that makes everybody wait gets few requests, and refuses few. */
const MAX_OUTAGE = 300_000;
const MIN_FAILURES = 5;
/**
 * Milliseconds between two failures, beyond what the server asked to wait: requests end sooner, so the
 * machine was asleep, and what failed before says nothing of how it is now.
 */
const SLEEP_GAP = 60_000;

/**
 * Notices that the other side is gone: 20 failures in a row over half a minute, or nothing but failures,
 * and five at least, for five. The time runs from the first failure: before it, the machine may have been
 * asleep.
 */
export function createBreaker(timing: Timing) {
  let failures = 0;
  let since = 0;
  let latest = 0;
  let requestedWait = 0;
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
      if (now - latest > SLEEP_GAP + requestedWait) failures = 0;
      if (failures === 0) since = now;
      failures++;
      latest = now;
      requestedWait = wait;
      const lasted = now - since;
      return (
        (failures >= MAX_FAILURES && lasted >= timing.breakerWindow) ||
        (failures >= MIN_FAILURES && lasted >= MAX_OUTAGE)
      );
    },
  };
}
