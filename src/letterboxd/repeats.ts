import { grouped } from "../counted.ts";
import { isDay } from "../day.ts";
import { type ComplaintBook, lineNumbers } from "./complaints.ts";
import type { CsvRecord } from "./csv.ts";
import { parseUri } from "./fields.ts";
import { comparableDate } from "./limits.ts";
import {
  type DiaryRow,
  type ExportRows,
  entryKey,
  FILES,
  type FilmRow,
  isName,
  type Reading,
} from "./rows.ts";
import type { CsvTable } from "./table.ts";

/**
 * Removes repeated entries from the diary or reviews: files that somebody merged may contain an entry
 * several times. Of the rows with one address and one Watched Date, the row with the newest Date is kept,
 * or the lowest of several such rows. The others are reported, and their other fields are not checked.
 */
export function withoutRepeats(table: CsvTable, { file, limits, book }: Reading): CsvTable {
  const nameOf = table.column("Name");
  const uriOf = table.column("Letterboxd URI");
  const dayOf = table.column("Watched Date");
  const dateOf = table.column("Date");
  const keyOf = (record: CsvRecord): string | null => {
    const uri = parseUri(uriOf(record), () => {});
    return uri === null || !isName(nameOf(record)) ? null : `${uri}\0${dayOf(record)}`;
  };
  const loggedOn = (record: CsvRecord): string => {
    const date = dateOf(record);
    return comparableDate(isDay(date) ? date : null, limits);
  };

  const kept = new Map<string, CsvRecord>();
  const dropped = new Set<CsvRecord>();
  for (const record of table.rows) {
    const key = keyOf(record);
    if (key === null) continue;
    const other = kept.get(key);
    const isOlder = other !== undefined && loggedOn(record) < loggedOn(other);
    if (other) dropped.add(isOlder ? record : other);
    if (!isOlder) kept.set(key, record);
  }
  if (dropped.size === 0) return table;
  const rows = table.rows.filter((record) => !dropped.has(record));
  const lines = table.rows.filter((record) => dropped.has(record)).map(({ line }) => line);
  const what =
    lines.length === 1
      ? "1 row repeats the address and the Watched Date of another"
      : `${grouped(lines.length)} rows repeat the address and the Watched Date of others`;
  book.leaveOutAll(
    file,
    lines,
    "a row that repeats another",
    `${what} (${lineNumbers(lines)}): left out; the row with the newest Date is kept, or the lowest of several such rows.`,
  );
  return { ...table, rows };
}

interface Repeat {
  file: keyof typeof FILES;
  /** What one repeated row is called, and several. */
  one: string;
  many: string;
  /** Equal for rows that repeat each other; null for a row that cannot. */
  keyOf: (row: FilmRow & Partial<DiaryRow>) => string | null;
  outcome: string;
}

const FILM = { one: "a film", many: "films", keyOf: ({ uri }: FilmRow) => uri };
const ENTRY = { one: "an entry", many: "entries", keyOf: ({ uri }: FilmRow) => uri };
const UNADDRESSED = {
  one: "an entry without an address",
  many: "entries without an address",
  keyOf: (row: FilmRow & Partial<DiaryRow>) => (row.uri === null ? entryKey(row) : null),
};

/** What each file should contain once, and how repeats are treated. */
const REPEATS: Repeat[] = [
  { file: "watched", ...FILM, outcome: "each film counts once" },
  {
    file: "ratings",
    ...FILM,
    outcome: "the rating with the newest Date counts, or the lowest of several such ratings",
  },
  {
    file: "diary",
    ...ENTRY,
    outcome: "each readable day of theirs that is not in the future counts as a viewing",
  },
  { file: "diary", ...UNADDRESSED, outcome: "each counts" },
  { file: "reviews", ...ENTRY, outcome: "the same text is shown once" },
  { file: "likes", ...FILM, outcome: "each film counts once" },
  { file: "watchlist", ...FILM, outcome: "each film counts once" },
];

/** Warns of rows that repeat an earlier one of their file, as careless merges leave them. */
export function noteRepeats(rows: ExportRows, book: ComplaintBook): void {
  for (const { file, one, many, keyOf, outcome } of REPEATS) {
    const known = new Set<string>();
    const lines: number[] = [];
    for (const row of rows[file] ?? []) {
      const key = keyOf(row);
      if (key === null) continue;
      if (known.has(key)) lines.push(row.line);
      known.add(key);
    }
    const [first] = lines;
    if (first === undefined) continue;
    const repeats =
      lines.length === 1 ? `1 row repeats ${one}` : `${grouped(lines.length)} rows repeat ${many}`;
    const message = `${repeats} of the file (${lineNumbers(lines)}): ${outcome}.`;
    book.warn(FILES[file], first, `a row that repeats ${one}`, message);
  }
}
