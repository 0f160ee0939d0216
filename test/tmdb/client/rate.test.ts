import { expect, test } from "vitest";
import { createRate } from "../../../src/tmdb/client/rate.ts";
import { quickTiming } from "../world.ts";

const starts = async (rate: ReturnType<typeof createRate>, count: number) =>
  Promise.all(Array.from({ length: count }, () => rate.slot()));

const mostInAnySecond = (times: number[]) =>
  Math.max(
    ...times.map((time) => times.filter((other) => other >= time && other < time + 1000).length),
  );

test("no second holds more starts than allowed, and hardly fewer", async () => {
  const times = await starts(createRate(10, quickTiming()), 60);
  expect(mostInAnySecond(times)).toBe(10);
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeLessThan(5900 * 1.05);
});

test("after a rest there is no burst", async () => {
  const timing = quickTiming();
  const rate = createRate(10, timing);
  await starts(rate, 1);
  await timing.sleep(60_000);
  const times = await starts(rate, 5);
  expect((times[4] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(350);
});

test("a 429 stops everybody for the time the server names", async () => {
  const rate = createRate(10, quickTiming());
  const [first = 0] = await starts(rate, 1);
  expect(rate.pause()).toBe(0);
  rate.throttled(first, 7000);
  expect(rate.pause()).toBe(7000);
  const [next = 0] = await starts(rate, 1);
  expect(next - first).toBeGreaterThanOrEqual(7000);
});

test("without a named time the pauses are 1, 2, 4 … seconds, at most 30", async () => {
  const rate = createRate(10, quickTiming());
  const pauses: number[] = [];
  for (let i = 0; i < 7; i++) {
    const [start = 0] = await starts(rate, 1);
    pauses.push(rate.throttled(start, null));
  }
  expect(pauses.map((pause) => Math.round(pause / 1000))).toEqual([1, 2, 4, 8, 16, 30, 30]);
});

test("a 429 halves the rate once, however many requests were under way, and ten clean seconds give a tenth back", async () => {
  const timing = quickTiming();
  const rate = createRate(20, timing);
  const [first = 0, second = 0, third = 0] = await starts(rate, 3);
  for (const start of [first, second, third]) rate.throttled(start, 1000);
  expect(rate.current()).toBe(10);
  await timing.sleep(1000 + 10_000);
  rate.answered(await rate.slot());
  expect(rate.current()).toBe(12);
  await timing.sleep(60_000);
  await rate.slot();
  expect(rate.current()).toBe(20);
});

test("after a pause one request goes ahead, and the others when the server has taken it", async () => {
  const timing = quickTiming();
  const rate = createRate(10, timing);
  const pass = async () => {
    for (let second = 0; second < 20; second++) await timing.sleep(1000);
  };
  const [first = 0, late = 0] = await starts(rate, 2);
  rate.throttled(first, 1000);
  const started: number[] = [];
  const all = Array.from({ length: 4 }, async () => started.push(await rate.slot()));
  await pass();
  expect(started).toHaveLength(1);
  // Another that was under way before says nothing of how it is now.
  rate.answered(late);
  await pass();
  expect(started).toHaveLength(1);

  rate.failed(started[0] ?? 0);
  await pass();
  expect(started).toHaveLength(2);
  rate.answered(started[1] ?? 0);
  await Promise.all(all);
  expect(started).toHaveLength(4);
});

test("waiting ends when it is called off", async () => {
  const rate = createRate(1, quickTiming());
  const off = new AbortController();
  await rate.slot();
  const waiting = rate.slot(off.signal);
  off.abort(new Error("called off"));
  await expect(waiting).rejects.toThrow("called off");
  await expect(rate.slot()).resolves.toBeGreaterThan(0);
});
