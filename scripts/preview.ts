import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { preview } from "astro";
import { Problem } from "../src/problem.ts";
import { run } from "./command.ts";

await run(async () => {
  process.env.ASTRO_TELEMETRY_DISABLED = "1";
  if (!existsSync("dist/index.html")) {
    throw new Problem("There is no site in dist/ yet.", { hint: "Make one: npm run build" });
  }
  const { values } = parseArgs({ options: { port: { type: "string" }, host: { type: "string" } } });
  await preview({
    server: {
      ...(values.port && { port: Number(values.port) }),
      ...(values.host && { host: values.host }),
    },
  });
});
