import type { Dirent } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { isMissing } from "../systemErrors.ts";
import { listFiles } from "./listFiles.ts";

/** Every site has this list of its files, itself included. Anything else in the folder is the owner's. */
const FILE_LIST = ".film-ledger-files";

/** Either one identifies a folder as a site; the list is the more precise of the two. */
export const SITE_MARKERS: readonly string[] = ["data/summary.json", FILE_LIST];

/** Files of sites built before the list existed; each has a summary.json. */
const SHAPES_BEFORE_LIST = [
  /^(?:index\.html|404\.html|favicon\.svg|apple-touch-icon\.png|icon-\d+\.png|finder\.json)$/,
  /^(?:robots\.txt|manifest\.webmanifest|sitemap-[\w-]+\.xml)$/,
  /^(?:_astro|cards|posters)\//,
  /^data\/(?:summary\.json|films\.json|films\.csv)$/,
  /^(?:about|collections|directors|films|genres|people|search|timeline)\/(?:[^/]+\/)*index\.html$/,
];

/** Writes the list into a new site. */
export async function writeFileList(site: string): Promise<void> {
  const files = [...(await listFiles(site)), FILE_LIST].sort();
  await writeFile(join(site, FILE_LIST), `${files.join("\n")}\n`);
}

/**
 * The files that a build put into a folder, relative to it; null if no build did.
 *
 * @param successor the site that replaces the folder; its files help to recognise those of a site without
 *   a list
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

/** Whether a summary.json has our shape: other programs write one too. */
function isSummary(text: string | null): boolean {
  try {
    return Summary.safeParse(JSON.parse(text ?? "")).success;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

const Summary = z.object({ export: z.looseObject({}), films: z.looseObject({}) });

/** The files that a site's list names; null if there is no list. */
export async function readFileList(site: string): Promise<string[] | null> {
  const list = await readIfThere(join(site, FILE_LIST));
  if (list === null) return null;
  // A tampered list must not lead outside the folder.
  return list.split("\n").filter((file) => /^(?!\/)(?!.*\.\.\/)./.test(file));
}

/** The files of a site that exist, without those that the owner added. */
export async function siteFiles(site: string): Promise<string[]> {
  const listed = await readFileList(site);
  const files = await listFiles(site);
  if (listed === null) return files;
  const made = new Set(listed);
  return files.filter((file) => made.has(file));
}

/**
 * Everything in a folder that no build made: files, links, and whole folders without a build's file.
 * Paths are relative to the folder.
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

/** The parent folders of a file, innermost first. */
export function foldersOf(file: string): string[] {
  const end = file.lastIndexOf("/");
  return end < 0 ? [] : [file.slice(0, end), ...foldersOf(file.slice(0, end))];
}

/** The entries of a folder; none if it does not exist. */
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
