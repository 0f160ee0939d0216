import { SingleBar } from "cli-progress";
import { grouped } from "../../counted.ts";
import type { Log } from "../../log.ts";
import type { Pace } from "../client/client.ts";

/** Shows how many items are done. `stop` may be called twice, and before `start`. */
export interface Progress {
  /**
   * @param what the plural of what is counted: "films"
   * @param pace called each time the display is refreshed, even while no answer arrives
   */
  start(total: number, what: string, pace: () => Pace): void;
  /** @param failed items that failed, not included in `done` */
  update(done: number, failed?: number): void;
  stop(): void;
}

export const noProgress: Progress = { start() {}, update() {}, stop() {} };

/** A bar in a terminal; otherwise a line every few seconds. */
export const createProgress = (log: Log, stream: NodeJS.WriteStream = process.stderr): Progress =>
  stream.isTTY ? terminalProgress(stream) : logProgress(log);

/** Calls back at an interval until the returned function is called. */
type Every = (callback: () => void, milliseconds: number) => () => void;

const realEvery: Every = (callback, milliseconds) => {
  // Unreferenced, so that the interval does not keep the process alive.
  const interval = setInterval(callback, milliseconds).unref();
  return () => clearInterval(interval);
};

interface Clock {
  now?: () => number;
  every?: Every;
}

/** Milliseconds without an answer after which the display says so. */
const SILENCE = 5000;
/** Milliseconds between two refreshes of the display. */
const REFRESH_INTERVAL = 1000;
/** A log gets a line at every fifth refresh. */
const REFRESHES_PER_LINE = 5;

/**
 * Logs a line every five seconds, even while no answer arrives, and none for a short run. A lost
 * connection is logged at once.
 */
export function logProgress(log: Log, clock: Clock = {}): Progress {
  let refreshes = 0;
  let wasUnreached = false;
  return trackProgress(clock, REFRESH_INTERVAL, {
    begin() {
      refreshes = 0;
    },
    answered() {},
    refresh({ done, total, what, pace, isUnreached }) {
      refreshes += 1;
      const isNews = isUnreached && !wasUnreached;
      wasUnreached = isUnreached;
      if (isNews || refreshes % REFRESHES_PER_LINE === 0) {
        log.info(`TMDB: ${grouped(done)} of ${grouped(total)} ${what}, ${pace}`);
      }
    },
    end() {},
  });
}

/** A bar with the same words, refreshed every second. */
export function terminalProgress(stream: NodeJS.WriteStream, clock: Clock = {}): Progress {
  const bar = new SingleBar({
    stream,
    format: "TMDB {bar} {value}/{total} {what}  {pace}",
    barsize: 24,
    formatValue: (value) => grouped(value),
    // The bar's own handlers would prevent Ctrl-C from ending the process.
    gracefulExit: false,
  });
  return trackProgress(clock, REFRESH_INTERVAL, {
    begin: ({ total, what, pace }) => bar.start(total, 0, { what, pace }),
    answered: ({ done, pace }) => bar.update(done, { pace }),
    refresh: ({ done, pace }) => bar.update(done, { pace }),
    end: () => bar.stop(),
  });
}

interface ProgressState {
  done: number;
  total: number;
  what: string;
  /** Speed and time left, or the reason for waiting. */
  pace: string;
  isUnreached: boolean;
}

interface Display {
  begin(state: ProgressState): void;
  answered(state: ProgressState): void;
  /** Called at each interval. */
  refresh(state: ProgressState): void;
  end(): void;
}

function trackProgress(
  { now = () => performance.now(), every = realEvery }: Clock,
  interval: number,
  display: Display,
): Progress {
  let total = 0;
  let what = "";
  let pace: () => Pace = () => ({ requests: 0, pause: 0, slowedTo: null, unreached: null });
  let started = 0;
  let latest = { done: 0, failed: 0, at: 0 };
  let cancel = () => {};
  const state = (): ProgressState => {
    const { done, failed, at } = latest;
    const passed = now() - started;
    const current = pace();
    const text = describePace(current, { done, failed, total, passed, silence: now() - at });
    return { done, total, what, pace: text, isUnreached: current.unreached !== null };
  };
  return {
    start(count, noun, currentPace) {
      cancel();
      total = count;
      what = noun;
      pace = currentPace;
      started = now();
      latest = { done: 0, failed: 0, at: started };
      display.begin(state());
      cancel = every(() => display.refresh(state()), interval);
    },
    update(done, failed = 0) {
      latest = { done, failed, at: now() };
      display.answered(state());
    },
    stop() {
      cancel();
      display.end();
    },
  };
}

function describePace(
  { requests, pause, slowedTo, unreached }: Pace,
  {
    done,
    failed,
    total,
    passed,
    silence,
  }: { done: number; failed: number; total: number; passed: number; silence: number },
): string {
  const slowed = slowedTo === null ? "" : `; slowed to ${slowedTo.toFixed(1)}/s by TMDB`;
  if (pause > 0) return `waiting ${Math.ceil(pause / 1000)} s as TMDB asked${slowed}`;
  if (unreached !== null) return `cannot be reached (${unreached}), trying again`;
  // The speed so far says nothing about a server that has stopped answering.
  if (silence >= SILENCE) return `no answer for ${Math.round(silence / 1000)} s${slowed}`;
  const seconds = passed / 1000;
  const open = total - done - failed;
  // The first second is too short to measure a rate.
  if (seconds < 1) return "";
  const left = done > 0 && open > 0 ? `, about ${duration((seconds / done) * open)} left` : "";
  const lost = failed > 0 ? `, ${grouped(failed)} failed` : "";
  return `${(requests / seconds).toFixed(1)} requests/s${left}${lost}${slowed}`;
}

const duration = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
