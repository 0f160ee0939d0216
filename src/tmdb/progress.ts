import { SingleBar } from "cli-progress";
import type { Log } from "../log.ts";

export interface ProgressInfo {
  /** Requests sent so far. */
  requests: number;
  /** Why it is slow at the moment, or empty. */
  note: string;
}

/** Shows how far the asking is. `stop` may be called twice, and before `start`. */
export interface Progress {
  /** @param what is counted: "films" */
  start(total: number, what?: string): void;
  update(done: number, info: ProgressInfo): void;
  stop(): void;
}

export const noProgress: Progress = { start() {}, update() {}, stop() {} };

/** A bar in a terminal; elsewhere a line every few seconds. */
export const createProgress = (
  log: Log,
  stream: NodeJS.WriteStream = process.stderr,
  now: () => number = () => performance.now(),
): Progress => (stream.isTTY ? terminalProgress(stream, now) : logProgress(log, now));

/** Calls back every so many milliseconds until what it returned is called. */
export type Every = (callback: () => void, milliseconds: number) => () => void;

const realEvery: Every = (callback, milliseconds) => {
  // A line about progress is no reason to keep the process alive.
  const interval = setInterval(callback, milliseconds).unref();
  return () => clearInterval(interval);
};

/** A line each `interval` milliseconds, also while nothing is answered, and none for a short run. */
export function logProgress(
  log: Log,
  now: () => number = () => performance.now(),
  { interval = 5000, every = realEvery }: { interval?: number; every?: Every } = {},
): Progress {
  let total = 0;
  let what = "";
  let started = 0;
  let latest = { done: 0, requests: 0, note: "", at: 0 };
  let cancel = () => {};

  function write(): void {
    const { done, requests, note, at } = latest;
    const seconds = (now() - started) / 1000;
    const silence = now() - at;
    const left = done > 0 ? `, about ${duration((seconds / done) * (total - done))} left` : "";
    const speed = `${(requests / seconds).toFixed(1)} requests/s`;
    // What was under way before says nothing of how fast a server is that has fallen silent.
    const pace =
      silence < interval ? speed + left : `no answer for ${Math.round(silence / 1000)} s`;
    log.info(`TMDB: ${done} of ${total} ${what}, ${pace}${note && `; ${note}`}`);
  }

  return {
    start(count, noun = "films") {
      total = count;
      what = noun;
      started = now();
      latest = { done: 0, requests: 0, note: "", at: started };
      cancel();
      cancel = every(write, interval);
    },
    update(done, info) {
      latest = { done, ...info, at: now() };
    },
    stop: () => cancel(),
  };
}

function terminalProgress(stream: NodeJS.WriteStream, now: () => number): Progress {
  const bar = new SingleBar({
    stream,
    format: "TMDB {bar} {value}/{total} {what}  {speed}  {left}  {note}",
    barsize: 24,
    // Its own handlers would keep Ctrl-C from ending the process.
    gracefulExit: false,
  });
  let total = 0;
  let started = 0;
  return {
    start(count, what = "films") {
      total = count;
      started = now();
      bar.start(count, 0, { what, speed: "", left: "", note: "" });
    },
    update(done, { requests, note }) {
      const seconds = (now() - started) / 1000;
      bar.update(done, {
        speed: seconds > 1 ? `${(requests / seconds).toFixed(1)} requests/s` : "",
        left: done > 0 && done < total ? `${duration((seconds / done) * (total - done))} left` : "",
        note,
      });
    },
    stop: () => bar.stop(),
  };
}

const duration = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
