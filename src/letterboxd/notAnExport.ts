import { basename, dirname, extname, join } from "node:path";
import { ANY_MAIN_FILE, isMainFile, isPartFolder, isZip, MAIN_FILES } from "./source.ts";
import { DEPTH, type LeftOut, type Listing, type Walk, walkAll } from "./walk.ts";

/** Something in a data folder that is no export. */
export interface Stray {
  /** A sentence on why it is none. */
  reason: string;
  /** An export seems to be meant, or what became of one. */
  isMeant: boolean;
}

interface Found extends Stray {
  path: string;
}

/** Of the project, or of the system that shows the folder. */
const AT_HOME = /^(?:overrides\.csv|readme(?:\..*)?|thumbs\.db|desktop\.ini)$/i;

/** Tables, archives and downloads that are not complete. */
const MEANT =
  /\.(?:csv|tsv|xlsx?|ods|numbers|zip|7z|rar|tar|t?gz|part|partial|crdownload|download)$/i;

/**
 * What a walk through a data folder without an export found, but zips, which were opened already, and
 * what belongs there: overrides.csv, a readme, the lists in canon/. Meant as an export are tables,
 * archives, parts of an export, and what would be one in another place.
 */
export async function findStrays({ folders, leftOut }: Walk): Promise<Stray[]> {
  const [top, ...inner] = folders;
  if (!top) return [];
  const files = ofListing(top).filter((path) => !AT_HOME.test(basename(path)));
  const below = inner.flatMap(ofListing).filter((path) => MEANT.test(path));
  const strays: Found[] = [...files, ...below].map(ofFile);
  for (const folder of leftOut) strays.push(...(await ofLeftOut(folder)));
  for (const { path } of inner) {
    const isNamed = strays.some((stray) => stray.path.startsWith(join(path, "/")));
    if (dirname(path) !== top.path || isNamed) continue;
    strays.push({ path, reason: `${path} holds no ${ANY_MAIN_FILE}.`, isMeant: false });
  }
  return strays;
}

const ofListing = ({ path, entries }: Listing): string[] =>
  entries
    .filter(({ name, isFolder }) => !isFolder && !isZip(name))
    .map(({ name }) => join(path, name));

const ofFile = (path: string): Found => ({
  path,
  reason: `${path} ${whyNone(basename(path))}`,
  isMeant: MEANT.test(path),
});

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

const WHY_LEFT_OUT: Record<LeftOut["why"], string> = {
  part: "lies in a part of an export, where no export is looked for.",
  canon: "lies in canon/, where no export is looked for.",
  depth: `lies too deep: an export is looked for in ${DEPTH} folders one in another, no further.`,
};

/** A part of an export is meant as one by its name alone; elsewhere it takes what looks like one. */
async function ofLeftOut({ path, why }: LeftOut): Promise<Found[]> {
  const part: Found = {
    path,
    reason: `${path} is a part of an export, without ${ANY_MAIN_FILE} beside it.`,
    isMeant: true,
  };
  const listings = await walkAll(path, {
    fail: (_, problem) => {
      throw problem;
    },
  });
  const inside = listings
    .flatMap(({ path: folder, entries }) =>
      entries
        .filter(({ name, isFolder }) => (isFolder ? isPartFolder(name) : isExportFile(name)))
        .map(({ name }) => join(folder, name)),
    )
    .map((path): Found => ({ path, reason: `${path} ${WHY_LEFT_OUT[why]}`, isMeant: true }));
  return why === "part" ? [part, ...inside] : inside;
}

/** Also a zip of which the download is not complete. */
const isExportFile = (name: string): boolean => isMainFile(name) || /\.zip\b/i.test(name);
