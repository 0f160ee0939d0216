import { expect, test } from "vitest";
import { createBreaker } from "../../../src/tmdb/client/breaker.ts";
import { quickTiming } from "../world.ts";

function world() {
  const timing = quickTiming();
  const breaker = createBreaker(timing);
  /** So many failures, so many milliseconds apart; how many it took until it had enough. */
  async function fail(times: number, apart: number, asked = 0): Promise<number | null> {
    for (let count = 1; count <= times; count++) {
      if (breaker.failure(asked)) return count;
      await timing.sleep(apart);
    }
    return null;
  }
  return { timing, breaker, fail };
}

test("twenty failures over half a minute are enough, fewer or quicker ones are not", async () => {
  // The twentieth comes 19 pauses after the first: 28.5 s, or 30.4.
  expect(await world().fail(20, 1500)).toBeNull();
  expect(await world().fail(20, 1600)).toBe(20);
  expect(await world().fail(19, 2000)).toBeNull();
});

test("a success begins the counting anew", async () => {
  const { breaker, fail } = world();
  await fail(19, 10_000);
  breaker.success();
  expect(await fail(19, 10_000)).toBeNull();
});

test("a server that answers seldom, and then with a failure, is given five minutes", async () => {
  expect(await world().fail(20, 30_000)).toBe(11);
});

test("a server that asks for five minutes each time is given five failures", async () => {
  expect(await world().fail(20, 300_000, 300_000)).toBe(5);
});

test.each([2, 4, 19])(
  "a lid closed among failures, after %i of them, is no outage: the counting begins anew",
  async (before) => {
    const { timing, fail } = world();
    await fail(before, 1000);
    await timing.sleep(8 * 3_600_000);
    expect(await fail(19, 2000)).toBeNull();
    expect(await fail(1, 0)).toBe(1);
  },
);

test("two failures around a pause of five minutes are no outage", async () => {
  const { fail } = world();
  expect(await fail(1, 300_000, 300_000)).toBeNull();
  expect(await fail(1, 0)).toBeNull();
});

test("after a night with the lid closed a broken connection is one failure, not an outage", async () => {
  const { timing, breaker, fail } = world();
  breaker.success();
  await timing.sleep(8 * 3_600_000);
  expect(await fail(25, 1)).toBeNull();
});
