import config from "../site.config.ts";
import { buildSite } from "../src/publish/buildSite.ts";
import { readSettings } from "../src/settings.ts";
import { interruption, run } from "./command.ts";

await run(async () => {
  await buildSite(readSettings({ config }), { signal: interruption() });
});
