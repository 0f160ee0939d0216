interface Watcher {
  once(event: "ready", listener: () => void): unknown;
  off(event: "ready", listener: () => void): unknown;
}

/**
 * Waits until a file watcher is ready; false if it is not ready after `patience` milliseconds, for
 * instance because the system limits the number of watched files.
 */
export function isReady(watcher: Watcher, patience = 10_000): Promise<boolean> {
  return new Promise((resolve) => {
    const ready = () => end(true);
    const impatience = setTimeout(() => end(false), patience);
    function end(isIt: boolean): void {
      clearTimeout(impatience);
      watcher.off("ready", ready);
      resolve(isIt);
    }
    watcher.once("ready", ready);
  });
}
