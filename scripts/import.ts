import { existsSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import config from "../site.config.ts";
import { interruptionSignal, runCommand } from "../src/commandLine/command.ts";
import { confirm } from "../src/commandLine/confirm.ts";
import { readOptions } from "../src/commandLine/options.ts";
import { importExport } from "../src/import/importExport.ts";
import { IMPORT_ZIP, quoted } from "../src/npmRun.ts";
import { Problem } from "../src/problem.ts";
import { readSettings } from "../src/settings.ts";

const CALL = `npm run ${IMPORT_ZIP}`;
const usage = `npm run import -- FILE [--force] [--keep-all]

Copies the parts of an export that the site uses into data/ (or DATA_DIR) and reports the changes.
FILE is the zip or the unpacked folder. It replaces the last export.
  --force     imports it even if it is older or much smaller than the last one
  --keep-all  also copies review texts, tags, lists and the watchlist that are not published`;

await runCommand(async () => {
  const { values, positionals } = readOptions(
    {
      options: {
        force: { type: "boolean", default: false },
        "keep-all": { type: "boolean", default: false },
      },
      allowPositionals: true,
    },
    usage,
  );
  const path = onlyPath(positionals);
  const signal = interruptionSignal(new Problem("The import was interrupted."));
  const isTerminal = process.stdin.isTTY && process.stderr.isTTY;
  await importExport(asMeant(path), readSettings({ config }), {
    force: values.force,
    keepAll: values["keep-all"],
    confirm: isTerminal ? (question) => confirm(question, signal) : null,
    signal,
  });
});

function onlyPath([path, ...more]: string[]): string {
  if (!path) throw new Problem("Name the export to import.", { hint: CALL });
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(path)) {
    throw new Problem(`${path} is a web address, but import takes a file on this computer.`, {
      hint: `Download the zip in a browser at letterboxd.com/settings/data, then: ${CALL}`,
    });
  }
  if (more.length === 0) return path;
  const whole = [path, ...more].join(" ");
  throw new Problem("Only one export can be imported.", {
    hint: existsSync(asMeant(whole))
      ? `Put a path with spaces in quotes: npm run import -- ${quoted(whole)}`
      : `${CALL} (put a path with spaces in quotes)`,
  });
}

/** npm starts scripts in the project's folder; INIT_CWD is the folder where it was called. */
function asMeant(path: string): string {
  const { INIT_CWD: folder } = process.env;
  return !folder || isAbsolute(path) || existsSync(path) ? path : join(folder, path);
}
