import { runCommand } from "../src/commandLine/command.ts";
import { readOptions } from "../src/commandLine/options.ts";
import { runAll } from "./child.ts";

const usage = `npm run check

Checks types, lint and formatting. To correct the formatting: npx biome check --write .`;

await runCommand(async () => {
  readOptions({}, usage);
  await runAll([
    ["biome", "check", "--error-on-warnings", "."],
    ["astro", "check", "--minimumFailingSeverity", "warning"],
  ]);
});
