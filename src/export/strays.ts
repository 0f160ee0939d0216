import { extname, join } from "node:path";
import { listFolder } from "./folder.ts";
import { isMainFile, isSampleFolder, isZip, MAIN_FILES, mayHoldExport } from "./source.ts";

/** As deep as somebody's unpacked folders may go; a home folder is not searched through. */
const DEPTH = 5;
const SHOWN = 10;

/** Of the project, or of the system that shows the folder. */
const AT_HOME = ["overrides.csv", "README.md", "Thumbs.db", "desktop.ini"];

/**
 * Says of everything in a data folder without an export why it is none, at most ten sentences. What
 * belongs there is not mentioned: the sample, overrides.csv, README.md, hidden files.
 */
export async function findStrays(dataDir: string, sampleDir: string): Promise<string[]> {
  const strays: string[] = [];
  for (const { name, isFolder } of await listFolder(dataDir)) {
    const path = join(dataDir, name);
    if (AT_HOME.includes(name) || isSampleFolder(path, dataDir, sampleDir)) continue;
    if (isFolder) strays.push(...(await ofFolder(path, name)));
    // Every zip was opened already, and what was wrong with it is said.
    else if (!isZip(name)) strays.push(ofFile(path, name));
  }
  const rest = strays.length - SHOWN;
  return rest > 1 ? [...strays.slice(0, SHOWN), `… and ${rest} more in ${dataDir}/.`] : strays;
}

const anyMain = `${MAIN_FILES.slice(0, -1).join(", ")} or ${MAIN_FILES.at(-1)}`;

function ofFile(path: string, name: string): string {
  if (/\.zip\b/i.test(name) || /^\.(part|partial|crdownload|download)$/i.test(extname(name))) {
    return `${path} is a download that is not complete.`;
  }
  if (extname(name).toLowerCase() !== ".csv") {
    return `${path} is no CSV file: use the zip as downloaded, or the CSV files in it.`;
  }
  const lower = name.toLowerCase();
  const meant = MAIN_FILES.find((main) => lower.startsWith(main.replace(".csv", "")));
  return meant
    ? `${path} does not count under this name: the export calls it ${meant}.`
    : `${path} is not enough: an export holds ${anyMain}.`;
}

async function ofFolder(path: string, name: string): Promise<string[]> {
  if (!mayHoldExport(name))
    return [`${path} is a part of an export, without ${anyMain} beside it.`];
  const deep = await tooDeep(path, DEPTH);
  return deep.length > 0 ? deep : [`${path} holds no ${anyMain}.`];
}

/** Exports below a folder of the data folder, outside of where they are looked for. */
async function tooDeep(path: string, depth: number): Promise<string[]> {
  const entries = await listFolder(path);
  const found = entries
    .filter(({ name, isFolder }) => !isFolder && (isMainFile(name) || isZip(name)))
    .map(({ name }) =>
      isZip(name)
        ? `${join(path, name)} lies too deep: a zip is looked for in the data folder itself.`
        : `${path} holds ${name} but lies too deep: put the files, or their folder, into the data folder itself.`,
    );
  if (depth === 0) return found;
  for (const { name, isFolder } of entries) {
    if (isFolder && mayHoldExport(name))
      found.push(...(await tooDeep(join(path, name), depth - 1)));
  }
  return found;
}
