import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { grouped } from "../counted.ts";
import type { Day } from "../day.ts";
import type { Log } from "../log.ts";
import { isProblem, Problem } from "../problem.ts";
import { hasCode, isSystemError } from "../systemErrors.ts";
import { countDeleted, readFolder } from "./folder.ts";
import { type ParsedExport, parseExport } from "./parseExport.ts";
import { ANY_MAIN_FILE, cannotRead, type ExportFiles, isMainFile, isZip } from "./source.ts";
import { type Walk, walk } from "./walk.ts";
import { readZip, ZipInZip } from "./zip.ts";

/** An export that could be taken: where it lies, its files, and what they say. */
export interface Candidate extends ExportFiles {
  parsed: ParsedExport;
}

export interface Candidates {
  /** The one to take first; see `newestFirst`. */
  exports: Candidate[];
  failures: Failure[];
  /** A line for each zip that can be read and holds no export, nor seems to hold one further in. */
  foreign: string[];
  /** The folders in which they were looked for. */
  searched: Walk;
}

/** A zip or folder that could not be read at all. */
export interface Failure {
  source: string;
  /** Its own name, and those of the zips in it. */
  names: readonly string[];
  problem: Problem;
}

interface SearchOptions {
  sampleDir: string;
  buildDate: Day;
  hint: string;
}

/**
 * Every export at `path`. For a folder that is the folder itself, the folders in it but the sample,
 * and the zips in all of these, if they hold watched, ratings or diary.csv; else it must be a zip. They
 * are read as on the day of `buildDate`.
 *
 * @throws Problem with `hint` if `path` is not there, or is neither a folder nor a zip of an export
 */
export async function findCandidates(
  path: string,
  { sampleDir, buildDate, hint }: SearchOptions,
): Promise<Candidates> {
  if (!(await isFolder(path, hint))) {
    const zipped = await givenZip(path, { buildDate, hint });
    return {
      exports: zipped.sort(newestFirst),
      failures: [],
      foreign: [],
      searched: { folders: [], leftOut: [] },
    };
  }
  const exports: Candidate[] = [];
  const failures: Failure[] = [];
  const foreign: string[] = [];
  const attempt = async (source: string, read: () => Promise<Candidate[]>): Promise<void> => {
    try {
      exports.push(...(await read()));
    } catch (error) {
      if (!isProblem(error)) throw error;
      const failure = failureOf(source, error);
      if (error instanceof ZipInZip && !failure.names.some(isExportName)) {
        foreign.push(`${error.message} ${error.hint}`);
      } else failures.push(failure);
    }
  };
  const searched = await walk(path, {
    except: [sampleDir, join(path, "sample")],
    fail: (source, problem) => void failures.push(failureOf(source, problem)),
  });
  for (const { path: folder, entries } of searched.folders) {
    const files = entries.filter(({ isFolder }) => !isFolder).map(({ name }) => name);
    if (files.some(isMainFile)) {
      await attempt(folder, async () => [await folderCandidate(folder, buildDate)]);
    }
    for (const zip of files.filter(isZip).map((name) => join(folder, name))) {
      await attempt(zip, async () => {
        const zipped = await zippedExports(zip, buildDate);
        if (zipped.length === 0) foreign.push(`${zip} holds no ${ANY_MAIN_FILE}.`);
        return zipped;
      });
    }
  }
  return { exports: exports.sort(newestFirst), failures, foreign, searched };
}

const failureOf = (source: string, problem: Problem): Failure => ({
  source,
  names: [basename(source), ...(problem instanceof ZipInZip ? problem.zips : [])],
  problem,
});

/** Whether a zip or folder is called as Letterboxd calls its exports, or a copy of one. */
const isExportName = (name: string): boolean => /letterboxd-/i.test(name);

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
export function takeNewest({ exports, failures, foreign }: Candidates, log: Log): Candidate | null {
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
  for (const sentence of foreign) log.info(`Passed over: ${sentence}`);
  for (const { message } of problems) log.warn(`Passed over: ${inOneLine(message)}`);
  return best;
}

/**
 * @throws Problem if what cannot be read has the name of an export, with a later date in it than `best`
 *   has anywhere: zips of other things bear dates, too
 */
export function refuseNewerFailure(best: Candidate, failures: readonly Failure[]): void {
  const isNewer = (name: string): boolean => {
    const date = dateInName(name);
    return date > dateInName(best.source) && date.slice(0, DAY_LENGTH) > dateOf(best);
  };
  const newer = failures.find(({ names }) => names.filter(isExportName).some(isNewer));
  if (!newer) return;
  const { message, hint, cause } = newer.problem;
  const removal = `Remove ${newer.source}, or download the export again in its place.`;
  throw new Problem(
    `${message}\nBy its name it is newer than ${best.source} (${describe(best)}), which would be taken instead.`,
    { hint: newer.problem instanceof ZipInZip ? hint : removal, cause },
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
    : `, the newest of ${grouped(others.length + 1)}`;
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

export const describe = ({ parsed }: Pick<Candidate, "parsed">): string =>
  parsed.newestLogged ? `last logged ${parsed.newestLogged}` : "no day of logging";

const candidate = (files: ExportFiles, buildDate: Day): Candidate => ({
  ...files,
  parsed: parseExport(files, buildDate),
});

async function isFolder(path: string, hint: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (!hasCode(error, "ENOENT")) throw cannotRead(path, error);
    throw new Problem(`There is no file or folder ${path}.`, { hint, cause: error });
  }
}

const zippedExports = async (path: string, buildDate: Day): Promise<Candidate[]> =>
  (await readZip(path)).map(({ root, ...inside }) =>
    candidate(
      { kind: "zip", source: join(path, root).replace(/[/\\]$/, ""), ...inside },
      buildDate,
    ),
  );

async function givenZip(
  path: string,
  { buildDate, hint }: Omit<SearchOptions, "sampleDir">,
): Promise<Candidate[]> {
  if (!isZip(path)) throw new Problem(`${path} is neither a folder nor a zip.`, { hint });
  const exports = await zippedExports(path, buildDate);
  if (exports.length > 0) return exports;
  throw new Problem(`${path} holds no ${ANY_MAIN_FILE}.`, { hint });
}
