import { existsSync } from "node:fs";
import type { Server } from "node:http";
import { preview } from "astro";
import config from "../site.config.ts";
import { runCommand } from "../src/commandLine/command.ts";
import { tryListening } from "../src/commandLine/portProblem.ts";
import { serverOptions } from "../src/commandLine/serverOptions.ts";
import { refuseOddAddresses } from "../src/dev/oddAddresses.ts";
import { Problem } from "../src/problem.ts";
import { builtBasePath } from "../src/publish/builtBasePath.ts";
import { readSettings } from "../src/settings.ts";

const usage = `npm run preview -- [--port PORT] [--host ADDRESS]

Serves the site in dist/.
  --port PORT     default: 4321
  --host ADDRESS  0.0.0.0 opens it to your network`;

await runCommand(async () => {
  const server = serverOptions(usage);
  process.env.ASTRO_TELEMETRY_DISABLED = "1";
  if (!existsSync("dist/index.html")) {
    throw new Problem("There is no site in dist/ yet.", { hint: "Make one: npm run build" });
  }
  await tryListening(server);
  const base = builtBasePath("dist", readSettings({ config }).basePath);
  // Its type does not mention the Node server that it contains.
  const { server: http } = (await preview({ server, base })) as unknown as { server: Server };
  // The owner may keep a .git in dist/.
  refuseOddAddresses(http, base, (part) => part.startsWith(".") && part !== ".well-known");
});
