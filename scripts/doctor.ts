import config from "../site.config.ts";
import { createFormat } from "../src/format.ts";
import { loadLibrary } from "../src/loadLibrary.ts";
import { quietLog } from "../src/log.ts";
import { Problem } from "../src/problem.ts";
import { examination } from "../src/publish/examination.ts";
import { publicSummary } from "../src/publish/publicSummary.ts";
import { readSettings } from "../src/settings.ts";
import { summarise } from "../src/stats/summary.ts";
import { run } from "./command.ts";
import { readOptions } from "./options.ts";

const usage = `npm run doctor -- [--all] [--json]

Says what is in data/, what joined, what matched, which settings hold and what will be public.
  --all   leaves nothing out
  --json  prints the object of summary.json and nothing else`;

await run(async () => {
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
  const loaded = await loadLibrary(
    { ...settings, offline: true },
    {
      log: {
        ...quietLog,
        info: (message) => remarks.push(message),
        warn: (message) => remarks.push(message),
      },
    },
  );
  const format = createFormat({ exactDates: settings.publish.exactDates });
  process.stdout.write(
    values.json
      ? `${JSON.stringify(publicSummary(summarise(loaded.library), format))}\n`
      : `${examination({ ...loaded, settings, remarks, all: values.all }).join("\n")}\n`,
  );
  if (loaded.ledger.kind === "sample" && !settings.isDataDirNamed) {
    throw new Problem(
      `There is no export in ${settings.dataDir}/; the figures are those of the sample.`,
      {
        hint: "Put the zip from Letterboxd (Settings, Data, Export your data) or its CSV files there.",
      },
    );
  }
});
