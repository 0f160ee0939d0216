import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readExport } from "../../src/letterboxd/readExport.ts";
import { quietLog } from "../../src/log.ts";
import { Problem } from "../../src/problem.ts";
import { actualFigures, readExpected } from "./expected.ts";

const EXPORTS = join(import.meta.dirname, "../fixtures/exports");

const cases = readdirSync(EXPORTS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const read = (name: string) =>
  readExport({
    dataDir: join(EXPORTS, name),
    sampleDir: join(EXPORTS, "no sample"),
    buildDate: "2024-06-30",
    log: quietLog,
  });

/** Of an object with two levels, the keys that another one has. */
function partOf(whole: object, wanted: object): object {
  const entries = Object.entries(wanted).map(([key, value]) => {
    const found: unknown = Reflect.get(whole, key);
    const isDeeper = isPlain(value) && isPlain(found);
    return [key, isDeeper ? keysOf(found, value) : found];
  });
  return Object.fromEntries(entries);
}

const keysOf = (whole: object, wanted: object): object =>
  Object.fromEntries(Object.keys(wanted).map((key) => [key, Reflect.get(whole, key)]));

const isPlain = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

describe("the export", () => {
  test.each(cases)("%s gives the figures, or the message, worked out by hand", async (name) => {
    const expected = readExpected(join(EXPORTS, name));
    if ("problem" in expected) {
      const reading = read(name);
      await expect(reading).rejects.toBeInstanceOf(Problem);
      await expect(reading).rejects.toThrow(expected.problem);
      return;
    }
    const ledger = await read(name);
    const { complaints, ...figures } = expected;
    expect(partOf(actualFigures(ledger), figures)).toEqual(figures);

    // A message that holds the text which is asked for stands for it; any other shows in full.
    const found = ledger.complaints.map(({ file, line, level, message }, at) => {
      const text = complaints[at]?.text;
      return { file, line, level, text: text && message.includes(text) ? text : message };
    });
    expect(found).toEqual(complaints);
  });
});
