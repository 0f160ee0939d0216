import { IMPORT_ZIP } from "../../npmRun.ts";
import { Problem } from "../../problem.ts";
import type { Settings } from "../../settings.ts";
import { HIDDEN_TOKEN } from "../client/token.ts";
import { describeFailure, describeUnsaved, tooManyFailures } from "../report/describeReport.ts";
import type { EnrichReport } from "../report/enrichReport.ts";

/** Why `npm run enrich` fails after the report, or null. */
export function enrichProblem(
  report: EnrichReport,
  { seenCount, cacheDir }: { seenCount: number; cacheDir: string },
): Problem | null {
  const unsaved = describeUnsaved(report);
  if (tooManyFailures(report, seenCount)) {
    const { what, advice } = describeFailure(report);
    const saved = unsaved ? `${unsaved} could not be saved` : "TMDB's answers so far are saved";
    return new Problem(`${what}.`, {
      hint: `${advice}${saved}. Run the same command again later to continue.`,
    });
  }
  if (unsaved === null) return null;
  return new Problem(`${unsaved} could not be saved in ${cacheDir}/.`, {
    hint: "Fix the problem above, then run the same command again.",
  });
}

/** Why `--refresh` cannot ask TMDB, or null. */
export function refreshProblem({ offline, tmdb }: Settings): Problem | null {
  if (offline) {
    return new Problem("--refresh asks TMDB, but OFFLINE is set.", {
      hint: "Run it without OFFLINE.",
    });
  }
  if (tmdb.token) return null;
  const { state, advice } = tmdb.isTokenHidden
    ? HIDDEN_TOKEN
    : { state: "not set", advice: "A key is free: https://www.themoviedb.org/settings/api" };
  return new Problem(`--refresh asks TMDB, but TMDB_API_TOKEN is ${state}.`, { hint: advice });
}

/** Why `--prune` refuses the sample: none of its films is in the cache. */
export const prunedSampleProblem = ({ cacheDir }: Settings): Problem =>
  new Problem("The sample uses nothing in the cache, so --prune would delete everything.", {
    hint: `Import your export: npm run ${IMPORT_ZIP}. To delete everything, delete the folder ${cacheDir}/.`,
  });
