import { dev } from "astro";
import { run } from "./command.ts";
import { serverOptions } from "./serverOptions.ts";

const usage = `npm run dev -- [--port PORT] [--host ADDRESS]

Serves the site while you work on it; reloads when data/ changes.
  --port PORT     4321 unless told
  --host ADDRESS  0.0.0.0 for all machines of your network`;

await run(async () => {
  process.env.ASTRO_TELEMETRY_DISABLED = "1";
  await dev({ server: serverOptions(usage) });
});
