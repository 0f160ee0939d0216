import { expect, test } from "vitest";
import { logProgress } from "../../src/tmdb/progress.ts";
import { recordingLog } from "./world.ts";

test("a log gets a line every few seconds, with films, rate and time left", () => {
  let time = 0;
  const log = recordingLog();
  const progress = logProgress(log, () => time);
  progress.start(400);
  for (time = 1000; time <= 12_000; time += 1000) {
    progress.update(time / 100, { requests: time / 50, note: "" });
  }
  progress.stop();
  expect(log.lines).toEqual([
    "TMDB: 50 of 400 films, 20.0 requests/s, about 35 s left",
    "TMDB: 100 of 400 films, 20.0 requests/s, about 30 s left",
  ]);
});

test("a note says why it is slow", () => {
  let time = 0;
  const log = recordingLog();
  const progress = logProgress(log, () => time);
  progress.start(10);
  time = 6000;
  progress.update(0, { requests: 3, note: "slowed to 5.0/s by TMDB" });
  expect(log.lines).toEqual(["TMDB: 0 of 10 films, 0.5 requests/s; slowed to 5.0/s by TMDB"]);
});
