import { runCommand } from "../src/commandLine/command.ts";
import { readOptions } from "../src/commandLine/options.ts";
import { runAll } from "./child.ts";

const usage = `npm run check

Checks types, lint, formatting, the direction of imports, and that every file and export is used. To correct the formatting: npx biome check --write .`;

await runCommand(async () => {
  readOptions({}, usage);
  const tools = [
    ["biome", "check", "--error-on-warnings", "."],
    ["knip", "--no-progress", "--no-config-hints"],
    ["astro", "check", "--minimumFailingSeverity", "warning"],
  ];
  await runAll(tools, { keepGoing: true });
});
