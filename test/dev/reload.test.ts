import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { createReload } from "../../src/dev/reload.ts";

/** A reload whose loads and whose wait for quiet end when the test says so. */
function world() {
  const loads: { signal: AbortSignal; end: (value: string) => void; fail: (e: Error) => void }[] =
    [];
  const shown: string[] = [];
  const failures: unknown[] = [];
  const waits = new Map<() => void, number>();
  const reload = createReload<string>({
    load: (signal) =>
      new Promise((end, fail) => {
        loads.push({ signal, end, fail });
      }),
    show: (value) => void shown.push(value),
    fail: (error) => void failures.push(error),
    timer(callback, milliseconds) {
      waits.set(callback, milliseconds);
      return () => void waits.delete(callback);
    },
  });
  /** Nothing changes for as long as was asked for; how long that was. */
  async function becomeQuiet() {
    const durations = [...waits.values()];
    for (const callback of [...waits.keys()]) {
      waits.delete(callback);
      callback();
    }
    await turn();
    return durations;
  }
  return { reload, loads, shown, failures, becomeQuiet };
}

test("many changes at once cost one load, after 300 ms of quiet", async () => {
  const { reload, loads, shown, becomeQuiet } = world();
  for (let i = 0; i < 20; i++) reload.changed();
  expect(loads).toHaveLength(0);
  expect(await becomeQuiet()).toEqual([300]);
  expect(loads).toHaveLength(1);
  loads[0]?.end("new");
  await turn();
  expect(shown).toEqual(["new"]);
});

test("a change aborts the load under way, and the next waits until that one has ended", async () => {
  const { reload, loads, shown, becomeQuiet } = world();
  reload.start();
  await turn();
  reload.changed();
  expect(loads[0]?.signal.aborted).toBe(true);
  await becomeQuiet();
  expect(loads).toHaveLength(1);

  // It had all it needed when it was aborted: what it brings is old all the same.
  loads[0]?.end("old");
  await turn();
  expect(loads).toHaveLength(2);
  expect(loads[1]?.signal.aborted).toBe(false);
  loads[1]?.end("new");
  await turn();
  expect(shown).toEqual(["new"]);
});

test("of several loads that wait behind a slow one only the newest is made", async () => {
  const { reload, loads, shown, becomeQuiet } = world();
  reload.start();
  await turn();
  for (let i = 0; i < 3; i++) {
    reload.changed();
    await becomeQuiet();
  }
  loads[0]?.fail(new Error("aborted"));
  await turn();
  expect(loads).toHaveLength(2);
  loads[1]?.end("newest");
  await turn();
  expect(shown).toEqual(["newest"]);
});

test("a load that fails is reported, and the pages stay as they were", async () => {
  const { reload, loads, shown, failures, becomeQuiet } = world();
  reload.start();
  await turn();
  loads[0]?.end("first");
  await turn();
  reload.changed();
  await becomeQuiet();
  loads[1]?.fail(new Error("half an export"));
  await turn();
  expect(failures).toEqual([new Error("half an export")]);
  expect(shown).toEqual(["first"]);

  reload.changed();
  await becomeQuiet();
  loads[2]?.end("whole");
  await turn();
  expect(shown).toEqual(["first", "whole"]);
});

test("what an overtaken load fails with is not told", async () => {
  const { reload, loads, failures } = world();
  reload.start();
  await turn();
  reload.changed();
  loads[0]?.fail(new Error("half an export"));
  await turn();
  expect(failures).toEqual([]);
});
