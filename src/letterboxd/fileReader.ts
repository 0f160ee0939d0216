import { counted, grouped, several } from "../counted.ts";
import { BadFile, BadHeading, quoteInHeading } from "./badFile.ts";
import type { ComplaintBook } from "./complaints.ts";
import { type CsvRecord, separatorOf, tokenise } from "./csv.ts";
import { decode } from "./decode.ts";
import type { SkippedFile } from "./ledger.ts";
import type { TableListener } from "./table.ts";

export interface UnreadableFile {
  file: string;
  line: number | null;
  /** "is not UTF-8 …", which continues "The file". */
  reason: string;
}

/** Reads the files of one export one by one, and records those that cannot be read. */
export interface FileReader {
  /**
   * Returns what `use` makes of the records of the file; null if the file is missing, or if the reader or
   * `use` cannot read it.
   */
  read<T>(file: string, use: (records: CsvRecord[], listener: TableListener) => T): T | null;
  /** Leaves the file out. The reason continues "The file". */
  skip(file: string, reason: string): void;
  /** Names of the files that have not been read or skipped, in order. */
  unread(): string[];
  readonly unreadable: readonly UnreadableFile[];
  readonly skipped: SkippedFile[];
}

export function fileReader(files: Map<string, Buffer>, book: ComplaintBook): FileReader {
  const left = new Set(files.keys());
  const unreadable: UnreadableFile[] = [];
  const skipped: SkippedFile[] = [];
  return {
    unreadable,
    skipped,
    unread: () => [...left].sort(),
    skip(file, reason) {
      left.delete(file);
      skipped.push({ file, reason: `${reason}.` });
      book.note(file, null, `The file ${reason}; it is not read.`);
    },
    read(file, use) {
      left.delete(file);
      const bytes = files.get(file);
      if (!bytes) return null;
      try {
        return readOne(decode(bytes), file, book, use);
      } catch (error) {
        if (!(error instanceof BadFile)) throw error;
        const { line, message: reason } = error;
        book.refuse(file, line, `The file ${reason} It is left out.`);
        unreadable.push({ file, line, reason });
        skipped.push({ file, reason });
        return null;
      }
    },
  };
}

/** `sep=;`, which tells Excel the separator of the fields. */
export const SEPARATOR_LINE = /^"?sep=.?"?\n/i;

function readOne<T>(
  text: string,
  file: string,
  book: ComplaintBook,
  use: (records: CsvRecord[], listener: TableListener) => T,
): T {
  const changes: string[] = [];
  const separator = separatorOf(text.replace(SEPARATOR_LINE, ""));
  if (SEPARATOR_LINE.test(text)) changes.push("a first line that names the separator");
  if (separator !== ",")
    changes.push(`${separator === ";" ? "semicolons" : "tabs"} instead of commas`);
  const broken: number[] = [];
  const records = tokenise(
    // A blank line keeps the numbers of the lines below.
    text.replace(SEPARATOR_LINE, "\n"),
    (line, reason) => {
      broken.push(line);
      const message = `Broken quotes: ${reason}. The line is left out.`;
      book.leaveOut(file, line, "broken quotes", message);
    },
    separator,
  );
  let added: string[] = [];
  const listener: TableListener = {
    note: (line, message) => book.note(file, line, `The file ${message}`),
    warn: (line, kind, message) => book.warn(file, line, kind, `The file ${message}`),
    changed: (what) => void changes.push(what),
    added: (columns) => {
      added = added.concat(columns);
    },
    wrongLength: ({ line, cells }, expected) =>
      book.leaveOut(
        file,
        line,
        "a wrong number of fields",
        `The row has ${counted(cells.length, "field")} instead of ${grouped(expected)}; it is left out.`,
      ),
  };
  try {
    const result = use(records, listener);
    noteChanges({ file, line: records[0]?.line ?? null }, changes, added, book);
    return result;
  } catch (error) {
    if (!(error instanceof BadHeading)) throw error;
    // The real heading had a broken quote, and another line took its place.
    const { line } = error;
    const heading = broken.find((one) => line === null || one < line);
    throw heading === undefined ? error : quoteInHeading(heading);
  }
}

/** The kind of complaint about separators and values that Letterboxd writes differently. */
export const RESAVED_KIND = "a file that another program has saved";

function noteChanges(
  { file, line }: { file: string; line: number | null },
  changes: string[],
  added: string[],
  book: ComplaintBook,
): void {
  const ignored = `unknown columns, which are ignored: ${several(added, 6)}`;
  if (changes.length > 0) {
    const all = added.length > 0 ? [...changes, ignored] : changes;
    const message = `A spreadsheet or another tool saved the file again; it was still readable: ${all.join("; ")}.`;
    book.warn(file, line, RESAVED_KIND, `${message} The export as downloaded is safer.`);
  } else if (added.length > 0) {
    book.note(file, line, `The file has ${ignored}.`);
  }
}
