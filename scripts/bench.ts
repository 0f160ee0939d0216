import { parseArgs } from "node:util";
import { readingReport } from "./bench/reading.ts";
import { run } from "./command.ts";

await run(async () => {
  const { values } = parseArgs({
    options: { export: { type: "string", default: "data/sample" } },
  });
  for (const line of await readingReport(values.export)) process.stdout.write(`${line}\n`);
});
