import { posix } from "node:path";

/** One of them makes an export. */
export const MAIN_FILES: readonly string[] = ["watched.csv", "ratings.csv", "diary.csv"];

export const ANY_MAIN_FILE = "watched.csv, ratings.csv or diary.csv";

const READ_FOLDERS = ["likes", "lists", "orphaned"];
const FOLDERS = [...READ_FOLDERS, "deleted"];

/** What an export that lies loose in a folder consists of. Everything else there is not ours. */
export const PARTS: readonly string[] = [
  ...MAIN_FILES,
  "reviews.csv",
  "watchlist.csv",
  "profile.csv",
  "comments.csv",
  ...FOLDERS,
];

/** Whether a file (path inside the export) belongs to an export, by the name Letterboxd gives it. */
export const isPart = (file: string): boolean => PARTS.includes(file.split("/")[0] ?? "");

/** Of other programs: nobody puts an export there. */
const FOREIGN_FOLDERS = ["__macosx", "node_modules"];

// Disks and tools change the case of names (`Diary.CSV`), so it tells nothing.
export const isMainFile = (name: string): boolean => MAIN_FILES.includes(name.toLowerCase());

export const isZip = (name: string): boolean => name.toLowerCase().endsWith(".zip");

export const isHidden = (name: string): boolean => name.startsWith(".");

/** Whether a folder is the `lists/` of an export, or another part of it: a diary.csv in it is none. */
export const isPartFolder = (name: string): boolean => FOLDERS.includes(name.toLowerCase());

export const isForeignFolder = (name: string): boolean =>
  FOREIGN_FOLDERS.includes(name.toLowerCase()) || isHidden(name);

/** Whether a folder may hold an export, by its own name; `canon` has lists that are nobody's diary. */
export const mayHoldExport = (name: string): boolean =>
  !isPartFolder(name) && !isForeignFolder(name) && name.toLowerCase() !== "canon";

/** Whether the file (path inside the export) is read at all: `deleted/` never is. */
export function isReadFile(path: string): boolean {
  const { dir, base } = posix.parse(path);
  return base.toLowerCase().endsWith(".csv") && !isHidden(base) && (dir === "" || isReadPart(dir));
}

export const isReadPart = (folder: string): boolean => READ_FOLDERS.includes(folder.toLowerCase());

/**
 * The files that are read, of all `paths` inside an export, by the names Letterboxd gives them. One
 * that differs from another by case alone keeps the name it has, which no export knows.
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

/** A list is called as its member likes. */
function ownName(path: string): string {
  const { dir, name } = posix.parse(path.toLowerCase());
  return dir === "lists" ? `lists/${posix.parse(path).name}.csv` : posix.join(dir, `${name}.csv`);
}
