import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Day } from "../day.ts";
import type { Log } from "../log.ts";
import { isProblem, Problem } from "../problem.ts";
import { countDeleted, findExportFolders, listFolder, readFolder } from "./folder.ts";
import { type ParsedExport, parseExport } from "./parseExport.ts";
import { cannotRead, type ExportFiles, isSampleFolder, isSystemError, isZip } from "./source.ts";
import { readZip } from "./zip.ts";

/** An export that could be taken: where it lies, its files, and what they say. */
export interface Candidate extends ExportFiles {
  parsed: ParsedExport;
}

export interface Candidates {
  /** The one to take first; see `newestFirst`. */
  exports: Candidate[];
  failures: Failure[];
}

/** A zip or folder that could not be read at all. */
export interface Failure {
  source: string;
  problem: Problem;
}

interface SearchOptions {
  sampleDir: string;
  buildDate: Day;
  hint: string;
  log: Log;
}

/**
 * Every export at `path`. For a folder that is the folder itself, the folders in it but `sample/`,
 * and the zips in it, if they hold watched, ratings or diary.csv at their top or one folder down;
 * else it must be a zip. They are read as on the day of `buildDate`.
 *
 * @throws Problem with `hint` if `path` is not there, or is neither a folder nor a zip of an export
 */
export async function findCandidates(
  path: string,
  { sampleDir, buildDate, hint, log }: SearchOptions,
): Promise<Candidates> {
  if (!(await isFolder(path, hint))) {
    return {
      exports: (await givenZip(path, { buildDate, hint, log })).sort(newestFirst),
      failures: [],
    };
  }
  const exports: Candidate[] = [];
  const failures: Failure[] = [];
  const attempt = async (source: string, read: () => Promise<Candidate[]>): Promise<void> => {
    try {
      exports.push(...(await read()));
    } catch (error) {
      if (!isProblem(error)) throw error;
      failures.push({ source, problem: error });
    }
  };
  for (const folder of await exportFolders(path, sampleDir)) {
    await attempt(folder, async () => [await folderCandidate(folder, buildDate)]);
  }
  for (const { name, isFolder } of await listFolder(path)) {
    if (isFolder || !isZip(name)) continue;
    const zip = join(path, name);
    await attempt(zip, () => zippedExports(zip, { buildDate, log }));
  }
  return { exports: exports.sort(newestFirst), failures };
}

/** The export whose files lie in this very folder. Throws Problem if one cannot be read at all. */
export const folderCandidate = async (path: string, buildDate: Day): Promise<Candidate> =>
  candidate(
    {
      kind: "folder",
      source: path,
      files: await readFolder(path),
      deleted: await countDeleted(path),
    },
    buildDate,
  );

/**
 * The first of them, null if there is none. The log says why, and names the others. Throws Problem if nothing
 * could be read at all, and if the first cannot be, or one that is newer by its name: an older one in
 * its place would take films off the site without a word.
 */
export function takeNewest({ exports, failures }: Candidates, log: Log): Candidate | null {
  const [best, ...others] = exports;
  if (!best) {
    const [failure] = failures;
    if (failure) throw failure.problem;
    return null;
  }
  if (best.parsed.problem) throw best.parsed.problem;
  refuseNewerFailure(best, failures);
  log.info(`Export: ${best.source} (${describe(best)})${whyTaken(best, others)}.`);
  const problems = failures.map(({ problem }) => problem);
  for (const other of others) {
    if (other.parsed.problem) problems.push(other.parsed.problem);
    else log.info(`Passed over: ${other.source} (${describe(other)}).`);
  }
  for (const { message } of problems) log.warn(`Passed over: ${inOneLine(message)}`);
  return best;
}

/** @throws Problem if what cannot be read bears a later date in its name than `best` has anywhere */
export function refuseNewerFailure(best: Candidate, failures: readonly Failure[]): void {
  const newer = failures.find(({ source }) => {
    const date = dateInName(basename(source));
    return date > dateInName(best.source) && date.slice(0, DAY_LENGTH) > dateOf(best);
  });
  if (!newer) return;
  const { message, cause } = newer.problem;
  throw new Problem(
    `${message}\nBy its name it is newer than ${best.source} (${describe(best)}), which would be taken instead.`,
    { hint: `Remove ${newer.source}, or download the export again in its place.`, cause },
  );
}

const DAY_LENGTH = "2024-01-01".length;

/** A message of several lines as one. */
export const inOneLine = (message: string): string => message.replaceAll("\n", " ");

function whyTaken(best: Candidate, others: readonly Candidate[]): string {
  const [next] = others;
  if (!next) return "";
  if (newestFirst(best, next) === 0) return ", the first of those that are as new";
  return dateOf(best) === dateOf(next)
    ? `, as new as ${next.source}, and its name has the later date`
    : `, the newest of ${others.length + 1}`;
}

const dateOf = ({ parsed }: Candidate): string => parsed.newestLogged ?? "";

/** Orders by the newest Date inside, then by the newest date in the name. */
export function newestFirst(a: Candidate, b: Candidate): number {
  return compare(dateOf(b), dateOf(a)) || compare(dateInName(b.source), dateInName(a.source));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** From `letterboxd-USERNAME-YYYY-MM-DD-HH-MM-utc.zip`, perhaps with a folder inside; sorts as text. */
const dateInName = (source: string): string =>
  source.match(/\d{4}-\d{2}-\d{2}(?:-\d{2}-\d{2})?/g)?.at(-1) ?? "";

export const describe = ({ parsed }: Candidate): string =>
  parsed.newestLogged ? `newest entry ${parsed.newestLogged}` : "no dated entry";

const candidate = (files: ExportFiles, buildDate: Day): Candidate => ({
  ...files,
  parsed: parseExport(files, buildDate),
});

async function isFolder(path: string, hint: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code !== "ENOENT") throw cannotRead(path, error);
    throw new Problem(`There is no file or folder ${path}.`, { hint, cause: error });
  }
}

/** Two levels: an export in a folder of `path` may lie one folder further down. */
const exportFolders = (path: string, sampleDir: string): Promise<string[]> =>
  findExportFolders(path, 2, (folder) => isSampleFolder(folder, path, sampleDir));

async function zippedExports(
  path: string,
  { buildDate, log }: Pick<SearchOptions, "buildDate" | "log">,
): Promise<Candidate[]> {
  const exports = await readZip(path);
  if (exports.length === 0)
    log.info(`Passed over: ${path} (it holds no watched.csv, ratings.csv or diary.csv).`);
  return exports.map(({ root, ...inside }) =>
    candidate({ kind: "zip", source: join(path, root.replace("/", "")), ...inside }, buildDate),
  );
}

async function givenZip(
  path: string,
  { hint, ...options }: Omit<SearchOptions, "sampleDir">,
): Promise<Candidate[]> {
  if (!isZip(path)) throw new Problem(`${path} is neither a folder nor a zip.`, { hint });
  const exports = await zippedExports(path, options);
  if (exports.length > 0) return exports;
  throw new Problem(`${path} holds no watched.csv, ratings.csv or diary.csv.`, { hint });
}
