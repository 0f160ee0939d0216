import { SingleBar } from "cli-progress";
import { grouped } from "../../counted.ts";
import type { Log } from "../../log.ts";

/** How the asking stands. */
export interface Pace {
  /** Sent so far. */
  requests: number;
  /** Milliseconds that the server wants nobody to start for; 0 outside a pause. */
  pause: number;
  /** Requests a second, where a server has slowed them down; null at full speed. */
  slowedTo: number | null;
  /** Why no connection has been made lately, though some were tried; null otherwise. */
  unreached: string | null;
}

/** Shows how far the asking is. `stop` may be called twice, and before `start`. */
export interface Progress {
  /**
   * @param what is counted: "films"
   * @param pace is looked at whenever something is shown, also while nothing is answered
   */
  start(total: number, what: string, pace: () => Pace): void;
  /** @param failed of those that are over, beside the done ones */
  update(done: number, failed?: number): void;
  stop(): void;
}

export const noProgress: Progress = { start() {}, update() {}, stop() {} };

/** A bar in a terminal; elsewhere a line every few seconds. */
export const createProgress = (log: Log, stream: NodeJS.WriteStream = process.stderr): Progress =>
  stream.isTTY ? terminalProgress(stream) : logProgress(log);

/** Calls back every so many milliseconds until what it returned is called. */
export type Every = (callback: () => void, milliseconds: number) => () => void;

const realEvery: Every = (callback, milliseconds) => {
  // A line about progress is no reason to keep the process alive.
  const interval = setInterval(callback, milliseconds).unref();
  return () => clearInterval(interval);
};

interface Clock {
  now?: () => number;
  every?: Every;
}

/** Milliseconds without an answer that are worth a word. */
const SILENCE = 5000;
/** Milliseconds between two looks at how it stands. */
const REFRESH_INTERVAL = 1000;
/** A log gets a line of every so many looks. */
const REFRESHES_PER_LINE = 5;

/**
 * A line each five seconds, also while nothing is answered, and none for a short run. That no connection
 * can be made is said at once.
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

/** A bar with the same words, looked after each second. */
export function terminalProgress(stream: NodeJS.WriteStream, clock: Clock = {}): Progress {
  const bar = new SingleBar({
    stream,
    format: "TMDB {bar} {value}/{total} {what}  {pace}",
    barsize: 24,
    formatValue: (value) => grouped(value),
    // Its own handlers would keep Ctrl-C from ending the process.
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
  /** Speed and time left, or what it waits for. */
  pace: string;
  isUnreached: boolean;
}

interface Display {
  begin(state: ProgressState): void;
  answered(standing: ProgressState): void;
  /** Called in each interval. */
  refresh(standing: ProgressState): void;
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
  const standing = (): ProgressState => {
    const { done, failed, at } = latest;
    const passed = now() - started;
    const current = pace();
    const text = describePace(current, { done, failed, total, passed, silence: now() - at });
    return { done, total, what, pace: text, isUnreached: current.unreached !== null };
  };
  return {
    start(count, noun, look) {
      cancel();
      total = count;
      what = noun;
      pace = look;
      started = now();
      latest = { done: 0, failed: 0, at: started };
      display.begin(standing());
      cancel = every(() => display.refresh(standing()), interval);
    },
    update(done, failed = 0) {
      latest = { done, failed, at: now() };
      display.answered(standing());
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
  if (pause > 0) return `TMDB asks to wait, ${Math.ceil(pause / 1000)} s${slowed}`;
  if (unreached !== null) return `cannot be reached (${unreached}), trying again`;
  // What was under way before says nothing of how fast a server is that has fallen silent.
  if (silence >= SILENCE) return `no answer for ${Math.round(silence / 1000)} s${slowed}`;
  const seconds = passed / 1000;
  const open = total - done - failed;
  // Of the first moments no rate can be told.
  if (seconds < 1) return "";
  const left = done > 0 && open > 0 ? `, about ${duration((seconds / done) * open)} left` : "";
  const lost = failed > 0 ? `, ${grouped(failed)} failed` : "";
  return `${(requests / seconds).toFixed(1)} requests/s${left}${lost}${slowed}`;
}

const duration = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
