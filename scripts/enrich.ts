import config from "../site.config.ts";
import {
  ANSWERS_KEPT,
  interruptionSignal,
  noteLostAnswers,
  runCommand,
} from "../src/commandLine/command.ts";
import { readOptions } from "../src/commandLine/options.ts";
import { loadLibrary } from "../src/loadLibrary.ts";
import { stderrLog } from "../src/log.ts";
import { npmRun } from "../src/npmRun.ts";
import { Problem } from "../src/problem.ts";
import { readSettings } from "../src/settings.ts";
import { describePruned, pruneCache } from "../src/tmdb/cache/prune.ts";
import {
  enrichProblem,
  prunedSampleProblem,
  refreshProblem,
} from "../src/tmdb/enrich/enrichProblems.ts";
import { describeReport, tooManyFailures } from "../src/tmdb/report/describeReport.ts";
import { createProgress } from "../src/tmdb/report/progress.ts";

const usage = `npm run enrich -- [--refresh] [--prune]

Asks TMDB for missing data and saves it in the cache. Builds no site.
  --refresh  fetches all films again
  --prune    deletes cached data that no film in the export needs`;

await runCommand(async () => {
  const { values } = readOptions(
    {
      options: {
        refresh: { type: "boolean", default: false },
        prune: { type: "boolean", default: false },
      },
    },
    usage,
  );
  const settings = readSettings({ config });
  const { cacheDir } = settings;
  const refused = values.refresh ? refreshProblem(settings) : null;
  if (refused) throw refused;
  const { ledger, library, overrides, report, mayName } = await loadLibrary(settings, {
    log: stderrLog,
    progress: createProgress(stderrLog),
    signal: interruptionSignal(new Problem("Interrupted.", { hint: ANSWERS_KEPT })),
    refresh: values.refresh,
    mustKeep: true,
    onLost: noteLostAnswers,
  });
  if (!report) {
    if (values.prune) throw prunedSampleProblem(settings);
    stderrLog.info("The sample has its own metadata, so TMDB is not needed.");
    return;
  }
  const seenCount = library.films.length;
  const lines = describeReport(report, {
    isSiteMade: false,
    isFailed: tooManyFailures(report, seenCount),
    run: (command) => npmRun(settings, command),
    mayName,
  });
  for (const line of lines) stderrLog.info(line);
  const problem = enrichProblem(report, { seenCount, cacheDir });
  if (problem) throw problem;
  if (values.prune) {
    stderrLog.info(describePruned(await pruneCache({ films: ledger.films, overrides, cacheDir })));
  }
});
