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

/** Where to look for an export, and whether the sample may replace it. */
export interface ExportPlace {
  /** Folder to look for exports in, or one export (folder or zip), or the sample. */
  dataDir: string;
  sampleDir: string;
  /** Days later than the day after this one count as mistakes. */
  buildDate: Day;
  /** The owner set `dataDir`, so the sample must not replace it. */
  isNamed?: boolean;
  /** GitHub Actions could publish the sample over the owner's site. */
  isOnGitHub?: boolean;
}

const HINT =
  "DATA_DIR must name a folder to look for exports in, or one export (folder or zip). DATA_DIR=data/sample is the sample.";

/**
 * Chooses the export to build from. `findExports` lists the exports in `dataDir`, `takeNewest` picks one.
 * If there is none, the sample is used.
 *
 * @throws Problem if `dataDir` does not exist, if an import into it was interrupted, or if the newest
 *   export cannot be read. If there is no export: also if the owner set `dataDir`, if something in it
 *   looks like an export (see `explainNonExports`), and in GitHub Actions.
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
      `DATA_DIR is ${dataDir}/, but there is no export in it.`,
      `Import one: DATA_DIR=${quoted(dataDir)} npm run ${IMPORT_ZIP}. For the sample: DATA_DIR=data/sample`,
    );
  }
  if (nonExports.some(({ looksLikeExport }) => looksLikeExport)) {
    refuse(
      `There is no export in ${dataDir}/. What is there cannot be used:`,
      `Import the zip from letterboxd.com/settings/data: npm run ${IMPORT_ZIP}. Or remove these to see the sample.`,
    );
  }
  if (isOnGitHub) {
    refuse(
      `There is no export in ${dataDir}/. In GitHub Actions the sample is built only if DATA_DIR names it.`,
      "Git ignores zips: run npm run import -- FILE at home, commit data/ and push. For a site of the sample: DATA_DIR=data/sample.",
    );
  }
}

const SHOWN = 10;

/** Up to ten sentences, those about what looks like an export first. */
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
