import { posix } from "node:path";

/** An export has at least one of these. */
export const MAIN_FILES: readonly string[] = ["watched.csv", "ratings.csv", "diary.csv"];

export const ANY_MAIN_FILE = "watched.csv, ratings.csv or diary.csv";

const READ_FOLDERS = ["likes", "lists", "orphaned"];
const FOLDERS = [...READ_FOLDERS, "deleted"];

/** The files and folders of an export. Everything else beside them belongs to the owner. */
export const PARTS: readonly string[] = [
  ...MAIN_FILES,
  "reviews.csv",
  "watchlist.csv",
  "profile.csv",
  "comments.csv",
  ...FOLDERS,
];

/** Whether a file (path inside the export) belongs to an export. */
export const isPart = (file: string): boolean => PARTS.includes(file.split("/")[0] ?? "");

/** Folders of other programs, where nobody puts an export. */
const FOREIGN_FOLDERS = ["__macosx", "node_modules"];

// Disks and tools change the case of names (`Diary.CSV`).
export const isMainFile = (name: string): boolean => MAIN_FILES.includes(name.toLowerCase());

export const isZip = (name: string): boolean => name.toLowerCase().endsWith(".zip");

export const isHidden = (name: string): boolean => name.startsWith(".");

/** Whether a folder is a part of an export, such as `lists/`. A diary.csv in it is not the diary. */
export const isPartFolder = (name: string): boolean => FOLDERS.includes(name.toLowerCase());

export const isForeignFolder = (name: string): boolean =>
  FOREIGN_FOLDERS.includes(name.toLowerCase()) || isHidden(name);

/** Whether a folder of this name is searched for exports. `canon` contains lists of other origin. */
export const mayHoldExport = (name: string): boolean =>
  !isPartFolder(name) && !isForeignFolder(name) && name.toLowerCase() !== "canon";

/** Whether a file (path inside the export) is read. Files in `deleted/` never are. */
function isReadFile(path: string): boolean {
  const { dir, base } = posix.parse(path);
  return base.toLowerCase().endsWith(".csv") && !isHidden(base) && (dir === "" || isReadPart(dir));
}

export const isReadPart = (folder: string): boolean => READ_FOLDERS.includes(folder.toLowerCase());

/**
 * The files that are read, of all `paths` inside an export, by the names Letterboxd gives them. A file
 * that differs from another only by case keeps its own name and is reported as unknown later.
 */
export function readNames(paths: readonly string[]): Map<string, string> {
  const wanted = paths.filter(isReadFile);
  const known = new Set(wanted);
  const names = new Map<string, string>();
  for (const path of wanted) {
    const own = ownName(path);
    const isTaken = own !== path && (known.has(own) || names.has(own));
    names.set(isTaken ? path : own, path);
  }
  return names;
}

/** The member names the lists, so their names keep their case. */
function ownName(path: string): string {
  const { dir, name } = posix.parse(path.toLowerCase());
  return dir === "lists" ? `lists/${posix.parse(path).name}.csv` : posix.join(dir, `${name}.csv`);
}
