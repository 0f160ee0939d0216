import { extname, join } from "node:path";
import { DEPTH, listFolder, listFolders } from "./folder.ts";
import { ANY_MAIN_FILE, isSampleFolder, isZip, MAIN_FILES, mayHoldExport } from "./source.ts";

/** Something in a data folder that is no export. */
export interface Stray {
  /** A sentence on why it is none. */
  reason: string;
  /** An export seems to be meant, or what became of one. */
  isMeant: boolean;
}

/** Of the project, or of the system that shows the folder. */
const AT_HOME = /^(?:overrides\.csv|canon|readme(?:\..*)?|thumbs\.db|desktop\.ini)$/i;

/** Tables, archives and downloads that are not complete. */
const MEANT =
  /\.(?:csv|tsv|xlsx?|ods|numbers|zip|7z|rar|tar|t?gz|part|partial|crdownload|download)$/i;

/**
 * Everything in a data folder without an export, but zips, which were opened already, and what
 * belongs there: the sample, overrides.csv, canon/, a readme, hidden files.
 */
export async function findStrays(dataDir: string, sampleDir: string): Promise<Stray[]> {
  const strays: Stray[] = [];
  for (const { name, isFolder } of await listFolder(dataDir)) {
    const path = join(dataDir, name);
    if (AT_HOME.test(name) || isSampleFolder(path, dataDir, sampleDir)) continue;
    if (isFolder) strays.push(...(await ofFolder(path, name)));
    else if (!isZip(name)) strays.push(ofFile(path, name));
  }
  return strays;
}

function ofFile(path: string, name: string): Stray {
  return { reason: `${path} ${whyNone(name)}`, isMeant: MEANT.test(name) };
}

function whyNone(name: string): string {
  if (/\.zip\b/i.test(name) || /^\.(part|partial|crdownload|download)$/i.test(extname(name))) {
    return "is a download that is not complete.";
  }
  if (extname(name).toLowerCase() !== ".csv") {
    return "is no CSV file: use the zip as downloaded, or the CSV files in it.";
  }
  const lower = name.toLowerCase();
  const meant = MAIN_FILES.find((main) => lower.startsWith(main.replace(".csv", "")));
  return meant
    ? `does not count under this name: the export calls it ${meant}.`
    : `is not enough: an export holds ${ANY_MAIN_FILE}.`;
}

async function ofFolder(path: string, name: string): Promise<Stray[]> {
  if (!mayHoldExport(name)) {
    const reason = `${path} is a part of an export, without ${ANY_MAIN_FILE} beside it.`;
    return [{ reason, isMeant: true }];
  }
  const folders = await listFolders(path, {
    depth: DEPTH - 1,
    skip: () => false,
    fail: (_, problem) => {
      throw problem;
    },
  });
  const files = folders.flatMap(({ path: folder, entries }) =>
    entries
      .filter((entry) => !entry.isFolder && !isZip(entry.name))
      .map((entry) => ofFile(join(folder, entry.name), entry.name)),
  );
  const meant = files.filter(({ isMeant }) => isMeant);
  return meant.length > 0
    ? meant
    : [{ reason: `${path} holds no ${ANY_MAIN_FILE}.`, isMeant: false }];
}
