import { dev } from "astro";
import { run } from "../src/commandLine/command.ts";
import { tryListening } from "../src/commandLine/portProblem.ts";
import { serverOptions } from "../src/commandLine/serverOptions.ts";
import { createLedger } from "../src/dev/ledger.ts";
import { makeWorkFolders } from "../src/workFolders.ts";

const usage = `npm run dev -- [--port PORT] [--host ADDRESS]

Serves the site while you work on it; reloads when the data or the settings change.
  --port PORT     4321 unless told
  --host ADDRESS  0.0.0.0 for all machines of your network`;

await run(async () => {
  let listen = serverOptions(usage);
  process.env.ASTRO_TELEMETRY_DISABLED = "1";
  await tryListening(listen);
  await makeWorkFolders(process.cwd());
  const ledger = createLedger();
  for (;;) {
    ledger.provide();
    const server = await Promise.race([
      dev({ server: listen, integrations: [ledger.integration] }),
      ledger.failed,
    ]);
    listen = { ...listen, port: server.address.port };
    await ledger.outdated();
    await server.stop();
  }
});
// A server that has not come up may still keep the process alive.
process.exit();
