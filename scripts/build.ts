import { parseArgs } from "node:util";
import config from "../site.config.ts";
import { buildSite } from "../src/publish/buildSite.ts";
import { readSettings } from "../src/settings.ts";
import { interruption, run } from "./command.ts";

await run(async () => {
  const { values } = parseArgs({ options: { out: { type: "string", default: "dist" } } });
  const settings = readSettings({ config });
  await buildSite(settings, { outDir: values.out, signal: interruption() });
});
