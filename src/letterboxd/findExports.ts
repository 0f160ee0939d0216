import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Day } from "../day.ts";
import { isProblem, Problem } from "../problem.ts";
import { isSystemError } from "../systemErrors.ts";
import { newestFirst } from "./exportAge.ts";
import { ANY_MAIN_FILE, isMainFile, isZip } from "./exportNames.ts";
import { countDeletedFiles, readFolder } from "./folder.ts";
import { type ExportFiles, type ParsedExport, parseExport } from "./parseExport.ts";
import { cannotRead } from "./readErrors.ts";
import { type Walk, walkFolders } from "./walk.ts";
import { readZip, ZipInZip } from "./zip.ts";

/** An export that could be used: its path, its files and their rows. */
export interface FoundExport extends ExportFiles {
  parsed: ParsedExport;
}

export interface ExportSearch {
  /** The newest first; see `newestFirst`. */
  exports: FoundExport[];
  failures: UnreadableSource[];
  /** A sentence for each readable zip without an export in it. */
  otherZips: string[];
  /** The folders that were searched. */
  searched: Walk;
}

/** A zip or folder that cannot be read at all. */
export interface UnreadableSource {
  source: string;
  /** Its own name, and the names of the zips in it. */
  names: readonly string[];
  problem: Problem;
}

interface SearchOptions {
  sampleDir: string;
  buildDate: Day;
  hint: string;
}

/**
 * Finds every export at `path`, which is a zip or a folder. A folder is searched with all folders in it
 * except the sample, and all zips there. An export has a watched.csv, ratings.csv or diary.csv.
 *
 * @throws Problem with `hint` if `path` does not exist, or is neither a folder nor a zip with an export
 */
export async function findExports(
  path: string,
  { sampleDir, buildDate, hint }: SearchOptions,
): Promise<ExportSearch> {
  if (!(await isFolder(path, hint))) {
    const zipped = await givenZip(path, { buildDate, hint });
    return {
      exports: zipped.sort(newestFirst),
      failures: [],
      otherZips: [],
      searched: { folders: [], unsearched: [] },
    };
  }
  const exports: FoundExport[] = [];
  const failures: UnreadableSource[] = [];
  const otherZips: string[] = [];
  const readAll = async (source: string, read: () => Promise<FoundExport[]>): Promise<void> => {
    try {
      exports.push(...(await read()));
    } catch (error) {
      if (!isProblem(error)) throw error;
      const failure = failureOf(source, error);
      if (error instanceof ZipInZip && !failure.names.some(isExportName)) {
        otherZips.push(`${error.message} ${error.hint}`);
      } else failures.push(failure);
    }
  };
  const searched = await walkFolders(path, {
    except: [sampleDir, join(path, "sample")],
    fail: (source, problem) => void failures.push(failureOf(source, problem)),
  });
  for (const { path: folder, items } of searched.folders) {
    const files = items.filter(({ isFolder }) => !isFolder).map(({ name }) => name);
    if (files.some(isMainFile)) {
      await readAll(folder, async () => [await readFolderExport(folder, buildDate)]);
    }
    for (const zip of files.filter(isZip).map((name) => join(folder, name))) {
      await readAll(zip, async () => {
        const zipped = await zippedExports(zip, buildDate);
        if (zipped.length === 0) otherZips.push(`${zip} contains no ${ANY_MAIN_FILE}.`);
        return zipped;
      });
    }
  }
  return { exports: exports.sort(newestFirst), failures, otherZips, searched };
}

const failureOf = (source: string, problem: Problem): UnreadableSource => ({
  source,
  names: [basename(source), ...(problem instanceof ZipInZip ? problem.zips : [])],
  problem,
});

/** Whether a zip or folder has the name of a Letterboxd export, or of a copy of one. */
export const isExportName = (name: string): boolean => /letterboxd-/i.test(name);

/** Reads the export directly in this folder. Throws Problem if a file cannot be read from disk. */
export const readFolderExport = async (path: string, buildDate: Day): Promise<FoundExport> =>
  candidate(
    {
      kind: "folder",
      source: path,
      files: await readFolder(path),
      deleted: await countDeletedFiles(path),
    },
    buildDate,
  );

const candidate = (files: ExportFiles, buildDate: Day): FoundExport => ({
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

const zippedExports = async (path: string, buildDate: Day): Promise<FoundExport[]> =>
  (await readZip(path)).map(({ root, ...inside }) =>
    candidate(
      { kind: "zip", source: join(path, root).replace(/[/\\]$/, ""), ...inside },
      buildDate,
    ),
  );

async function givenZip(
  path: string,
  { buildDate, hint }: Omit<SearchOptions, "sampleDir">,
): Promise<FoundExport[]> {
  if (!isZip(path)) throw new Problem(`${path} is neither a folder nor a zip.`, { hint });
  const exports = await zippedExports(path, buildDate);
  if (exports.length > 0) return exports;
  throw new Problem(`${path} contains no ${ANY_MAIN_FILE}.`, { hint });
}
