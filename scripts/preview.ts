import { existsSync } from "node:fs";
import { preview } from "astro";
import config from "../site.config.ts";
import { Problem } from "../src/problem.ts";
import { builtFor } from "../src/publish/builtFor.ts";
import { readSettings } from "../src/settings.ts";
import { run } from "./command.ts";
import { serverOptions } from "./serverOptions.ts";

const usage = `npm run preview -- [--port PORT] [--host ADDRESS]

Serves the site in dist/.
  --port PORT     4321 unless told
  --host ADDRESS  0.0.0.0 for all machines of your network`;

await run(async () => {
  const server = serverOptions(usage);
  process.env.ASTRO_TELEMETRY_DISABLED = "1";
  if (!existsSync("dist/index.html")) {
    throw new Problem("There is no site in dist/ yet.", { hint: "Make one: npm run build" });
  }
  const base = builtFor("dist", readSettings({ config }).basePath);
  await preview({ server, base });
});
