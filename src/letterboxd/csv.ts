import { CsvError, parse } from "csv-parse/sync";
import { grouped } from "../counted.ts";
import { BadFile } from "./badFile.ts";
import { findBrokenQuote, lineEnds } from "./brokenQuote.ts";

export interface CsvRecord {
  /** Line the record starts on, from 1. */
  line: number;
  cells: string[];
}

/** The largest file of a real export has 20,000; each line that is no row of the table takes long. */
const MAX_LINES = 500_000;

/** Each unreadable record costs a new pass over the rest of the file; a real file has none. */
const MAX_BROKEN_RECORDS = 100;

/** Letterboxd writes commas; spreadsheets of many countries write the others. */
export type Separator = "," | ";" | "\t";

/**
 * The records of a CSV text with LF line ends; blank lines are left out. A record with broken quotes
 * goes to `onBroken` and costs its first line only. Throws BadFile for git conflict marks and for a
 * text that is broken all over.
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
  // Half of a conflict, since somebody took out the other marks. No review starts a record.
  const mark = records.find(({ cells }) => /^[<>]{7}(?: |$)/.test(cells[0] ?? ""));
  if (mark) throw conflict(mark.line);
  return records;
}

/** What stands between the fields of the header; a list's version line has none and is passed over. */
export function separatorOf(text: string): Separator {
  const header = /^.*[,;\t].*$/m.exec(text)?.[0] ?? ",";
  return ([",", ";", "\t"] as const).find((separator) => header.includes(separator)) ?? ",";
}

// A row of empty fields is how a spreadsheet writes a blank line.
const OPTIONS = {
  record_delimiter: "\n",
  relax_column_count: true,
  skip_empty_lines: true,
  skip_records_with_empty_values: true,
};
type ParseOptions = typeof OPTIONS & { delimiter: Separator };

/**
 * csv-parse's fastest mode, without its line info: the line of a record follows from the line ends
 * in the cells before it. Null where that fails: for broken quotes and for blank lines.
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

/** Starts again behind every record that breaks off. */
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
        // csv-parse hands out nothing when it throws, so records are caught on their way.
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

/** The text behind so many lines and behind the blank ones that follow. */
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

/** All three marks in order, so that a review which shows one of them is not taken for a conflict. */
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
    "holds git conflict marks (<<<<<<<). Resolve the conflict, or download the export again.",
    line,
  );
