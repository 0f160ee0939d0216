import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeCase, type Outcome, runCase } from "./fuzzCase.ts";

// The same as `npm run fuzz -- --seed 1 --count 300`.
const SEED = 1;
const COUNT = 300;

let temporary: string;
beforeAll(() => {
  temporary = mkdtempSync(join(tmpdir(), "film-ledger-fuzz-"));
});
afterAll(() => rmSync(temporary, { recursive: true }));

test("damaged exports end in sound figures or in a message", { timeout: 120_000 }, async () => {
  const outcomes: Outcome[] = [];
  for (let number = 0; number < COUNT; number += 1) {
    outcomes.push(await runCase(SEED, number, temporary));
  }
  const failures = outcomes.filter(({ result }) => result === "failure");
  expect(failures).toEqual([]);
  // Damage that always or never matters would test nothing.
  for (const result of ["figures", "message"] as const) {
    const count = outcomes.filter((outcome) => outcome.result === result).length;
    expect(count).toBeGreaterThan(COUNT / 10);
  }
});

test("a case comes out the same from its seed and number alone", () => {
  const wanted = makeCase(SEED, 7);
  makeCase(SEED, 6);
  expect(makeCase(SEED, 7)).toEqual(wanted);
  expect(makeCase(SEED + 1, 7)).not.toEqual(wanted);
});
