import { basename, dirname, extname, join } from "node:path";
import { ANY_MAIN_FILE, isMainFile, isPartFolder, isZip, MAIN_FILES } from "./exportNames.ts";
import {
  type FolderListing,
  MAX_DEPTH,
  type UnsearchedFolder,
  type Walk,
  walkAllFolders,
} from "./walk.ts";

/** Something in a data folder that is no export. */
export interface NonExport {
  /** A sentence on why it is none. */
  reason: string;
  /** An export seems to be meant, or what became of one. */
  looksLikeExport: boolean;
}

interface NonExportAt extends NonExport {
  path: string;
}

/** Of the project, or of the system that shows the folder. */
const EXPECTED = /^(?:overrides\.csv|readme(?:\..*)?|thumbs\.db|desktop\.ini)$/i;

/** Tables, archives and downloads that are not complete. */
const EXPORT_LIKE =
  /\.(?:csv|tsv|xlsx?|ods|numbers|zip|7z|rar|tar|t?gz|part|partial|crdownload|download)$/i;

/**
 * What a walk through a data folder without an export found, but zips, which were opened already, and
 * what belongs there: overrides.csv, a readme, the lists in canon/. Meant as an export are tables,
 * archives, parts of an export, and what would be one in another place.
 */
export async function explainNonExports({ folders, unsearched }: Walk): Promise<NonExport[]> {
  const [top, ...inner] = folders;
  if (!top) return [];
  const files = filesIn(top).filter((path) => !EXPECTED.test(basename(path)));
  const below = inner.flatMap(filesIn).filter((path) => EXPORT_LIKE.test(path));
  const nonExports: NonExportAt[] = [...files, ...below].map(explainFile);
  for (const folder of unsearched) nonExports.push(...(await explainUnsearched(folder)));
  for (const { path } of inner) {
    const isNamed = nonExports.some((nonExport) => nonExport.path.startsWith(join(path, "/")));
    if (dirname(path) !== top.path || isNamed) continue;
    nonExports.push({ path, reason: `${path} holds no ${ANY_MAIN_FILE}.`, looksLikeExport: false });
  }
  return nonExports;
}

const filesIn = ({ path, items }: FolderListing): string[] =>
  items
    .filter(({ name, isFolder }) => !isFolder && !isZip(name))
    .map(({ name }) => join(path, name));

const explainFile = (path: string): NonExportAt => ({
  path,
  reason: `${path} ${whyNotAnExport(basename(path))}`,
  looksLikeExport: EXPORT_LIKE.test(path),
});

function whyNotAnExport(name: string): string {
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

const WHY_UNSEARCHED: Record<UnsearchedFolder["why"], string> = {
  part: "lies in a part of an export, where no export is looked for.",
  canon: "lies in canon/, where no export is looked for.",
  depth: `lies too deep: an export is looked for in ${MAX_DEPTH} folders one in another, no further.`,
};

/** A part of an export is meant as one by its name alone; elsewhere it takes what looks like one. */
async function explainUnsearched({ path, why }: UnsearchedFolder): Promise<NonExportAt[]> {
  const part: NonExportAt = {
    path,
    reason: `${path} is a part of an export, without ${ANY_MAIN_FILE} beside it.`,
    looksLikeExport: true,
  };
  const listings = await walkAllFolders(path, {
    fail: (_, problem) => {
      throw problem;
    },
  });
  const inside = listings
    .flatMap(({ path: folder, items }) =>
      items
        .filter(({ name, isFolder }) => (isFolder ? isPartFolder(name) : isExportFile(name)))
        .map(({ name }) => join(folder, name)),
    )
    .map(
      (path): NonExportAt => ({
        path,
        reason: `${path} ${WHY_UNSEARCHED[why]}`,
        looksLikeExport: true,
      }),
    );
  return why === "part" ? [part, ...inside] : inside;
}

/** Also a zip of which the download is not complete. */
const isExportFile = (name: string): boolean => isMainFile(name) || /\.zip\b/i.test(name);
