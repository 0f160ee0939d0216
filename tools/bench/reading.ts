import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readFolder } from "../../src/letterboxd/folder.ts";
import { readExport } from "../../src/letterboxd/readExport.ts";
import { quietLog } from "../../src/log.ts";
import { type Files, multiplied } from "./multipliedExport.ts";

const SIZES = [
  { films: 2700, reach: 0.3 },
  { films: 20_000, reach: 1.5 },
];
const RUNS = 5;

/** How long it takes to read and join an export, multiplied to 2,700 and to 20,000 films. */
export async function readingReport(folder: string): Promise<string[]> {
  const files = await readFolder(folder);
  const lines = [`Reading ${folder}, multiplied; first run and median of ${RUNS}:`];
  for (const { films, reach } of SIZES) {
    lines.push(await timeReading(multiplied(files, films), reach));
  }
  return lines;
}

async function timeReading(files: Files, reach: number): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), "film-ledger-bench-"));
  try {
    let bytes = 0;
    for (const [name, content] of files) {
      bytes += content.length;
      await mkdir(dirname(join(dataDir, name)), { recursive: true });
      await writeFile(join(dataDir, name), content);
    }
    const seconds: number[] = [];
    let seen = 0;
    let viewings = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const started = performance.now();
      const ledger = await readExport({
        dataDir,
        sampleDir: join(dataDir, "sample"),
        buildDate: "2100-01-01",
        log: quietLog,
      });
      seconds.push((performance.now() - started) / 1000);
      seen = ledger.films.filter((film) => film.seen).length;
      viewings = ledger.viewings.length;
    }
    const [first = 0] = seconds;
    const median = seconds.toSorted((a, b) => a - b)[RUNS >> 1] ?? 0;
    const size = `${seen} films, ${viewings} viewings, ${(bytes / 1e6).toFixed(1)} MB`;
    return `  ${size}: ${first.toFixed(2)} s, ${median.toFixed(2)} s (reach ${reach} s)`;
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
