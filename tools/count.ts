import { readFileSync } from "node:fs";
import { readOptions, Usage } from "../src/commandLine/options.ts";
import { compareFigures } from "./count/compare.ts";
import { numberOfDay } from "./count/days.ts";
import { countFigures } from "./count/figures.ts";
import { Uncountable } from "./count/rows.ts";

// Counts an unpacked export a second time, to check the figures of a site. It shares
// nothing with src/ but the reading of options, so anybody who doubts a figure can read these few
// files instead.

const usage = `npm run count -- FOLDER [SUMMARY.json] [--date YYYY-MM-DD] [--bulk-day N]

Counts an unpacked export a second time; with a summary.json it says whether the site says the same.
  --date YYYY-MM-DD  as of this day (default: today)
  --bulk-day N       viewings that make a day a filled-in one (default: 10)`;

try {
  const { values, positionals } = readOptions(
    {
      allowPositionals: true,
      options: { date: { type: "string" }, "bulk-day": { type: "string", default: "10" } },
    },
    usage,
  );
  const [folder, summaryFile, ...others] = positionals;
  if (folder === undefined || others.length > 0) throw new Usage(`Usage: ${usage}`);
  const today = new Date().toISOString().slice(0, 10);
  const counted = countFigures(folder, {
    buildDate: dayFrom(values.date ?? (process.env.BUILD_DATE || today)),
    bulkDay: amountFrom(values["bulk-day"]),
  });
  if (summaryFile === undefined) {
    process.stdout.write(`${JSON.stringify(counted, null, 2)}\n`);
  } else {
    const { isSame, lines } = compareFigures(counted, readSummary(summaryFile));
    process.stdout.write(`${lines.join("\n")}\n`);
    if (!isSame) throw new Uncountable(`${summaryFile} is not what ${folder} holds.`);
  }
} catch (error) {
  const isHelp = error instanceof Usage && error.isAsked;
  if (!(error instanceof Uncountable) && !(error instanceof Usage)) throw error;
  (isHelp ? process.stdout : process.stderr).write(`${error.message}\n`);
  process.exitCode = isHelp ? 0 : 1;
}

function dayFrom(text: string): string {
  if (numberOfDay(text) === null) throw new Uncountable(`${text} is not a day like 2024-01-31.`);
  return text;
}

function amountFrom(text: string): number {
  if (!/^[1-9]\d*$/.test(text))
    throw new Uncountable(`--bulk-day ${text} is not a whole number from 1 up.`);
  return Number(text);
}

function readSummary(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (isMissing) throw new Uncountable(`There is no file ${file}.`);
    if (error instanceof SyntaxError)
      throw new Uncountable(`${file} is not JSON: ${error.message}`);
    throw error;
  }
}
