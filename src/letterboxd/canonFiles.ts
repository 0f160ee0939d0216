import { dirname, join } from "node:path";
import { inWords } from "../counted.ts";
import type { Day } from "../day.ts";
import { Problem } from "../problem.ts";
import { isMissing } from "../systemErrors.ts";
import { type CanonRows, readCanonTable } from "./canonTable.ts";
import { complaintBook } from "./complaints.ts";
import { isZip } from "./exportNames.ts";
import { fileReader, RESAVED_KIND } from "./fileReader.ts";
import { type FolderItem, listFolder, readWithinLimits } from "./folder.ts";
import type { Complaint } from "./ledger.ts";
import { limitsOn } from "./limits.ts";
import { SIZE_LIMITS } from "./sizeLimits.ts";

/** A canon list: a list of films that others chose. */
export interface CanonFile extends CanonRows {
  /** The name of its file in lower case without the ending: `palme-dor`. */
  id: string;
}

/** Which canon lists the owner wants: all, none, or these. */
export type CanonChoice = boolean | readonly string[];

export interface CanonPlace {
  /** The lists that come with the program. */
  shippedDir: string;
  /** DATA_DIR, whose `canon/` has the owner's lists; a zip has it beside itself. Null: no own lists. */
  dataDir: string | null;
  choice: CanonChoice;
  buildDate: Day;
}

/** The folder of the owner's canon lists. */
export const canonIn = (dataDir: string): string =>
  join(isZip(dataDir) ? dirname(dataDir) : dataDir, "canon");

/**
 * Reads the canon lists, in order of their ids. A list of the owner's replaces one of ours with the same
 * id. Bad rows and files are left out with a complaint that names file and line.
 *
 * @throws Problem if a chosen list does not exist, or a folder cannot be read
 */
export async function readCanonFiles({
  shippedDir,
  dataDir,
  choice,
  buildDate,
}: CanonPlace): Promise<{ lists: CanonFile[]; complaints: Complaint[] }> {
  if (choice === false) return { lists: [], complaints: [] };
  const book = complaintBook();
  const found = new Map<string, { path: string; label: string }>();
  const addFolder = async (folder: string, label: string) => {
    for (const { name, isFolder } of await itemsOf(folder)) {
      const id = /^(.+)\.csv$/i.exec(name)?.[1]?.toLowerCase();
      const file = `${label}/${name}`;
      if (id && !isFolder) found.set(id, { path: join(folder, name), label: file });
      else if (!EXPECTED.test(name)) {
        book.warn(file, null, "a file that is not read", "This is not a CSV file; it is not read.");
      }
    }
  };
  await addFolder(shippedDir, "lists");
  if (dataDir !== null) await addFolder(canonIn(dataDir), "canon");
  const wanted = chosen([...found.keys()].sort(), choice);

  const files = new Map<string, Buffer>();
  for (const id of wanted) {
    const { path, label } = found.get(id) ?? { path: id, label: id };
    files.set(label, await readWithinLimits(path, SIZE_LIMITS));
  }
  const reader = fileReader(files, book);
  const limits = limitsOn(buildDate);
  const lists = wanted.flatMap((id): CanonFile[] => {
    const file = found.get(id)?.label ?? id;
    const list = reader.read(file, (records, listener) =>
      readCanonTable(records, { file, limits, book }, listener),
    );
    if (list === null) return [];
    if (list.rows.length > 0) return [{ id, ...list }];
    book.warn(file, null, "a list without films", "The list has no films; it is left out.");
    return [];
  });
  // A list is written by hand or by any program, so its separators are not odd.
  const complaints = book.all().filter(({ kind }) => kind !== RESAVED_KIND);
  return { lists, complaints };
}

const EXPECTED = /^(?:readme(?:\..*)?|thumbs\.db|desktop\.ini)$/i;

/** @throws Problem for a name that no list has */
function chosen(ids: string[], choice: CanonChoice): string[] {
  if (typeof choice === "boolean") return ids;
  const wanted = choice.map((name) => name.toLowerCase().replace(/\.csv$/, ""));
  const unknown = choice.filter((_, i) => !ids.includes(wanted[i] ?? ""));
  if (unknown.length === 0) return ids.filter((id) => wanted.includes(id));
  const names = inWords(unknown.map((name) => `“${name}”`));
  throw new Problem(`canon in site.config.ts names ${names}, and there is no such list.`, {
    hint: `The lists are ${inWords(ids) || "none"}. Your own are CSV files in canon/ in the data folder.`,
  });
}

async function itemsOf(folder: string): Promise<FolderItem[]> {
  try {
    return await listFolder(folder);
  } catch (error) {
    if (error instanceof Problem && isMissing(error.cause)) return [];
    throw error;
  }
}
