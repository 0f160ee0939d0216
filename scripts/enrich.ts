import config from "../site.config.ts";
import { loadLibrary } from "../src/loadLibrary.ts";
import { stderrLog } from "../src/log.ts";
import { Problem } from "../src/problem.ts";
import { readSettings } from "../src/settings.ts";
import { describeReport, tooManyFailures } from "../src/tmdb/enrich.ts";
import { createProgress } from "../src/tmdb/progress.ts";
import { interruption, run } from "./command.ts";
import { readOptions } from "./options.ts";

const usage = `npm run enrich

Asks TMDB for what is missing and fills the cache; makes no site.`;

await run(async () => {
  readOptions({}, usage);
  const settings = readSettings({ config });
  const { library, report } = await loadLibrary(settings, {
    log: stderrLog,
    progress: createProgress(stderrLog),
    signal: interruption(),
  });
  if (!report) {
    stderrLog.info("The sample brings its own metadata: nothing to ask TMDB for.");
    return;
  }
  for (const line of describeReport(report)) stderrLog.info(line);
  if (tooManyFailures(report, library.films.length)) {
    throw new Problem(`TMDB failed for ${report.failed.length} films.`, {
      hint: "What was answered is kept. Run the same command again later to go on.",
    });
  }
});
