import { basename, dirname, extname, join } from "node:path";
import { ANY_MAIN_FILE, isMainFile, isPartFolder, isZip, MAIN_FILES } from "./exportNames.ts";
import {
  type FolderListing,
  MAX_DEPTH,
  type UnsearchedFolder,
  type Walk,
  walkAllFolders,
} from "./walk.ts";

/** Something in a data folder that is not an export. */
export interface NonExport {
  /** A sentence that says why. */
  reason: string;
  /** It seems to be an export, or what is left of one. */
  looksLikeExport: boolean;
}

interface NonExportAt extends NonExport {
  path: string;
}

/** Files of the project, or of the operating system. */
const EXPECTED =
  /^(?:(?:overrides|favourites|history)\.csv|readme(?:\..*)?|thumbs\.db|desktop\.ini)$/i;

/** Tables, archives and incomplete downloads. */
const EXPORT_LIKE =
  /\.(?:csv|tsv|xlsx?|ods|numbers|zip|7z|rar|tar|t?gz|part|partial|crdownload|download)$/i;

/**
 * Explains why each item in the data folder is not an export. Expected items such as overrides.csv, a
 * readme and the lists in canon/ are skipped, as are zips, which `findExports` has opened.
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
    nonExports.push({
      path,
      reason: `${path} contains no ${ANY_MAIN_FILE}.`,
      looksLikeExport: false,
    });
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
    return "is an incomplete download.";
  }
  if (extname(name).toLowerCase() !== ".csv") {
    return "is not a CSV file: use the zip as downloaded, or the CSV files in it.";
  }
  const lower = name.toLowerCase();
  const meant = MAIN_FILES.find((main) => lower.startsWith(main.replace(".csv", "")));
  return meant
    ? `is not read under this name: the export calls it ${meant}.`
    : `is not enough: an export contains ${ANY_MAIN_FILE}.`;
}

const WHY_UNSEARCHED: Record<UnsearchedFolder["why"], string> = {
  part: "is inside a part of an export, where no exports are searched for.",
  canon: "is in canon/, where no exports are searched for.",
  depth: `is too deep: exports are searched for up to ${MAX_DEPTH} folders deep.`,
};

/** A folder named like a part of an export is always reported, other folders only for files in them. */
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

/** Includes zips whose download is incomplete. */
const isExportFile = (name: string): boolean => isMainFile(name) || /\.zip\b/i.test(name);
