import config from "../site.config.ts";
import {
  interruptionSignal,
  noteLostAnswers,
  noteReplacing,
  runCommand,
} from "../src/commandLine/command.ts";
import { readOptions } from "../src/commandLine/options.ts";
import { buildSite } from "../src/publish/buildSite.ts";
import { readSettings } from "../src/settings.ts";

const usage = `npm run build -- [--out FOLDER]

Reads the export, asks TMDB for missing data and builds the site.
  --out FOLDER  where to put the site (default: dist)`;

await runCommand(async () => {
  const { values } = readOptions({ options: { out: { type: "string", default: "dist" } } }, usage);
  const settings = readSettings({ config });
  await buildSite(settings, {
    outDir: values.out,
    signal: interruptionSignal(),
    onReplace: noteReplacing,
    onLost: noteLostAnswers,
  });
});
