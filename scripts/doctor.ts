import config from "../site.config.ts";
import { runCommand } from "../src/commandLine/command.ts";
import { readOptions } from "../src/commandLine/options.ts";
import { publicSummary } from "../src/dataFiles/publicSummary.ts";
import { isDiscreet } from "../src/discretion.ts";
import { diagnosisLines } from "../src/doctor/diagnosis.ts";
import { createFormat } from "../src/format.ts";
import { loadLibrary } from "../src/loadLibrary.ts";
import { IMPORT_ZIP } from "../src/npmRun.ts";
import { Problem } from "../src/problem.ts";
import { readSettings } from "../src/settings.ts";
import { summarise } from "../src/stats/summary.ts";

const usage = `npm run doctor -- [--all] [--json]

Reports oddities, what will be public, which export is used, its contents and its TMDB matches.
  --all   shows everything
  --json  prints only the object of summary.json`;

await runCommand(async () => {
  const { values } = readOptions(
    {
      options: {
        all: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
      },
    },
    usage,
  );
  const settings = readSettings({ config });
  const remarks: string[] = [];
  const warnings: string[] = [];
  const loaded = await loadLibrary(
    { ...settings, offline: true },
    {
      log: {
        info: (message) => remarks.push(message),
        warn: (message) => warnings.push(message),
      },
      // At home the owner may see the days, even if the site withholds them.
      ...(!values.json && !isDiscreet(settings) && { exactDates: true }),
    },
  );
  const { exactDates } = loaded.library;
  const inForce = { ...loaded.settings, offline: settings.offline };
  process.stdout.write(
    values.json
      ? `${JSON.stringify(publicSummary(summarise(loaded.library), createFormat({ exactDates })))}\n`
      : `${diagnosisLines({ ...loaded, settings: inForce, remarks, warnings }, { all: values.all }).join("\n")}\n`,
  );
  if (loaded.ledger.kind === "sample" && !settings.isDataDirNamed) {
    throw new Problem(
      `There is no export in ${settings.dataDir}/. The figures are those of the sample.`,
      {
        hint: `Download yours at letterboxd.com/settings/data, then: npm run ${IMPORT_ZIP}`,
      },
    );
  }
});
