import type { Timing } from "./timing.ts";

const FAILURES = 20;

/** Notices that the other side is gone: 20 failures in a row and no success for half a minute. */
export function createBreaker(timing: Timing) {
  let failures = 0;
  let lastSuccess = timing.monotonic();
  return {
    success(): void {
      failures = 0;
      lastSuccess = timing.monotonic();
    },
    /** Whether this failure was one too many. */
    failure(): boolean {
      failures++;
      return failures >= FAILURES && timing.monotonic() - lastSuccess >= timing.breakerWindow;
    },
  };
}
