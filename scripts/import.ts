import { existsSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import config from "../site.config.ts";
import { importExport } from "../src/import/importExport.ts";
import { Problem } from "../src/problem.ts";
import { readSettings } from "../src/settings.ts";
import { run } from "./command.ts";

await run(async () => {
  const { values, positionals } = parseArgs({
    options: { force: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const [path, ...more] = positionals;
  if (!path || more.length > 0) {
    throw new Problem(path ? "Only one export can be imported." : "Which export?", {
      hint: `npm run import -- ~/Downloads/letterboxd-….zip${path ? " (a path with blanks in quotes)" : ""}`,
    });
  }
  const isTerminal = process.stdin.isTTY && process.stderr.isTTY;
  await importExport(asMeant(path), readSettings({ config }), {
    force: values.force,
    confirm: isTerminal ? confirm : null,
  });
});

/** npm starts scripts in the project's folder, and says in which one it was called. */
function asMeant(path: string): string {
  const { INIT_CWD: folder } = process.env;
  return !folder || isAbsolute(path) || existsSync(path) ? path : join(folder, path);
}

/** Ctrl-C and the end of the input are a no. */
async function confirm(question: string): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const interrupted = new AbortController();
  lines.once("SIGINT", () => interrupted.abort());
  try {
    const { signal } = interrupted;
    const answer = await lines.question(`\n${question} [y/N] `, { signal });
    return /^y(es)?$/i.test(answer.trim());
  } catch (error) {
    if (error instanceof Error && error.name === "AbortError") return false;
    throw error;
  } finally {
    lines.close();
  }
}
