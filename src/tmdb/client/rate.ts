import { backoff, type Timing } from "./timing.ts";

/** Decides when each request may start. */
export interface Rate {
  /** Resolves with the start time as soon as a request may start. */
  slot(signal?: AbortSignal): Promise<number>;
  /**
   * The server answered 429 to the request that started at `started`. No request starts for `retryAfter`
   * milliseconds, or for 1, 2, 4 … 30 s if the server gives no time. Returns the pause.
   *
   * @param retryAfter above 0, or null
   */
  throttled(started: number, retryAfter: number | null): number;
  /** The server answered with another status. */
  answered(started: number): void;
  /** No answer came. */
  failed(started: number): void;
  /** Requests a second at the moment. */
  current(): number;
  /** Milliseconds left of the server's pause; 0 outside a pause. */
  pause(): number;
}

const CLEAN_PERIOD = 10_000;
// After a late start the next ones catch up by this much: neither all at once nor late for good.
const CATCH_UP = 25;
// A little over a second, because requests can arrive closer together than they were sent.
const WINDOW = 1025;

/**
 * Allows at most `perSecond` starts in any second, evenly spaced. A 429 halves the rate, and every ten
 * seconds without one raise it by a tenth of `perSecond`. After a pause a single request goes first, and
 * the others follow once the server accepts it. Every start must be reported by one of `throttled`,
 * `answered` and `failed`.
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
      // The pause may grow during the sleep, so the loop checks everything again.
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
      // Requests queue behind each other, because two timers could fire together.
      const turn = tail.then(() => waitForSlot(signal));
      // The caller gets an abort as an error; those behind only wait for the end.
      tail = turn.catch(() => {});
      return turn;
    },
    throttled(started, retryAfter) {
      const now = timing.monotonic();
      // Refusals of requests that were already on their way say nothing new.
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
