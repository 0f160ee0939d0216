import { existsSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { createInterface } from "node:readline/promises";
import config from "../site.config.ts";
import { interruptionSignal, runCommand } from "../src/commandLine/command.ts";
import { readOptions } from "../src/commandLine/options.ts";
import { importExport } from "../src/import/importExport.ts";
import { IMPORT_ZIP, quoted } from "../src/npmRun.ts";
import { Problem } from "../src/problem.ts";
import { readSettings } from "../src/settings.ts";

const CALL = `npm run ${IMPORT_ZIP}`;
const usage = `npm run import -- FILE [--force]

Puts what the site uses of an export (a zip, or the folder it was unpacked to) into data/ (or
DATA_DIR), in the place of the last one, and says what is new.
  --force  also if it is older than the last one or lacks much of it`;

await runCommand(async () => {
  const { values, positionals } = readOptions(
    { options: { force: { type: "boolean", default: false } }, allowPositionals: true },
    usage,
  );
  const path = onlyPath(positionals);
  const signal = interruptionSignal(new Problem("The import was interrupted."));
  const isTerminal = process.stdin.isTTY && process.stderr.isTTY;
  await importExport(asMeant(path), readSettings({ config }), {
    force: values.force,
    confirm: isTerminal ? (question) => confirm(question, signal) : null,
    signal,
  });
});

function onlyPath([path, ...more]: string[]): string {
  if (!path) throw new Problem("Which export?", { hint: CALL });
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(path)) {
    throw new Problem(`${path} is an address: import takes a file of this machine.`, {
      hint: `Download the zip in a browser at letterboxd.com/settings/data, then: ${CALL}`,
    });
  }
  if (more.length === 0) return path;
  const whole = [path, ...more].join(" ");
  throw new Problem("Only one export can be imported.", {
    hint: existsSync(asMeant(whole))
      ? `A path with blanks goes in quotes: npm run import -- ${quoted(whole)}`
      : `${CALL} (a path with blanks in quotes)`,
  });
}

/** npm starts scripts in the project's folder, and says in which one it was called. */
function asMeant(path: string): string {
  const { INIT_CWD: folder } = process.env;
  return !folder || isAbsolute(path) || existsSync(path) ? path : join(folder, path);
}

/** Ctrl-C and the end of the input are a no. */
async function confirm(question: string, signal: AbortSignal): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const ended = new AbortController();
  lines.once("SIGINT", () => ended.abort());
  lines.once("close", () => ended.abort());
  try {
    const answer = await lines.question(`\n${question} [y/N] `, {
      signal: AbortSignal.any([signal, ended.signal]),
    });
    return /^y(es)?$/i.test(answer.trim());
  } catch (error) {
    if (ended.signal.aborted || signal.aborted) return false;
    throw error;
  } finally {
    lines.close();
  }
}
