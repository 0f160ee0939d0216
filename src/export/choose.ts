import type { Day } from "../day.ts";
import type { Log } from "../log.ts";
import { findCandidates, folderCandidate, takeNewest } from "./candidates.ts";
import { refuseInterruptedImport } from "./importFolder.ts";
import type { ParsedExport } from "./parseExport.ts";
import { findStrays } from "./strays.ts";

export interface ChosenExport {
  kind: "zip" | "folder" | "sample";
  source: string;
  parsed: ParsedExport;
}

/**
 * The export to build from. Candidates are `dataDir`, the folders in it but `sample/`, and the zips
 * in it, if they hold watched, ratings or diary.csv at their top or one folder down. The one with
 * the newest Date wins, then the newest date in the name; the log names the others. Without any, the
 * sample is taken, and the log says why what `dataDir` holds does not count. Throws Problem if
 * `dataDir` is not there, if an import into it was interrupted, if no export in it can be read, and
 * if the one that wins cannot, or one that bears a later date in its name: an older one in its place
 * would take films off the site without a word.
 */
export async function chooseExport(
  dataDir: string,
  sampleDir: string,
  { buildDate, log }: { buildDate: Day; log: Log },
): Promise<ChosenExport> {
  await refuseInterruptedImport(dataDir);
  const hint = "DATA_DIR must name a folder to look for exports in, or one export (folder or zip).";
  const best = takeNewest(await findCandidates(dataDir, { sampleDir, buildDate, hint, log }), log);
  if (best) return best;
  log.info(`No export in ${dataDir}/: the sample is used. Put yours there to see your own.`);
  for (const stray of await findStrays(dataDir, sampleDir)) log.warn(stray);
  const sample = await folderCandidate(sampleDir, buildDate);
  if (sample.parsed.problem) throw sample.parsed.problem;
  return { ...sample, kind: "sample" };
}
