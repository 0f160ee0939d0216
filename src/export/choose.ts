import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Log } from "../log.ts";
import { isProblem, Problem } from "../problem.ts";
import { findExportFolders, listFolder, readFolder } from "./folder.ts";
import { type ParsedExport, parseExport } from "./parseExport.ts";
import { cannotRead, type ExportFiles, isSampleFolder, isSystemError, isZip } from "./source.ts";
import { findStrays } from "./strays.ts";
import { readZip } from "./zip.ts";

export interface ChosenExport {
  kind: "zip" | "folder" | "sample";
  source: string;
  parsed: ParsedExport;
}

/** An export that could be taken: where it lies, and how its files are read. */
interface Candidate extends ChosenExport {
  kind: "zip" | "folder";
}

/**
 * The export to build from. Candidates are `dataDir`, the folders in it but `sample/`, and the zips
 * in it, if they hold watched, ratings or diary.csv at their top or one folder down. The one with
 * the newest Date wins, then the newest date in the name; the log names the others. Without any, the
 * sample is taken, and the log says why what `dataDir` holds does not count. Throws Problem if
 * `dataDir` is not there, if no export in it can be read, and if the one that wins cannot: an older
 * one in its place would take films off the site without a word.
 */
export async function chooseExport(
  dataDir: string,
  sampleDir: string,
  log: Log,
): Promise<ChosenExport> {
  const candidates: Candidate[] = [];
  const failures: Problem[] = [];
  const attempt = async (read: () => Promise<ExportFiles[]>): Promise<void> => {
    try {
      for (const files of await read()) candidates.push(parsed(files));
    } catch (error) {
      if (!isProblem(error)) throw error;
      failures.push(error);
    }
  };

  if (await isFolder(dataDir)) {
    for (const path of await exportFolders(dataDir, sampleDir)) {
      await attempt(async () => [{ kind: "folder", source: path, files: await readFolder(path) }]);
    }
    for (const { name, isFolder } of await listFolder(dataDir)) {
      if (!isFolder && isZip(name)) await attempt(() => zippedExports(join(dataDir, name), log));
    }
  } else {
    await attempt(() => givenZip(dataDir, log));
  }

  const [best, ...others] = candidates.sort(newestFirst);
  if (!best) {
    const [failure] = failures;
    if (failure) throw failure;
    log.info(`No export in ${dataDir}/: the sample is used. Put yours there to see your own.`);
    for (const stray of await findStrays(dataDir, sampleDir)) log.warn(stray);
    const files = await readFolder(sampleDir);
    return { ...sound(parsed({ kind: "folder", source: sampleDir, files })), kind: "sample" };
  }
  sound(best);
  log.info(`Export: ${best.source} (${describe(best)}).`);
  for (const other of others) {
    log.info(`Passed over: ${other.source} (${describe(other)}).`);
    if (other.parsed.problem) failures.push(other.parsed.problem);
  }
  for (const { message } of failures) log.warn(`Passed over: ${message}`);
  return best;
}

const parsed = (files: ExportFiles): Candidate => ({
  kind: files.kind,
  source: files.source,
  parsed: parseExport(files),
});

/** @throws Problem if a main file of the export cannot be read */
function sound(candidate: Candidate): Candidate {
  if (candidate.parsed.problem) throw candidate.parsed.problem;
  return candidate;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code !== "ENOENT") throw cannotRead(path, error);
    throw new Problem(`There is no file or folder ${path}.`, {
      hint: "DATA_DIR must name a folder to look for exports in, or one export (folder or zip).",
      cause: error,
    });
  }
}

/** Two levels: an export in a folder of `dataDir` may lie one folder further down. */
function exportFolders(dataDir: string, sampleDir: string): Promise<string[]> {
  return findExportFolders(dataDir, 2, (path) => isSampleFolder(path, dataDir, sampleDir));
}

async function zippedExports(path: string, log: Log): Promise<ExportFiles[]> {
  const exports = await readZip(path);
  if (exports.length === 0)
    log.info(`Passed over: ${path} (it holds no watched.csv, ratings.csv or diary.csv).`);
  return exports.map(({ root, files }) => ({
    kind: "zip",
    source: join(path, root.replace("/", "")),
    files,
  }));
}

async function givenZip(path: string, log: Log): Promise<ExportFiles[]> {
  const hint = "DATA_DIR must name a folder to look for exports in, or one export (folder or zip).";
  if (!isZip(path)) throw new Problem(`${path} is neither a folder nor a zip.`, { hint });
  const exports = await zippedExports(path, log);
  if (exports.length > 0) return exports;
  throw new Problem(`${path} holds no watched.csv, ratings.csv or diary.csv.`, { hint });
}

function newestFirst(a: Candidate, b: Candidate): number {
  const date = ({ parsed }: Candidate) => parsed.newestLogged ?? "";
  return compare(date(b), date(a)) || compare(dateInName(b.source), dateInName(a.source));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** From `letterboxd-USERNAME-YYYY-MM-DD-HH-MM-utc.zip`, perhaps with a folder inside; sorts as text. */
const dateInName = (source: string): string =>
  source.match(/\d{4}-\d{2}-\d{2}(?:-\d{2}-\d{2})?/g)?.at(-1) ?? "";

const describe = ({ parsed }: Candidate): string =>
  parsed.newestLogged ? `newest entry ${parsed.newestLogged}` : "no dated entry";
