import { runAll } from "./child.ts";
import { run } from "./command.ts";
import { readOptions } from "./options.ts";

const usage = `npm run check

Types, lint and formatting of the code. To put the formatting right: npx biome check --write .`;

await run(async () => {
  readOptions({}, usage);
  await runAll([
    ["biome", "check", "--error-on-warnings", "."],
    ["astro", "check", "--minimumFailingSeverity", "warning"],
  ]);
});
