import { counted } from "../counted.ts";
import { type Day, isDay } from "../day.ts";
import { Problem } from "../problem.ts";
import { type ComplaintBook, complaintBook } from "./complaints.ts";
import type { CsvRecord } from "./csv.ts";
import { isMainFile } from "./exportNames.ts";
import { fileReader, type UnreadableFile } from "./fileReader.ts";
import type { Complaint, Member, SkippedFile } from "./ledger.ts";
import { type Limits, limitsOn } from "./limits.ts";
import { readListFile } from "./listFile.ts";
import { newest } from "./newest.ts";
import { readTable } from "./readTable.ts";
import { withoutRepeats } from "./repeats.ts";
import {
  COLUMNS,
  type DiaryRow,
  diaryRows,
  type ExportRows,
  filmRows,
  type ListRows,
  type Reading,
  ratingRows,
  reviewRows,
} from "./rows.ts";
import type { Columns, CsvTable, TableListener } from "./table.ts";

/** One export as it lies there: the bytes of its CSV files by their name inside the export. */
export interface ExportFiles {
  kind: "zip" | "folder";
  /** Path as the owner would write it. */
  source: string;
  /** `watched.csv`, `likes/films.csv`, `lists/SLUG.csv` … */
  files: Map<string, Buffer>;
  /** Number of files in its `deleted/`, which are never read. */
  deleted: number;
}

export interface ParsedExport {
  rows: ExportRows;
  /** By which they were judged. */
  limits: Limits;
  /**
   * Data rows per file that was there and readable, those left out among them; all lists count as
   * `lists/*.csv`.
   */
  files: Record<string, number>;
  /**
   * Newest Date in watched, ratings, diary, reviews, likes/films and watchlist, of those that can
   * have come if there are any.
   */
  newestLogged: Day | null;
  /** Entries per file of `orphaned/`: their films are gone from Letterboxd. */
  orphaned: Record<string, number>;
  /** Rows that could not be used, per file. */
  leftOut: Record<string, number>;
  skipped: SkippedFile[];
  leftAlone: string[];
  complaints: Complaint[];
  /**
   * Why the site must not be built from this export: names every main file that is there and cannot
   * be read. Without those rows a site would be empty, or lack what the last one had.
   */
  problem: Problem | null;
}

/** Files of an export that hold nothing for the site. */
const LEFT_ALONE = [
  "comments.csv",
  "likes/lists.csv",
  "likes/reviews.csv",
  "orphaned/comments.csv",
];

/** The site's own, which may lie beside an export. */
const OVERRIDES = "overrides.csv";

/**
 * Reads every file of an export into typed rows, as on the day of `buildDate`. A file that cannot be
 * read is complained about and left out; if it is watched, ratings or diary, `problem` says so.
 */
export function parseExport({ source, files, deleted }: ExportFiles, buildDate: Day): ParsedExport {
  const limits = limitsOn(buildDate);
  const book = complaintBook();
  const counts: Record<string, number> = {};
  const reader = fileReader(files, book);

  const leftOutOf = (file: string): number => book.leftOut()[file] ?? 0;
  type Reader<Row> = (table: CsvTable, reading: Reading) => Row[];
  const rowsOf = <Row>(file: string, columns: Columns, read: Reader<Row>): Row[] | null =>
    reader.read(file, (records, listener) => {
      const table = readTable(records, columns, listener);
      const rows = read(table, { file, limits, book });
      counts[file] = rows.length + leftOutOf(file);
      return rows;
    });

  const once =
    <Row extends DiaryRow>(read: Reader<Row>): Reader<Row> =>
    (table, reading) =>
      read(withoutRepeats(table, reading), reading);

  const watched = rowsOf("watched.csv", COLUMNS.film, filmRows);
  const ratings = rowsOf("ratings.csv", COLUMNS.ratings, ratingRows);
  const diary = rowsOf("diary.csv", COLUMNS.diary, once(diaryRows));

  const reviews = rowsOf("reviews.csv", COLUMNS.reviews, once(reviewRows));
  const watchlist = rowsOf("watchlist.csv", COLUMNS.film, filmRows);
  const likes = rowsOf("likes/films.csv", COLUMNS.film, filmRows);
  const member = reader.read("profile.csv", readMember);

  const lists: ListRows[] = [];
  for (const file of reader.unread().filter((name) => name.startsWith("lists/"))) {
    reader.read(file, (records, listener) => {
      const list = readListFile(records, { file, limits, book }, listener);
      const rows = list.items.length + leftOutOf(file);
      counts["lists/*.csv"] = (counts["lists/*.csv"] ?? 0) + rows;
      lists.push(list);
    });
  }
  const orphaned: Record<string, number> = {};
  for (const file of ["orphaned/diary.csv", "orphaned/reviews.csv"]) {
    reader.read(file, (records) => {
      if (records.length > 1) orphaned[file] = records.length - 1;
      noteOrphans(file, records.length - 1, book);
    });
  }
  const leftAlone = deleted > 0 ? [`deleted/ (${counted(deleted, "file")})`] : [];
  for (const file of reader.unread()) {
    if (LEFT_ALONE.includes(file)) leftAlone.push(file);
    else if (file !== OVERRIDES) reader.skip(file, "is none of a Letterboxd export");
  }

  const unreadable = reader.unreadable.filter(({ file }) => isMainFile(file));
  const dated = [watched, ratings, diary, reviews, watchlist, likes].flatMap((all) => all ?? []);
  const days = [
    ...dated.map(({ date }) => date),
    ...unreadable.flatMap(({ file }) => datedLines(files.get(file))),
  ].filter((day) => day !== null);
  return {
    rows: { watched, ratings, diary, reviews, watchlist, likes, lists, member },
    limits,
    files: counts,
    newestLogged: newest(days.filter((day) => day <= limits.lastDay)) ?? newest(days),
    orphaned,
    leftOut: book.leftOut(),
    skipped: reader.skipped,
    leftAlone,
    complaints: book.all(),
    problem: unreadable.length === 0 ? null : problemOf(source, unreadable),
  };
}

/** The e-mail address and everything else in the file stays unread. */
function readMember(records: CsvRecord[], listener: TableListener): Member | null {
  const columns = { required: ["Username"], optional: ["Given Name", "Family Name"] };
  // Its other columns are known and left alone, so they are no news.
  const table = readTable(records, columns, { ...listener, added() {}, note() {} });
  const [row] = table.rows;
  if (!row) return null;
  return {
    username: table.column("Username")(row),
    givenName: table.column("Given Name")(row),
    familyName: table.column("Family Name")(row),
  };
}

function noteOrphans(file: string, rows: number, book: ComplaintBook): void {
  if (rows < 1) return;
  const what = `${counted(rows, "entry", "entries")} of films that are gone from Letterboxd`;
  book.note(file, null, `${what}: not counted.`);
}

/** The days that lines of an unreadable file begin with: they tell how new the export is. */
function datedLines(bytes: Buffer | undefined): Day[] {
  const starts = bytes?.toString("latin1").matchAll(/^"?(\d{4}-\d{2}-\d{2})\b/gm) ?? [];
  return Array.from(starts, ([, day = ""]) => day).filter(isDay);
}

function problemOf(source: string, unreadable: UnreadableFile[]): Problem {
  const what = unreadable.map(({ file, line, reason }) => {
    const where = line === null ? file : `${file}, line ${line}`;
    return `${where}: The file ${reason}`;
  });
  return new Problem(`The export in ${source} cannot be read.\n${what.join("\n")}`, {
    hint: "Download the export again at letterboxd.com/settings/data and import it: npm run import -- FILE.",
  });
}
