import { parseArgs } from "node:util";
import { dev } from "astro";
import { run } from "./command.ts";

await run(async () => {
  process.env.ASTRO_TELEMETRY_DISABLED = "1";
  const { values } = parseArgs({ options: { port: { type: "string" }, host: { type: "string" } } });
  await dev({
    server: {
      ...(values.port && { port: Number(values.port) }),
      ...(values.host && { host: values.host }),
    },
  });
});
