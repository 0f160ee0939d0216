import { runCommand } from "../src/commandLine/command.ts";
import { runAll } from "./child.ts";
import { ensureBrowser } from "./ensureBrowser.ts";

await runCommand(async () => {
  const isWhole = process.argv.length === 2;
  if (isWhole) await ensureBrowser();
  await runAll([
    ...(isWhole ? [[process.execPath, "tools/check.ts"]] : []),
    ["vitest", "run", ...process.argv.slice(2)],
  ]);
});
