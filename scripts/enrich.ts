import config from "../site.config.ts";
import { ANSWERS_KEPT, interruption, losing, run } from "../src/commandLine/command.ts";
import { readOptions } from "../src/commandLine/options.ts";
import { loadLibrary } from "../src/loadLibrary.ts";
import { stderrLog } from "../src/log.ts";
import { IMPORT_ZIP, npmRun } from "../src/npmRun.ts";
import { Problem } from "../src/problem.ts";
import { readSettings, type Settings } from "../src/settings.ts";
import { describePruned, pruneCache } from "../src/tmdb/cache/prune.ts";
import {
  describeFailure,
  describeLost,
  describeReport,
  tooManyFailures,
} from "../src/tmdb/enrich/enrich.ts";
import { createProgress } from "../src/tmdb/report/progress.ts";

const usage = `npm run enrich -- [--refresh] [--prune]

Asks TMDB for what is missing and fills the cache; makes no site.
  --refresh  asks again for all that the cache holds of your films
  --prune    drops from the cache what no film of the export needs`;

const INTERRUPTED = new Problem("Interrupted.", { hint: ANSWERS_KEPT });

await run(async () => {
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
  const run = (command: string) => npmRun(settings, command);
  if (values.refresh) refuseWithoutTmdb(settings);
  const { ledger, library, overrides, report, mayName } = await loadLibrary(settings, {
    log: stderrLog,
    progress: createProgress(stderrLog),
    signal: interruption(INTERRUPTED),
    refresh: values.refresh,
    mustKeep: true,
    onLost: losing,
  });
  if (!report) {
    if (values.prune) refuseSample(settings);
    stderrLog.info("The sample brings its own metadata: nothing to ask TMDB for.");
    return;
  }
  const lost = describeLost(report);
  const isFailed = tooManyFailures(report, library.films.length);
  const telling = { isSiteMade: false, isFailed, run, mayName };
  for (const line of describeReport(report, telling)) stderrLog.info(line);
  if (isFailed) {
    const { what, advice } = describeFailure(report);
    const kept = lost ? `${lost} could not be kept` : "What was answered is kept";
    throw new Problem(`${what}.`, {
      hint: `${advice}${kept}. Run the same command again later to go on.`,
    });
  }
  if (lost) {
    throw new Problem(`${lost} could not be kept in ${settings.cacheDir}/.`, {
      hint: "Set right what is said above, and run the same command again.",
    });
  }
  if (values.prune) {
    const { cacheDir } = settings;
    stderrLog.info(describePruned(await pruneCache({ films: ledger.films, overrides, cacheDir })));
  }
});

function refuseWithoutTmdb({ offline, tmdb }: Settings): void {
  if (!offline && tmdb.token) return;
  const token = tmdb.isTokenHidden ? "empty in the shell, which goes before .env" : "not set";
  const why = offline ? "OFFLINE is set" : `TMDB_API_TOKEN is ${token}`;
  throw new Problem(`--refresh asks TMDB, but ${why}.`, {
    hint: offline ? "Run it without OFFLINE." : howToGetToken(tmdb),
  });
}

function howToGetToken({ isTokenHidden }: Settings["tmdb"]): string {
  return isTokenHidden
    ? "To use the one in .env: unset TMDB_API_TOKEN."
    : "The README says where to get a key.";
}

/** None of the sample's films is in the cache, so that nothing would be left. */
function refuseSample({ cacheDir }: Settings): never {
  throw new Problem("The sample needs nothing of the cache, so --prune would drop everything.", {
    hint: `Import your export: npm run ${IMPORT_ZIP}. To drop everything, delete the folder ${cacheDir}/.`,
  });
}
