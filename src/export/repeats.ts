import { type ComplaintBook, lineNumbers } from "./complaints.ts";
import {
  type DiaryRow,
  type ExportRows,
  entryKey,
  FILES,
  type FilmRow,
  type Reading,
} from "./rows.ts";

/**
 * Rows of the diary or of reviews without those that stand there twice: exports that were put
 * together by hand hold an entry's address and Watched Date more than once. The row of the newest
 * Date stays, of equal ones the last. The book hears of the others.
 */
export function dropRepeats<Row extends DiaryRow>(
  rows: Row[],
  { file, book }: Pick<Reading, "file" | "book">,
): Row[] {
  const staying = new Map<string, Row>();
  for (const row of rows) {
    const key = keyOfRow(row);
    const other = staying.get(key);
    if (!other || (row.date ?? "") >= (other.date ?? "")) staying.set(key, row);
  }
  const dropped = rows.filter((row) => row.uri !== null && staying.get(keyOfRow(row)) !== row);
  if (dropped.length === 0) return rows;
  const what =
    dropped.length === 1
      ? "1 row repeats the address and the Watched Date of another"
      : `${dropped.length} rows repeat the address and the Watched Date of others`;
  const lines = dropped.map(({ line }) => line);
  book.leaveOutAll(
    file,
    lines,
    `${what} (${lineNumbers(lines)}): left out; the row of the newest Date counts, of equal ones the last.`,
  );
  const gone = new Set(dropped);
  return rows.filter((row) => !gone.has(row));
}

const keyOfRow = ({ uri, writtenDay }: DiaryRow): string => `${uri}\0${writtenDay}`;

interface Repeat {
  file: keyof typeof FILES;
  /** One row that stands again, and several. */
  one: string;
  many: string;
  /** What makes two rows the same; null for a row that cannot repeat another. */
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

/** What should stand once in its file and may stand there again, and what becomes of it. */
const REPEATS: Repeat[] = [
  { file: "watched", ...FILM, outcome: "each film counts once" },
  {
    file: "ratings",
    ...FILM,
    outcome: "the rating of the newest Date counts, of equal ones the last",
  },
  { file: "diary", ...ENTRY, outcome: "their Watched Dates differ, so each counts" },
  { file: "diary", ...UNADDRESSED, outcome: "each counts" },
  { file: "reviews", ...ENTRY, outcome: "the same text is shown once" },
  { file: "likes", ...FILM, outcome: "each film counts once" },
  { file: "watchlist", ...FILM, outcome: "each film counts once" },
];

/** Says which rows repeat an earlier one of their file: what a merge gone wrong leaves. */
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
      lines.length === 1 ? `1 row repeats ${one}` : `${lines.length} rows repeat ${many}`;
    book.warn(FILES[file], first, `${repeats} of the file (${lineNumbers(lines)}): ${outcome}.`);
  }
}
