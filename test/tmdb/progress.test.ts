import { expect, test } from "vitest";
import { logProgress } from "../../src/tmdb/progress.ts";
import { recordingLog } from "./world.ts";

/** A progress whose clock goes on only by `pass`, in milliseconds. */
function world() {
  let time = 0;
  const ticks = new Map<() => void, number>();
  const log = recordingLog();
  const progress = logProgress(log, () => time, {
    every(callback, milliseconds) {
      ticks.set(callback, milliseconds);
      return () => void ticks.delete(callback);
    },
  });
  function pass(milliseconds: number) {
    for (const end = time + milliseconds; time < end; ) {
      time++;
      for (const [callback, interval] of ticks) if (time % interval === 0) callback();
    }
  }
  return { progress, log, pass, ticks };
}

test("a log gets a line every few seconds, with films, rate and time left", () => {
  const { progress, log, pass } = world();
  progress.start(400);
  for (let second = 1; second <= 12; second++) {
    pass(999);
    progress.update(second * 10, { requests: second * 20, note: "" });
    pass(1);
  }
  progress.stop();
  expect(log.lines).toEqual([
    "TMDB: 50 of 400 films, 20.0 requests/s, about 35 s left",
    "TMDB: 100 of 400 films, 20.0 requests/s, about 30 s left",
  ]);
});

test("a server that says nothing is not passed over in silence", () => {
  const { progress, log, pass } = world();
  progress.start(400);
  pass(11_000);
  progress.update(3, { requests: 6, note: "" });
  pass(9000);
  // 15 seconds for three films: 1985 for the 397 others.
  expect(log.lines).toEqual([
    "TMDB: 0 of 400 films, no answer for 5 s",
    "TMDB: 0 of 400 films, no answer for 10 s",
    "TMDB: 3 of 400 films, 0.4 requests/s, about 34 min left",
    "TMDB: 3 of 400 films, no answer for 9 s",
  ]);
});

test("after the end there is no line and no timer left, and a second stop is harmless", () => {
  const { progress, log, pass, ticks } = world();
  progress.stop();
  progress.start(10);
  progress.stop();
  progress.stop();
  pass(20_000);
  expect(ticks.size).toBe(0);
  expect(log.lines).toEqual([]);
});

test("a note says why it is slow", () => {
  const { progress, log, pass } = world();
  progress.start(10);
  pass(4000);
  progress.update(0, { requests: 3, note: "slowed to 5.0/s by TMDB" });
  pass(1000);
  expect(log.lines).toEqual(["TMDB: 0 of 10 films, 0.6 requests/s; slowed to 5.0/s by TMDB"]);
});
