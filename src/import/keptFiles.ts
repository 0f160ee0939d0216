import type { FoundExport } from "../letterboxd/findExports.ts";
import type { SkippedFile } from "../letterboxd/ledger.ts";
import type { ExportRows } from "../letterboxd/rows.ts";
import { safeNames } from "./safeNames.ts";

/** What of an export goes into the data folder, and what does not. */
export interface KeptFiles {
  /** Contents by path inside the export; a list may get another name than it had. */
  files: Map<string, Buffer>;
  /** The others that were there, `deleted/` aside, which nobody looks into. */
  leftBehind: string[];
  /** Files the site would use but that cannot be read. */
  damaged: SkippedFile[];
}

/** The files that the site reads rows from, and what became of them; lists come on top. */
const ROWS_OF: Record<string, (rows: ExportRows) => unknown[] | null> = {
  "watched.csv": ({ watched }) => watched,
  "ratings.csv": ({ ratings }) => ratings,
  "diary.csv": ({ diary }) => diary,
  "reviews.csv": ({ reviews }) => reviews,
  "watchlist.csv": ({ watchlist }) => watchlist,
  "likes/films.csv": ({ likes }) => likes,
};

/** The files the site reads, byte for byte. */
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
    else damaged.push(skipped.find((one) => one.file === file) ?? { file, reason: "is no use." });
  }
  return { files: kept, leftBehind: leftBehind.sort(), damaged };
}

/** Lists are named by the member; the names of the other files are fixed. */
function listNames(lists: string[]): Map<string, string> {
  const safe = safeNames(lists.map((file) => file.slice("lists/".length)));
  return new Map(Array.from(safe, ([name, legal]) => [`lists/${name}`, `lists/${legal}`]));
}
