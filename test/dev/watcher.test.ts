import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { isReady } from "../../src/dev/watcher.ts";

test("a watcher that gets ready is waited for", async () => {
  const watcher = new EventEmitter();
  const answer = isReady(watcher, 60_000);
  watcher.emit("ready");
  expect(await answer).toBe(true);
  expect(watcher.listenerCount("ready")).toBe(0);
});

test("one that never gets ready keeps nobody waiting for ever", async () => {
  const watcher = new EventEmitter();
  expect(await isReady(watcher, 1)).toBe(false);
  expect(watcher.listenerCount("ready")).toBe(0);
});
