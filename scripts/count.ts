import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { compareFigures } from "./count/compare.ts";
import { numberOfDay } from "./count/days.ts";
import { countFigures } from "./count/figures.ts";
import { Uncountable } from "./count/rows.ts";

// Counts an unpacked export a second time, to check the figures of a site against. It shares no code
// with src/, which made them: whoever doubts a figure can read these few files instead.

const usage = "npm run count -- FOLDER [SUMMARY.json] [--date YYYY-MM-DD] [--bulk-day N]";

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { date: { type: "string" }, "bulk-day": { type: "string", default: "10" } },
  });
  const [folder, summaryFile, ...others] = positionals;
  if (folder === undefined || others.length > 0) throw new Uncountable(`Usage: ${usage}`);
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
  const isArgument =
    error instanceof Error && "code" in error && /^ERR_PARSE_ARGS/.test(String(error.code));
  if (!(error instanceof Uncountable) && !isArgument) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

function dayFrom(text: string): string {
  if (numberOfDay(text) === null) throw new Uncountable(`${text} is no day as YYYY-MM-DD.`);
  return text;
}

function amountFrom(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Uncountable(`--bulk-day ${text} is no number from 1 up.`);
  return Number(text);
}

function readSummary(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (isMissing) throw new Uncountable(`There is no file ${file}.`);
    if (error instanceof SyntaxError) throw new Uncountable(`${file} is no JSON: ${error.message}`);
    throw error;
  }
}
