import { setTimeout as wait } from "node:timers/promises";

/** Everything here that takes time. Tests hand in one that takes none. Durations in milliseconds. */
export interface Timing {
  /** A clock that only moves forward; its zero means nothing. */
  monotonic(): number;
  /** Rejects with the signal's reason as soon as it is aborted. */
  sleep(duration: number, signal?: AbortSignal): Promise<void>;
  /** 0 to 1, for jitter. */
  random(): number;
  connectTimeout: number;
  /** From the first byte sent to the last byte read. */
  requestTimeout: number;
  /** How long a run of failures must have lasted before it ends the asking. */
  breakerWindow: number;
}

export const realTiming: Timing = {
  monotonic: () => performance.now(),
  async sleep(duration, signal) {
    try {
      await wait(duration, undefined, signal ? { signal } : {});
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  },
  random: Math.random,
  connectTimeout: 10_000,
  requestTimeout: 30_000,
  breakerWindow: 30_000,
};

/** 1, 2, 4 … 30 seconds for the first, second, third … failure, and up to a quarter more. */
export const backoff = (failures: number, random: () => number): number =>
  Math.min(30_000, 1000 * 2 ** (failures - 1)) * (1 + random() / 4);
