/** Calls back once after so many milliseconds, unless what it returned is called before. */
export type Timer = (callback: () => void, milliseconds: number) => () => void;

const realTimer: Timer = (callback, milliseconds) => {
  const timeout = setTimeout(callback, milliseconds);
  return () => clearTimeout(timeout);
};

export interface Reload {
  /** Loads without waiting for quiet. */
  start(): void;
  /** Something has changed: what is under way is out of date, and is loaded anew once all is quiet. */
  changed(): void;
}

/**
 * Loads one at a time, always the newest state: a change aborts the load under way, the next one
 * begins after `quiet` milliseconds without a change and after the aborted one has ended. `show` gets
 * only what nothing has overtaken, `fail` what such a load (or `show`) threw.
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
      // What an overtaken load says of files that have changed since is of no use to anybody.
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
