import { CsvError, parse } from "csv-parse/sync";
import { grouped } from "../counted.ts";
import { BadFile } from "./badFile.ts";
import { findBrokenQuote, lineEnds } from "./brokenQuote.ts";

export interface CsvRecord {
  /** Line on which the record starts, counted from 1. */
  line: number;
  cells: string[];
}

/** The largest file of a real export has 20,000 lines. Broken lines are slow to read. */
const MAX_LINES = 500_000;

/** Each unreadable record costs another pass over the rest of the file. Real files have none. */
const MAX_BROKEN_RECORDS = 100;

/** Letterboxd writes commas. Spreadsheets in many countries write semicolons or tabs. */
export type Separator = "," | ";" | "\t";

/**
 * Splits a CSV text with LF line ends into records, without blank lines. Of a record with broken quotes,
 * `onBroken` gets the first line and reading continues on the second.
 *
 * @throws BadFile for git conflict marks and for a text with broken quotes in too many places
 */
export function tokenise(
  text: string,
  onBroken: (line: number, reason: string) => void,
  separator: Separator = ",",
): CsvRecord[] {
  refuseConflictMarks(text);
  if (lineEnds(text) > MAX_LINES) throw new BadFile(`has over ${grouped(MAX_LINES)} lines.`);
  const options = { ...OPTIONS, delimiter: separator };
  const records = readPlain(text, options) ?? readWithCare(text, options, onBroken);
  // One mark is left if somebody removed the others. No record starts with the text of a review.
  const mark = records.find(({ cells }) => /^[<>]{7}(?: |$)/.test(cells[0] ?? ""));
  if (mark) throw conflict(mark.line);
  return records;
}

/** The separator of the header. The version line of a list has no separator and is skipped. */
export function separatorOf(text: string): Separator {
  const header = /^.*[,;\t].*$/m.exec(text)?.[0] ?? ",";
  return ([",", ";", "\t"] as const).find((separator) => header.includes(separator)) ?? ",";
}

// Spreadsheets write a blank line as a row of empty fields.
const OPTIONS = {
  record_delimiter: "\n",
  relax_column_count: true,
  skip_empty_lines: true,
  skip_records_with_empty_values: true,
};
type ParseOptions = typeof OPTIONS & { delimiter: Separator };

/**
 * Reads with csv-parse's fastest mode, which gives no line numbers: these are counted from the line ends
 * in the cells. Returns null for a text with broken quotes or blank lines.
 */
function readPlain(text: string, options: ParseOptions): CsvRecord[] | null {
  let rows: string[][];
  try {
    rows = parse(text, options);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return null;
  }
  let next = 1;
  const records = rows.map((cells) => {
    const line = next;
    next += 1 + lineEndsIn(cells);
    return { line, cells };
  });
  const lines = lineEnds(text) + (text === "" || text.endsWith("\n") ? 0 : 1);
  return next - 1 === lines ? records : null;
}

/** Starts again after every record with broken quotes. */
function readWithCare(
  text: string,
  options: ParseOptions,
  onBroken: (line: number, reason: string) => void,
): CsvRecord[] {
  const records: CsvRecord[] = [];
  let rest = text;
  let linesBefore = 0;
  for (let broken = 0; ; broken += 1) {
    let end = 0;
    try {
      parse(rest, {
        ...options,
        // csv-parse returns nothing when it throws, so records are collected one by one.
        on_record: (cells: string[], { lines }) => {
          records.push({ line: linesBefore + lines - lineEndsIn(cells), cells });
          end = lines;
          return null;
        },
      });
      return records;
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      const start = skipLines(rest, end);
      const line = linesBefore + end + start.blank + 1;
      if (broken === MAX_BROKEN_RECORDS) {
        throw new BadFile(`has broken quotes in over ${MAX_BROKEN_RECORDS} places.`, line);
      }
      const { lines, reason } = findBrokenQuote(start.rest, options.delimiter);
      onBroken(line, lines === 0 ? reason : `in line ${line + lines} ${reason}`);
      const after = skipLines(start.rest, 1);
      rest = after.rest;
      linesBefore = line + after.blank;
    }
  }
}

/** The text after the first `lines` lines and the blank lines that follow them. */
function skipLines(text: string, lines: number): { rest: string; blank: number } {
  let at = 0;
  for (let n = 0; n < lines; n += 1) {
    const end = text.indexOf("\n", at);
    if (end === -1) return { rest: "", blank: 0 };
    at = end + 1;
  }
  let blank = 0;
  while (text[at + blank] === "\n") blank += 1;
  return { rest: text.slice(at + blank), blank };
}

const lineEndsIn = (cells: string[]): number =>
  cells.reduce((sum, cell) => sum + lineEnds(cell), 0);

/** Looks for all three marks in order: a review may quote one of them. */
function refuseConflictMarks(text: string): void {
  let at = 0;
  let first: number | null = null;
  for (const mark of [/^<{7}(?: |$)/m, /^={7}$/m, /^>{7}(?: |$)/m]) {
    const found = mark.exec(text.slice(at));
    if (!found) return;
    at += found.index;
    first ??= at;
  }
  throw conflict(lineEnds(text.slice(0, first ?? 0)) + 1);
}

const conflict = (line: number): BadFile =>
  new BadFile(
    "contains git conflict marks (<<<<<<<). Resolve the conflict, or download the export again.",
    line,
  );
