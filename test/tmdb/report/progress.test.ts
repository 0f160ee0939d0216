import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import type { Pace } from "../../../src/tmdb/client/client.ts";
import { logProgress, terminalProgress } from "../../../src/tmdb/report/progress.ts";
import { recordingLog } from "../world.ts";

const fullSpeed: Pace = { requests: 0, pause: 0, slowedTo: null, unreached: null };

/** A clock that goes on only by `pass`, in milliseconds. */
function clockwork() {
  let time = 0;
  const ticks = new Map<() => void, number>();
  function pass(milliseconds: number) {
    for (const end = time + milliseconds; time < end; ) {
      time++;
      for (const [callback, interval] of ticks) if (time % interval === 0) callback();
    }
  }
  const clock = {
    now: () => time,
    every(callback: () => void, milliseconds: number) {
      ticks.set(callback, milliseconds);
      return () => void ticks.delete(callback);
    },
  };
  return { clock, pass, ticks };
}

function logging() {
  const { clock, ...rest } = clockwork();
  const log = recordingLog();
  return { ...rest, log, progress: logProgress(log, clock) };
}

/** A bar, and what the terminal showed last. */
function drawing() {
  const { clock, ...rest } = clockwork();
  let shown = "";
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 120 });
  // A stream would hand it on later.
  stream.write = (text: unknown) => {
    shown += text;
    return true;
  };
  const progress = terminalProgress(stream as unknown as NodeJS.WriteStream, clock);
  /** Ends the bar, which draws it once more as it was last told. */
  const last = () => {
    progress.stop();
    const [line = ""] = shown.split("TMDB ==").at(-1)?.split("\u001b") ?? [];
    return line.replace(/^[=-]+ /, "");
  };
  return { ...rest, progress, last };
}

test("a log gets a line every few seconds, with films, rate and time left", () => {
  const { progress, log, pass } = logging();
  let requests = 0;
  progress.start(400, "films", () => ({ ...fullSpeed, requests }));
  for (let second = 1; second <= 12; second++) {
    pass(999);
    requests = second * 20;
    progress.update(second * 10);
    pass(1);
  }
  progress.stop();
  expect(log.lines).toEqual([
    "TMDB: 50 of 400 films, 20.0 requests/s, about 35 s left",
    "TMDB: 100 of 400 films, 20.0 requests/s, about 30 s left",
  ]);
});

test("a server that says nothing is not passed over in silence", () => {
  const { progress, log, pass } = logging();
  progress.start(400, "posters", () => ({ ...fullSpeed, requests: 6 }));
  pass(11_000);
  progress.update(3);
  pass(9000);
  // 15 seconds for three: 1985 for the 397 others.
  expect(log.lines).toEqual([
    "TMDB: 0 of 400 posters, no answer for 5 s",
    "TMDB: 0 of 400 posters, no answer for 10 s",
    "TMDB: 3 of 400 posters, 0.4 requests/s, about 34 min left",
    "TMDB: 3 of 400 posters, no answer for 9 s",
  ]);
});

test("that no connection can be made is said within a second, in a log and beside a bar", () => {
  const why = "ECONNREFUSED 127.0.0.1:9";
  const away = (): Pace => ({ ...fullSpeed, requests: 2, unreached: why });
  const { progress, log, pass } = logging();
  let look: () => Pace = () => fullSpeed;
  progress.start(400, "films", () => look());
  pass(1500);
  look = away;
  pass(9500);
  const said = `TMDB: 0 of 400 films, cannot be reached (${why}), trying again`;
  // At 2 s, 5 s and 10 s.
  expect(log.lines).toEqual([said, said, said]);

  const bar = drawing();
  bar.progress.start(400, "films", away);
  bar.progress.update(40);
  bar.pass(1000);
  expect(bar.last()).toContain(`40/400 films  cannot be reached (${why}), trying again`);
});

test("what failed is not done, and says nothing of the time left", () => {
  const { progress, log, pass } = logging();
  let requests = 0;
  progress.start(100, "films", () => ({ ...fullSpeed, requests }));
  pass(4000);
  requests = 60;
  progress.update(0, 12);
  pass(1000);
  progress.update(20, 30);
  pass(5000);
  // 10 seconds for 20: 25 for the 50 others. The second line is as silent as five seconds are.
  expect(log.lines).toEqual([
    "TMDB: 0 of 100 films, 12.0 requests/s, 12 failed",
    "TMDB: 20 of 100 films, no answer for 5 s",
  ]);
});

test("after the end there is no line and no timer left, and a second stop is harmless", () => {
  const { progress, log, pass, ticks } = logging();
  progress.stop();
  progress.start(10, "films", () => fullSpeed);
  progress.stop();
  progress.stop();
  pass(20_000);
  expect(ticks.size).toBe(0);
  expect(log.lines).toEqual([]);
});

test("a line says why it is slow, and for how long nobody is asked", () => {
  const { progress, log, pass } = logging();
  let pace: Pace = { requests: 3, pause: 0, slowedTo: 5, unreached: null };
  progress.start(10, "films", () => pace);
  pass(4000);
  progress.update(0);
  pass(1000);
  pace = { ...pace, pause: 11_400 };
  pass(5000);
  expect(log.lines).toEqual([
    "TMDB: 0 of 10 films, 0.6 requests/s; slowed to 5.0/s by TMDB",
    "TMDB: 0 of 10 films, waiting 12 s as TMDB asked; slowed to 5.0/s by TMDB",
  ]);
});

test("a bar shows films, rate and time left", () => {
  const { progress, pass, last } = drawing();
  progress.start(400, "films", () => ({ ...fullSpeed, requests: 100 }));
  pass(5000);
  progress.update(50);
  expect(last()).toBe("50/400 films  20.0 requests/s, about 35 s left");
});

test("a bar goes on telling while nothing is answered: how long, and what it waits for", () => {
  const silent = drawing();
  silent.progress.start(400, "posters", () => fullSpeed);
  silent.pass(1000);
  silent.progress.update(70);
  silent.pass(17_000);
  expect(silent.last()).toBe("70/400 posters  no answer for 17 s");

  const paused = drawing();
  let pause = 20_000;
  paused.progress.start(400, "films", () => ({
    requests: 9,
    pause,
    slowedTo: 17.5,
    unreached: null,
  }));
  paused.progress.update(40);
  for (let second = 0; second < 8; second++) {
    pause -= 1000;
    paused.pass(1000);
  }
  expect(paused.last()).toBe("40/400 films  waiting 12 s as TMDB asked; slowed to 17.5/s by TMDB");
  expect(paused.ticks.size).toBe(0);
});
