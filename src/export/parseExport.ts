import { type Day, isDay } from "../day.ts";
import { Problem } from "../problem.ts";
import { BadFile } from "./badFile.ts";
import { type ComplaintBook, complaintBook } from "./complaints.ts";
import { type CsvRecord, tokenise } from "./csv.ts";
import { decode } from "./decode.ts";
import type { Complaint, Member } from "./ledger.ts";
import { readListFile } from "./listFile.ts";
import { newest } from "./newest.ts";
import {
  COLUMNS,
  diaryRows,
  type ExportRows,
  filmRows,
  type ListRows,
  ratingRows,
  reviewRows,
} from "./rows.ts";
import { type ExportFiles, isMainFile, MAIN_FILES } from "./source.ts";
import { type Columns, type Table, type TableListener, tableOf } from "./table.ts";

export interface ParsedExport {
  rows: ExportRows;
  /** Data rows per file that was there and readable; all lists count as `lists/*.csv`. */
  files: Record<string, number>;
  /** Newest Date in watched, ratings, diary, reviews, likes/films and watchlist. */
  newestLogged: Day | null;
  complaints: Complaint[];
  /**
   * Why the site must not be built from this export: names every main file that is there and cannot
   * be read. Without those rows a site would be empty, or lack what the last one had.
   */
  problem: Problem | null;
}

/** Files of an export that hold nothing for the site, and the site's own beside it. */
const LEFT_ALONE = [
  "comments.csv",
  "likes/lists.csv",
  "likes/reviews.csv",
  "orphaned/comments.csv",
  "overrides.csv",
];

/**
 * Reads every file of an export into typed rows. A file that cannot be read is complained about and
 * left out; if it is watched, ratings or diary, `problem` says so.
 */
export function parseExport({ source, files }: ExportFiles): ParsedExport {
  const book = complaintBook();
  const counts: Record<string, number> = {};
  const left = new Set(files.keys());
  const unreadable: string[] = [];

  /** `use` gets the records of the file if it is there and readable. */
  const withFile = <T>(file: string, use: (records: CsvRecord[]) => T): T | null => {
    left.delete(file);
    const bytes = files.get(file);
    if (!bytes) return null;
    try {
      const records = tokenise(decode(bytes), (line, reason) =>
        book.warnRow(
          file,
          line,
          "broken quotes",
          `Broken quotes: ${reason}. The line is left out.`,
        ),
      );
      return use(records);
    } catch (error) {
      if (!(error instanceof BadFile)) throw error;
      book.refuse(file, error.line, `The file ${error.message} It is left out.`);
      const where = error.line === null ? file : `${file}, line ${error.line}`;
      if (isMainFile(file)) unreadable.push(`${where}: The file ${error.message}`);
      return null;
    }
  };

  type Reader<Row> = (table: Table, file: string, book: ComplaintBook) => Row[];
  const rowsOf = <Row>(file: string, columns: Columns, read: Reader<Row>): Row[] | null =>
    withFile(file, (records) => {
      const table = tableOf(records, columns, listenerFor(file, book));
      counts[file] = records.length - 1;
      return read(table, file, book);
    });

  const watched = rowsOf("watched.csv", COLUMNS.film, filmRows);
  const ratings = rowsOf("ratings.csv", COLUMNS.ratings, ratingRows);
  const diary = rowsOf("diary.csv", COLUMNS.diary, diaryRows);

  const reviews = rowsOf("reviews.csv", COLUMNS.reviews, reviewRows);
  const watchlist = rowsOf("watchlist.csv", COLUMNS.film, filmRows);
  const likes = rowsOf("likes/films.csv", COLUMNS.film, filmRows);
  const member = withFile("profile.csv", readMember(book));

  const lists: ListRows[] = [];
  for (const file of [...left].filter((name) => name.startsWith("lists/")).sort()) {
    withFile(file, (records) => {
      const { list, rows } = readListFile(records, file, book, listenerFor(file, book));
      counts["lists/*.csv"] = (counts["lists/*.csv"] ?? 0) + rows;
      lists.push(list);
    });
  }
  for (const file of ["orphaned/diary.csv", "orphaned/reviews.csv"]) {
    withFile(file, (records) => noteOrphans(file, records.length - 1, book));
  }
  for (const file of left) {
    if (LEFT_ALONE.includes(file) || file.startsWith("deleted/")) continue;
    book.note(file, null, "The file is none of a Letterboxd export; it is not read.");
  }

  const dated = [watched, ratings, diary, reviews, watchlist, likes].flatMap((all) => all ?? []);
  return {
    rows: { watched, ratings, diary, reviews, watchlist, likes, lists, member },
    files: counts,
    newestLogged: newest([
      ...dated.map(({ date }) => date),
      ...MAIN_FILES.map((file) =>
        counts[file] === undefined ? datedLines(files.get(file)) : null,
      ),
    ]),
    complaints: book.all(),
    problem: unreadable.length === 0 ? null : problemOf(source, unreadable),
  };
}

const listenerFor = (file: string, book: ComplaintBook): TableListener => ({
  note: (line, message) => book.note(file, line, `The file ${message}`),
  warn: (line, message) => book.warn(file, line, `The file ${message}`),
  wrongLength: ({ line, cells }, expected) =>
    book.warnRow(
      file,
      line,
      "a wrong number of fields",
      `The row has ${cells.length} ${cells.length === 1 ? "field" : "fields"} instead of ${expected}; it is left out.`,
    ),
});

/** The e-mail address and everything else in the file stays unread. */
const readMember =
  (book: ComplaintBook) =>
  (records: CsvRecord[]): Member | null => {
    const columns = { required: ["Username"], optional: ["Given Name", "Family Name"] };
    // Its other columns are known and left alone, so they are no news.
    const listener = { ...listenerFor("profile.csv", book), note() {} };
    const table = tableOf(records, columns, listener);
    const [row] = table.rows;
    if (!row) return null;
    return {
      username: table.column("Username")(row),
      givenName: table.column("Given Name")(row),
      familyName: table.column("Family Name")(row),
    };
  };

function noteOrphans(file: string, rows: number, book: ComplaintBook): void {
  if (rows < 1) return;
  const what = `${rows} ${rows === 1 ? "entry" : "entries"} of films that are gone from Letterboxd`;
  book.note(file, null, `${what}: not counted.`);
}

/** The newest day that a line of an unreadable file begins with: it tells how new the export is. */
function datedLines(bytes: Buffer | undefined): Day | null {
  const starts = bytes?.toString("latin1").matchAll(/^"?(\d{4}-\d{2}-\d{2})\b/gm) ?? [];
  return newest(Array.from(starts, ([, day = ""]) => (isDay(day) ? day : null)));
}

function problemOf(source: string, unreadable: string[]): Problem {
  return new Problem(`The export ${source} cannot be read.\n${unreadable.join("\n")}`, {
    hint: "Download the export again at letterboxd.com/settings/data and put it into data/ as it is.",
  });
}
