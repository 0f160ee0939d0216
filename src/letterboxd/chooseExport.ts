import { grouped } from "../counted.ts";
import type { Day } from "../day.ts";
import type { Log } from "../log.ts";
import { IMPORT_ZIP, quoted } from "../npmRun.ts";
import { Problem } from "../problem.ts";
import { lastLoggedText } from "./exportAge.ts";
import { findExports, readFolderExport } from "./findExports.ts";
import { refuseInterruptedImport } from "./importFolder.ts";
import { explainNonExports, type NonExport } from "./nonExports.ts";
import type { ParsedExport } from "./parseExport.ts";
import { takeNewest } from "./takeNewest.ts";
import { isSamePlace } from "./walk.ts";

export interface ChosenExport {
  kind: "zip" | "folder" | "sample";
  source: string;
  parsed: ParsedExport;
}

/** Where to look for an export, and whether the sample may take its place. */
export interface ExportPlace {
  /** Folder to look for exports in, or one export (folder or zip), or the sample. */
  dataDir: string;
  sampleDir: string;
  /** The day to read it for. */
  buildDate: Day;
  /** The owner named `dataDir`: then nothing takes its place. */
  isNamed?: boolean;
  /** GitHub Actions may publish what is built, over a site of the owner's. */
  isOnGitHub?: boolean;
}

const HINT =
  "DATA_DIR must name a folder to look for exports in, or one export (folder or zip). DATA_DIR=data/sample is the sample.";

/**
 * The export to build from. ExportSearch are `dataDir`, the folders in it but the sample, and the zips
 * in all of these, if they hold watched, ratings or diary.csv. The one with the newest Date wins, then
 * the newest date in the name; the log names the others. Without any, the sample is taken.
 *
 * @throws Problem if `dataDir` is not there, if an import into it was interrupted, if no export in it
 *   can be read, and if the one that wins cannot, or one that bears a later date in its name: an older
 *   one in its place would take films off the site without a word. Without any, also if `dataDir` was
 *   named, if it holds what is meant as an export (see `explainNonExports`), and in GitHub Actions.
 */
export async function chooseExport(place: ExportPlace, log: Log): Promise<ChosenExport> {
  const { dataDir, sampleDir, buildDate } = place;
  if (await isSamePlace(dataDir, sampleDir)) {
    const sample = await takeSample(dataDir, buildDate);
    log.info(`Export: the sample in ${dataDir}/ (${lastLoggedText(sample)}).`);
    return sample;
  }
  await refuseInterruptedImport(dataDir);
  const found = await findExports(dataDir, { sampleDir, buildDate, hint: HINT });
  const best = takeNewest(found, log);
  if (best) return best;
  const zips = found.otherZips.map((reason): NonExport => ({ reason, looksLikeExport: true }));
  const nonExports = [...zips, ...(await explainNonExports(found.searched))];
  refuseSample(place, nonExports);
  log.info(`No export in ${dataDir}/: the sample is used. To see your own: npm run ${IMPORT_ZIP}`);
  for (const line of linesOf(nonExports, dataDir)) log.warn(line);
  return takeSample(sampleDir, buildDate);
}

async function takeSample(folder: string, buildDate: Day): Promise<ChosenExport> {
  const sample = await readFolderExport(folder, buildDate);
  if (sample.parsed.problem) throw sample.parsed.problem;
  return { ...sample, kind: "sample" };
}

function refuseSample(
  { dataDir, isNamed, isOnGitHub }: ExportPlace,
  nonExports: NonExport[],
): void {
  const lines = linesOf(nonExports, dataDir);
  const refuse = (what: string, hint: string) => {
    throw new Problem([what, ...lines].join("\n"), { hint });
  };
  if (isNamed) {
    refuse(
      `There is no export in ${dataDir}/, which DATA_DIR names.`,
      `Import one: DATA_DIR=${quoted(dataDir)} npm run ${IMPORT_ZIP}. For the sample: DATA_DIR=data/sample`,
    );
  }
  if (nonExports.some(({ looksLikeExport }) => looksLikeExport)) {
    refuse(
      `There is no export in ${dataDir}/, only what cannot be used as one:`,
      `Import the zip from letterboxd.com/settings/data: npm run ${IMPORT_ZIP}. Or take these out to see the sample.`,
    );
  }
  if (isOnGitHub) {
    refuse(
      `There is no export in ${dataDir}/, and in GitHub Actions the sample is built only if DATA_DIR names it.`,
      "Git ignores zips: run npm run import -- FILE at home, commit data/ and push. For a site of the sample: DATA_DIR=data/sample.",
    );
  }
}

const SHOWN = 10;

/** Ten sentences at most, about what is meant as an export before the others. */
function linesOf(nonExports: NonExport[], dataDir: string): string[] {
  const sorted = nonExports.toSorted(
    (a, b) => Number(b.looksLikeExport) - Number(a.looksLikeExport),
  );
  const lines = sorted.map(({ reason }) => reason);
  const rest = lines.length - SHOWN;
  return rest > 1
    ? [...lines.slice(0, SHOWN), `… and ${grouped(rest)} more in ${dataDir}/.`]
    : lines;
}
