import type { FoundExport } from "../letterboxd/findExports.ts";
import type { SkippedFile } from "../letterboxd/ledger.ts";
import type { ExportRows } from "../letterboxd/rows.ts";
import { safeNames } from "./safeNames.ts";

/** The files of an export that are imported, and those that are not. */
export interface KeptFiles {
  /** Contents by path inside the export. A list may get a new file name. */
  files: Map<string, Buffer>;
  /** All other files except those of `deleted/`, which are not listed. */
  leftBehind: string[];
  /** Files the site would use but that cannot be read. */
  damaged: SkippedFile[];
}

/** The files that the site reads besides lists, with their rows. */
const ROWS_OF: Record<string, (rows: ExportRows) => unknown[] | null> = {
  "watched.csv": ({ watched }) => watched,
  "ratings.csv": ({ ratings }) => ratings,
  "diary.csv": ({ diary }) => diary,
  "reviews.csv": ({ reviews }) => reviews,
  "watchlist.csv": ({ watchlist }) => watchlist,
  "likes/films.csv": ({ likes }) => likes,
};

/** Selects the files that the site reads. Their contents stay the same byte for byte. */
export function keptFiles({ files, parsed: { rows, skipped } }: FoundExport): KeptFiles {
  const isUsed = (file: string) => file in ROWS_OF || file.startsWith("lists/");
  const lists = new Set(rows.lists.map(({ file }) => file));
  const isReadable = (file: string) => lists.has(file) || Boolean(ROWS_OF[file]?.(rows));
  const names = listNames([...lists]);

  const kept = new Map<string, Buffer>();
  const leftBehind: string[] = [];
  const damaged: SkippedFile[] = [];
  for (const [file, bytes] of files) {
    if (!isUsed(file)) leftBehind.push(file);
    else if (isReadable(file)) kept.set(names.get(file) ?? file, bytes);
    else
      damaged.push(skipped.find((one) => one.file === file) ?? { file, reason: "cannot be used." });
  }
  return { files: kept, leftBehind: leftBehind.sort(), damaged };
}

/** Safe file names for lists, because members name them. All other names are fixed. */
function listNames(lists: string[]): Map<string, string> {
  const safe = safeNames(lists.map((file) => file.slice("lists/".length)));
  return new Map(Array.from(safe, ([name, legal]) => [`lists/${name}`, `lists/${legal}`]));
}
