import type { CsvRecord } from "./csv.ts";

/** Columns by header name; `optional` ones may be absent and then read as empty. */
export interface Columns {
  required: readonly string[];
  optional: readonly string[];
  /** The table is worth reading though nobody can tell its days. */
  daysMayBeUnclear?: boolean;
  /** A column of days without which the table is not worth reading, if the column holds anything. */
  neededDay?: string;
  /** Columns that members type: blanks at the ends are theirs. */
  asTyped?: readonly string[];
}

export interface CsvTable {
  rows: CsvRecord[];
  /** Reads one column of a row; a column without a header is empty everywhere. */
  column(name: string): (row: CsvRecord) => string;
}

export interface TableListener {
  note(line: number, message: string): void;
  warn(line: number, kind: string, message: string): void;
  /** Something that Letterboxd writes in another way, and that could be read all the same. */
  changed(what: string): void;
  /** Columns that no export has. */
  added(columns: string[]): void;
  /** A row whose number of fields differs from the header's: it is left out. */
  wrongLength(row: CsvRecord, expected: number): void;
}
