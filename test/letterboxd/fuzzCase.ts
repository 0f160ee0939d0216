import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inspect } from "node:util";
import fc from "fast-check";
import { readExport } from "../../src/letterboxd/readExport.ts";
import { quietLog } from "../../src/log.ts";
import { isProblem } from "../../src/problem.ts";
import { arbitraryExport } from "./arbitraryExport.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { damageExport } from "./damage.ts";
import { damagedZip } from "./damageZip.ts";
import { parseFiles, readParsed } from "./readModel.ts";
import { checkSound } from "./soundness.ts";
import { writeExport } from "./writeExport.ts";

/** One damaged export, and how it reaches the reader. */
export interface FuzzCase {
  /** The export it was, the way it is handed over, and every damage. */
  what: string[];
  files: Map<string, Buffer>;
  /** Where the files lie in the data folder, or the zip that is there; null: in memory. */
  place: { folder: string } | { zip: Buffer } | null;
}

export interface Outcome {
  number: number;
  result: "figures" | "message" | "failure";
  milliseconds: number;
  what: string[];
  /** With stack; of a failure only. */
  error: string | null;
}

/** Longer than any small export may take, by far. */
const PATIENCE_MS = 5000;

const ROOT = join(import.meta.dirname, "../..");
const SAMPLE = join(ROOT, "data/sample");
const FIXTURES = join(ROOT, "test/fixtures/exports");

/** The case of this number is the same in every run with the seed. */
export function makeCase(seed: number, number: number): FuzzCase {
  const chance = chanceOf(seed, number);
  const base = wholeExport(chance);
  const { files, damages } = damageExport(base.files, chance);
  const way = chance.below(10);
  if (way >= 4) return { what: [base.name, "in memory", ...damages], files, place: null };
  if (way >= 2) {
    const folder = chance.pick(["", "", "letterboxd-ida", "a/b"]);
    return { what: [base.name, `in folder "${folder}"`, ...damages], files, place: { folder } };
  }
  const { zip, damage } = damagedZip(files, chance);
  return { what: [base.name, ...damages, `in a zip, damage: ${damage}`], files, place: { zip } };
}

/** A small made-up export, a fixture, or the sample, which is the longest and so the rarest. */
function wholeExport(chance: Chance): { name: string; files: Map<string, Buffer> } {
  const kind = chance.below(10);
  if (kind < 1) return { name: "the sample", files: filesIn(SAMPLE) };
  if (kind < 5) {
    const name = chance.pick(
      readdirSync(FIXTURES, { withFileTypes: true }).filter((one) => one.isDirectory()),
    ).name;
    return { name, files: filesIn(join(FIXTURES, name)) };
  }
  const seed = chance.below(2 ** 31);
  const [model] = fc.sample(arbitraryExport, { seed, numRuns: 1 });
  if (!model) throw new Error("fast-check made no export");
  return { name: `made up from ${seed}`, files: writeExport(model) };
}

const filesIn = (folder: string): Map<string, Buffer> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((path) => path.replaceAll("\\", "/"))
      .filter((path) => path.endsWith(".csv"))
      .sort()
      .map((path) => [path, readFileSync(join(folder, path))]),
  );

/** Reads the case; whatever ends in neither sound figures nor a message is a failure. */
export async function runCase(seed: number, number: number, temporary: string): Promise<Outcome> {
  const { what, files, place } = makeCase(seed, number);
  const start = performance.now();
  const outcome = { number, what, error: null };
  const took = () => performance.now() - start;
  try {
    const result = place ? await readFrom(place, files, temporary) : read(files);
    const milliseconds = took();
    if (milliseconds <= PATIENCE_MS) return { ...outcome, result, milliseconds };
    const error = `took ${Math.round(milliseconds)} ms`;
    return { ...outcome, result: "failure", milliseconds, error };
  } catch (error) {
    return { ...outcome, result: "failure", milliseconds: took(), error: inspect(error) };
  }
}

/** A problem with the main files does not excuse what is made of the others. */
function read(files: Map<string, Buffer>): "figures" | "message" {
  const parsed = parseFiles(files);
  checkSound(readParsed(parsed));
  return parsed.problem ? "message" : "figures";
}

async function readFrom(
  place: NonNullable<FuzzCase["place"]>,
  files: Map<string, Buffer>,
  temporary: string,
): Promise<"figures" | "message"> {
  const data = mkdtempSync(join(temporary, "case-"));
  try {
    if ("zip" in place) writeFileSync(join(data, "export.zip"), place.zip);
    else for (const [name, bytes] of files) put(join(data, place.folder, name), bytes);
    const ledger = await readExport({
      dataDir: data,
      sampleDir: SAMPLE,
      buildDate: "2024-06-30",
      log: quietLog,
    });
    checkSound(ledger);
    return "figures";
  } catch (error) {
    if (!isProblem(error) || error.message.trim() === "") throw error;
    return "message";
  } finally {
    rmSync(data, { recursive: true });
  }
}

function put(path: string, bytes: Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}
