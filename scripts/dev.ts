import { dev } from "astro";
import { runCommand } from "../src/commandLine/command.ts";
import { tryListening } from "../src/commandLine/portProblem.ts";
import { serverOptions } from "../src/commandLine/serverOptions.ts";
import { createDevSite } from "../src/dev/devSite.ts";
import { makeWorkFolders } from "../src/workFolders.ts";

const usage = `npm run dev -- [--port PORT] [--host ADDRESS]

Serves the site while you work on it; reloads when the data or the settings change.
  --port PORT     default: 4321
  --host ADDRESS  0.0.0.0 opens it to your network`;

await runCommand(async () => {
  let listen = serverOptions(usage);
  process.env.ASTRO_TELEMETRY_DISABLED = "1";
  await tryListening(listen);
  await makeWorkFolders(process.cwd());
  const site = createDevSite();
  for (;;) {
    site.provide();
    const server = await Promise.race([
      dev({ server: listen, integrations: [site.integration] }),
      site.failed,
    ]);
    listen = { ...listen, port: server.address.port };
    await site.outdated();
    await server.stop();
  }
});
// A server that failed to start may still keep the process alive.
process.exit();
