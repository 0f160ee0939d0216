import type { CsvRecord } from "./csv.ts";

/** Columns by header name. Missing optional columns read as empty. */
export interface Columns {
  required: readonly string[];
  optional: readonly string[];
  /** The table is read even if the order of day and month is unknown. */
  daysMayBeUnclear?: boolean;
  /** A column of days that must have a readable day unless it is empty. */
  neededDay?: string;
  /** Columns whose leading and trailing spaces are kept, because members type them. */
  asTyped?: readonly string[];
  /** What to do about wrong columns, as a sentence. */
  advice?: string;
}

export interface CsvTable {
  rows: CsvRecord[];
  /** Returns a reader of one column. A column without a header is empty in every row. */
  column(name: string): (row: CsvRecord) => string;
}

export interface TableListener {
  note(line: number, message: string): void;
  warn(line: number, kind: string, message: string): void;
  /** Something that Letterboxd writes differently, but that was readable. */
  changed(what: string): void;
  /** Columns that are not from Letterboxd. */
  added(columns: string[]): void;
  /** A row that is left out because its number of fields differs from the header's. */
  wrongLength(row: CsvRecord, expected: number): void;
}
