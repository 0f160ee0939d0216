import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "../src/commandLine/command.ts";
import { makeFonts } from "./fonts/makeFonts.ts";

// Makes src/fonts/ from the fonts of the npm packages; the result is part of the repository.

const folder = "src/fonts";

await runCommand(async () => {
  const files = await makeFonts();
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, content] of files) {
    await writeFile(join(folder, name), content);
    process.stdout.write(`${join(folder, name)}: ${content.length} bytes\n`);
  }
});
