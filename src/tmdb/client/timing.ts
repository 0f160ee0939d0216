import { setTimeout as wait } from "node:timers/promises";

/** All waiting and time limits, in milliseconds. Tests pass one without waiting. */
export interface Timing {
  /** A clock that never goes back, with an arbitrary zero. */
  monotonic(): number;
  /** Rejects with the signal's reason as soon as it is aborted. */
  sleep(duration: number, signal?: AbortSignal): Promise<void>;
  /** 0 to 1, for jitter. */
  random(): number;
  connectTimeout: number;
  /** From the first byte sent to the last byte read. */
  requestTimeout: number;
  /** How long a series of failures must last before the run ends. */
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

/** 1, 2, 4 … 30 seconds after the first, second, third … failure, plus up to a quarter at random. */
export const backoff = (failures: number, random: () => number): number =>
  Math.min(30_000, 1000 * 2 ** (failures - 1)) * (1 + random() / 4);
