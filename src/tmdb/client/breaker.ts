import type { Timing } from "./timing.ts";

const MAX_FAILURES = 20;
/** Milliseconds. The limit for a server with long pauses, which gets few requests and so few failures. */
const MAX_OUTAGE = 300_000;
const MIN_FAILURES = 5;
/**
 * Milliseconds between two failures, beyond a wait that the server asked for. Requests time out sooner, so
 * a longer gap means that the machine was asleep, and the earlier failures no longer count.
 */
const SLEEP_GAP = 60_000;

/**
 * Detects an outage: 20 failures in a row over half a minute, or at least 5 in a row over five minutes.
 * The time is counted from the first failure, because the machine may have been asleep before it.
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
     * @param wait milliseconds that the server asked to wait
     * @returns whether this failure makes it an outage
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
