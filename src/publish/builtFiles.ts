import type { Dirent } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { isMissing } from "../systemErrors.ts";
import { listFiles } from "./listFiles.ts";

/** Lies in every site and names its files, itself too: all else in the folder is the owner's. */
const FILE_LIST = ".film-ledger-files";

/** Without both of them nobody can tell which files of a folder a build has made. The list tells more. */
export const SITE_MARKERS: readonly string[] = ["data/summary.json", FILE_LIST];

/** Files of the sites that were made before there was a list; each holds a summary.json. */
const SHAPES_BEFORE_LIST = [
  /^(?:index\.html|404\.html|favicon\.svg|apple-touch-icon\.png|icon-\d+\.png|finder\.json)$/,
  /^(?:robots\.txt|manifest\.webmanifest|sitemap-[\w-]+\.xml)$/,
  /^(?:_astro|cards|posters)\//,
  /^data\/(?:summary\.json|films\.json|films\.csv)$/,
  /^(?:about|collections|directors|films|genres|people|search|timeline)\/(?:[^/]+\/)*index\.html$/,
];

/** Writes the list into a site that was just made. */
export async function writeFileList(site: string): Promise<void> {
  const files = [...(await listFiles(site)), FILE_LIST].sort();
  await writeFile(join(site, FILE_LIST), `${files.join("\n")}\n`);
}

/**
 * The files that a build put into a folder, relative to it; null where no build did.
 *
 * @param successor the site that takes the folder's place: its files tell more of one without a list
 */
export async function builtFiles(folder: string, successor?: string): Promise<string[] | null> {
  const listed = await readFileList(folder);
  if (listed) return listed;
  if (!isSummary(await readIfThere(join(folder, "data/summary.json")))) return null;
  const next = new Set(successor ? await readFileList(successor) : []);
  const files = await listFiles(folder);
  return files.filter(
    (file) => next.has(file) || SHAPES_BEFORE_LIST.some((shape) => shape.test(file)),
  );
}

/** Whether a file is one of ours by its shape: others have a summary.json too. */
function isSummary(text: string | null): boolean {
  try {
    return Summary.safeParse(JSON.parse(text ?? "")).success;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

const Summary = z.object({ export: z.looseObject({}), films: z.looseObject({}) });

/** What the list of a site says; null where there is none. */
export async function readFileList(site: string): Promise<string[] | null> {
  const list = await readIfThere(join(site, FILE_LIST));
  if (list === null) return null;
  // A list that somebody has written into leads nowhere else.
  return list.split("\n").filter((file) => /^(?!\/)(?!.*\.\.\/)./.test(file));
}

/** The files of a site that are there; those that lie beside them are the owner's. */
export async function siteFiles(site: string): Promise<string[]> {
  const listed = await readFileList(site);
  const files = await listFiles(site);
  if (listed === null) return files;
  const made = new Set(listed);
  return files.filter((file) => made.has(file));
}

/**
 * What in a folder is not among the files that a build made: files, links, and folders that hold
 * nothing of a build, each as a whole. Relative to the folder.
 */
export async function ownersThings(folder: string, made: readonly string[]): Promise<string[]> {
  const files = new Set(made);
  const folders = new Set(made.flatMap(foldersOf));
  async function within(path: string): Promise<string[]> {
    const found: string[] = [];
    for (const entry of await entriesIn(join(folder, path))) {
      const name = path + entry.name;
      if (entry.isDirectory() && folders.has(name)) found.push(...(await within(`${name}/`)));
      else if (!files.has(name)) found.push(name);
    }
    return found;
  }
  return within("");
}

/** The folders around a file, the innermost first. */
export function foldersOf(file: string): string[] {
  const end = file.lastIndexOf("/");
  return end < 0 ? [] : [file.slice(0, end), ...foldersOf(file.slice(0, end))];
}

/** What lies in a folder; nothing, where there is none. */
export async function entriesIn(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
