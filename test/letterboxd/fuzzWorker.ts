import { parentPort, workerData } from "node:worker_threads";
import { runCase } from "./fuzzCase.ts";

/** What a worker is given; it sends one Outcome for each number from `from` to `end` - 1. */
export interface FuzzWork {
  seed: number;
  from: number;
  end: number;
  /** Folder for the exports it writes. */
  temporary: string;
}

const { seed, from, end, temporary }: FuzzWork = workerData;
for (let number = from; number < end; number += 1) {
  parentPort?.postMessage(await runCase(seed, number, temporary));
}
