import { backoff, type Timing } from "./timing.ts";

/** Where requests wait for their turn. */
export interface Rate {
  /** Resolves when a request may start, with the time it does. */
  slot(signal?: AbortSignal): Promise<number>;
  /**
   * The server answered 429 to a request that started at `started`: nobody starts for `retryAfter`
   * milliseconds, or for 1, 2, 4 … 30 s when the server names no time. Gives the pause.
   *
   * @param retryAfter above 0, or null
   */
  throttled(started: number, retryAfter: number | null): number;
  /** The server answered otherwise. */
  answered(started: number): void;
  /** No answer came. */
  failed(started: number): void;
  /** Requests a second at present. */
  current(): number;
  /** Milliseconds for which the server still wants nobody to start; 0 outside a pause. */
  pause(): number;
}

const CLEAN_PERIOD = 10_000;
// A request that starts late must not make its followers late for good, nor let them start at once.
const CATCH_UP = 25;
// Requests a second apart when sent may arrive a little closer.
const WINDOW = 1025;

/**
 * At most `perSecond` starts in any second, evenly spaced. A 429 halves the rate, and each ten
 * seconds without one give a tenth of `perSecond` back. After the pause one request goes ahead, and
 * the others follow when the server takes it. Every start must be reported by one of `throttled`,
 * `answered` and `lost`.
 */
export function createRate(perSecond: number, timing: Timing): Rate {
  let rate = perSecond;
  let next = 0;
  let pausedUntil = 0;
  let slowedAt = Number.NEGATIVE_INFINITY;
  let cleanSince = 0;
  let throttles = 0;
  let probe: { started: number; over: PromiseWithResolvers<void> } | null = null;
  let starts: number[] = [];
  let tail: Promise<unknown> = Promise.resolve();

  function recover(now: number): void {
    while (rate < perSecond && now - cleanSince >= CLEAN_PERIOD) {
      rate = Math.min(perSecond, rate + perSecond / 10);
      cleanSince += CLEAN_PERIOD;
    }
  }

  async function waitForSlot(signal?: AbortSignal): Promise<number> {
    for (;;) {
      if (probe) await probe.over.promise;
      signal?.throwIfAborted();
      const now = timing.monotonic();
      recover(now);
      const oldest = starts.at(-Math.max(1, Math.floor(rate)));
      const due = Math.max(next, pausedUntil, oldest === undefined ? 0 : oldest + WINDOW);
      if (due <= now) {
        next = Math.max(next, now - CATCH_UP) + 1000 / rate;
        starts.push(now);
        if (throttles > 0) probe = { started: now, over: Promise.withResolvers() };
        if (starts.length > 2 * perSecond + 2) starts = starts.slice(-Math.ceil(perSecond));
        return now;
      }
      // A pause may be prolonged meanwhile, so everything is looked at again after the sleep.
      await timing.sleep(due - now, signal);
    }
  }

  function endProbe(started: number): void {
    if (probe?.started !== started) return;
    probe.over.resolve();
    probe = null;
  }

  return {
    slot(signal) {
      // One waits at a time, the others in line behind: two timers could fire together.
      const turn = tail.then(() => waitForSlot(signal));
      // An abort reaches the caller of this turn; those behind wait for its end alone.
      tail = turn.catch(() => {});
      return turn;
    },
    throttled(started, retryAfter) {
      const now = timing.monotonic();
      // Requests that were under way when the first was refused tell nothing new.
      if (started > slowedAt) {
        throttles++;
        rate = Math.max(1, rate / 2);
        slowedAt = now;
      }
      const pause = Math.max(
        retryAfter ?? 0,
        retryAfter === null || throttles > 1 ? backoff(throttles, timing.random) : 0,
      );
      pausedUntil = Math.max(pausedUntil, now + pause);
      cleanSince = pausedUntil;
      endProbe(started);
      return pausedUntil - now;
    },
    answered(started) {
      if (started > slowedAt) throttles = 0;
      endProbe(started);
    },
    failed: endProbe,
    current: () => rate,
    pause: () => Math.max(0, pausedUntil - timing.monotonic()),
  };
}
