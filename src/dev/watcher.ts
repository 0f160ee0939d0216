interface Watcher {
  once(event: "ready", listener: () => void): unknown;
  off(event: "ready", listener: () => void): unknown;
}

/**
 * Whether a watcher of files comes to know them all. One that says nothing for `patience` milliseconds,
 * as where the system lets nobody watch so many files, is waited for no longer.
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
