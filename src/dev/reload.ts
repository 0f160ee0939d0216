/** Calls back once after some milliseconds; calling the returned function cancels it. */
export type Timer = (callback: () => void, milliseconds: number) => () => void;

const realTimer: Timer = (callback, milliseconds) => {
  const timeout = setTimeout(callback, milliseconds);
  return () => clearTimeout(timeout);
};

export interface Reload {
  /** Loads without waiting for quiet. */
  start(): void;
  /** Reports a change: the load under way is outdated, and a new one starts once changes stop. */
  changed(): void;
}

/**
 * Loads the newest state, one load at a time. A change aborts the load under way; the next one begins
 * after `quiet` milliseconds without a change and after the aborted one has ended. `show` gets the
 * results of loads that were not aborted, `fail` their errors and those of `show`.
 */
export function createReload<T>({
  load,
  show,
  fail,
  quiet = 300,
  timer = realTimer,
}: {
  load: (signal: AbortSignal) => Promise<T>;
  show: (value: T) => void | Promise<void>;
  fail: (error: unknown) => void;
  quiet?: number;
  timer?: Timer;
}): Reload {
  let newest = new AbortController();
  let last: Promise<void> = Promise.resolve();
  let cancel = () => {};

  function start(): void {
    newest = new AbortController();
    const { signal } = newest;
    last = last.then(() => attempt(signal));
  }

  async function attempt(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    try {
      const value = await load(signal);
      if (!signal.aborted) await show(value);
    } catch (error) {
      // Errors of an aborted load are about files that have changed since.
      if (!signal.aborted) fail(error);
    }
  }

  return {
    start,
    changed() {
      newest.abort();
      cancel();
      cancel = timer(start, quiet);
    },
  };
}
