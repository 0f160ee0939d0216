import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { runCommand } from "../src/commandLine/command.ts";
import { readOptions } from "../src/commandLine/options.ts";
import { Problem } from "../src/problem.ts";
import { makeCase, type Outcome } from "../test/letterboxd/fuzzCase.ts";
import type { FuzzWork } from "../test/letterboxd/fuzzWorker.ts";

// Damages exports and reads them: the result must be plausible figures or a message.

const usage = `npm run fuzz -- [--seed N] [--count N] [--only CASE]

Damages exports in thousands of ways and reads each.
  --seed N     the seed (default: 1)
  --count N    number of cases (default: 10000)
  --only CASE  only this case`;

/** Milliseconds after which an endless case is stopped; slow cases fail long before. */
const HANGS_AFTER_MS = 60_000;
const WORKER = new URL("../test/letterboxd/fuzzWorker.ts", import.meta.url);

await runCommand(async () => {
  const { values } = readOptions(
    {
      options: {
        seed: { type: "string", default: "1" },
        count: { type: "string", default: "10000" },
        only: { type: "string" },
      },
    },
    usage,
  );
  const seed = whole("seed", values.seed);
  const only = values.only === undefined ? null : whole("only", values.only);
  const numbers =
    only === null ? { from: 0, end: whole("count", values.count) } : { from: only, end: only + 1 };
  if (only !== null) console.log(makeCase(seed, only).what.join("\n"));

  const start = performance.now();
  const temporary = mkdtempSync(join(tmpdir(), "film-ledger-fuzz-"));
  const outcomes: Outcome[] = [];
  try {
    while (numbers.from < numbers.end) {
      await work({ seed, ...numbers, temporary }, (outcome) => {
        outcomes.push(outcome);
        numbers.from = outcome.number + 1;
        if (outcome.result === "failure") tell(seed, outcome);
      });
    }
  } finally {
    rmSync(temporary, { recursive: true });
  }
  report(seed, outcomes, performance.now() - start);
});

function whole(name: string, value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new Problem(`--${name} ${value} is not a whole number from 0 up.`, {
    hint: "npm run fuzz -- --seed 1 --count 10000, or --seed 1 --only 4711 for one case.",
  });
}

/**
 * Runs the cases in a separate thread, because an endless case could not be stopped in this one. Ends
 * after the last case, or after one that hangs.
 */
async function work(task: FuzzWork, take: (outcome: Outcome) => void): Promise<void> {
  // The stack size of a main thread, because a worker's is four times as large and hides overflows.
  const worker = new Worker(WORKER, { workerData: task, resourceLimits: { stackSizeMb: 1 } });
  const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
  let number = task.from;
  const watch = setTimeout(() => {
    take(unended(task.seed, number, `no end after ${HANGS_AFTER_MS / 1000} s`));
    resolve();
  }, HANGS_AFTER_MS);
  worker.on("message", (outcome: Outcome) => {
    number = outcome.number + 1;
    take(outcome);
    if (number === task.end) resolve();
    watch.refresh();
  });
  worker.on("error", reject);
  // A promise that never settles ends the thread without an error.
  worker.on("exit", () => {
    if (number < task.end) take(unended(task.seed, number, "never came to an end"));
    resolve();
  });
  try {
    await ended;
  } finally {
    clearTimeout(watch);
    worker.removeAllListeners();
    await worker.terminate();
  }
}

function unended(seed: number, number: number, error: string): Outcome {
  const { what } = makeCase(seed, number);
  return { number, result: "failure", milliseconds: HANGS_AFTER_MS, what, error };
}

function tell(seed: number, { number, what, error }: Outcome): void {
  console.error(`\nCase ${number}: ${what.join("; ")}\n${error}`);
  console.error(`Again: npm run fuzz -- --seed ${seed} --only ${number}`);
}

function report(seed: number, outcomes: Outcome[], milliseconds: number): void {
  const count = (result: Outcome["result"]) =>
    outcomes.filter((outcome) => outcome.result === result).length;
  const slowest = outcomes.reduce<Outcome | null>(
    (slow, one) => (slow && slow.milliseconds >= one.milliseconds ? slow : one),
    null,
  );
  console.log(`seed       ${seed}`);
  console.log(`cases      ${outcomes.length} in ${Math.round(milliseconds / 1000)} s`);
  console.log(`figures    ${count("figures")}`);
  console.log(`a message  ${count("message")}`);
  console.log(`failures   ${count("failure")}`);
  if (slowest) {
    const { number, milliseconds, what } = slowest;
    console.log(`slowest    case ${number}, ${Math.round(milliseconds)} ms: ${what.join("; ")}`);
  }
  if (count("failure") > 0) process.exitCode = 1;
}
