import { counted } from "../counted.ts";
import { type Day, isDay } from "../day.ts";
import { Problem } from "../problem.ts";
import { type ComplaintBook, complaintBook } from "./complaints.ts";
import type { CsvRecord } from "./csv.ts";
import { isMainFile } from "./exportNames.ts";
import { parseFavourites } from "./favourites.ts";
import { fileReader, type UnreadableFile } from "./fileReader.ts";
import type { Complaint, Member, SkippedFile } from "./ledger.ts";
import { type Limits, limitsOn } from "./limits.ts";
import { readListFile } from "./listFile.ts";
import { newest } from "./newest.ts";
import { OWN_FILES } from "./ownFiles.ts";
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

/** The unread files of one export: the bytes of its CSV files by their name inside the export. */
export interface ExportFiles {
  kind: "zip" | "folder";
  /** Path as the owner would write it. */
  source: string;
  /** `watched.csv`, `likes/films.csv`, `lists/SLUG.csv` … */
  files: Map<string, Buffer>;
  /** Number of files in its `deleted/`. They are never read. */
  deleted: number;
}

export interface ParsedExport {
  rows: ExportRows;
  /** The limits that the rows were checked against. */
  limits: Limits;
  /**
   * Data rows of each readable file, including those left out. All lists count as `lists/*.csv`.
   */
  files: Record<string, number>;
  /**
   * Newest Date in watched, ratings, diary, reviews, likes/films and watchlist. Dates in the future count
   * only if there are no others.
   */
  newestLogged: Day | null;
  /** Entries by file of `orphaned/`, whose films were removed from Letterboxd. */
  orphaned: Record<string, number>;
  /** Rows that could not be used, by file. */
  leftOut: Record<string, number>;
  skipped: SkippedFile[];
  leftAlone: string[];
  complaints: Complaint[];
  /**
   * Names every main file that exists but cannot be read. A site built without those rows would be empty
   * or incomplete.
   */
  problem: Problem | null;
}

/** Files of an export that the site does not use. */
const LEFT_ALONE = [
  "comments.csv",
  "likes/lists.csv",
  "likes/reviews.csv",
  "orphaned/comments.csv",
];

/**
 * Reads every file of an export into typed rows, as of `buildDate`. A file that cannot be read is left
 * out with a complaint; `problem` is set if it is watched, ratings or diary.
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
  const profile = reader.read("profile.csv", (records, listener) =>
    readProfile(records, listener, book),
  );
  const member = profile?.member ?? null;
  const favourites = profile?.favourites ?? [];

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
    else if (!OWN_FILES.includes(file)) reader.skip(file, "is not part of a Letterboxd export");
  }

  const unreadable = reader.unreadable.filter(({ file }) => isMainFile(file));
  const dated = [watched, ratings, diary, reviews, watchlist, likes].flatMap((all) => all ?? []);
  const days = [
    ...dated.map(({ date }) => date),
    ...unreadable.flatMap(({ file }) => datedLines(files.get(file))),
  ].filter((day) => day !== null);
  return {
    rows: { watched, ratings, diary, reviews, watchlist, likes, lists, member, favourites },
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

/** Reads names and favourites only. The e-mail address and all other columns stay unread. */
function readProfile(
  records: CsvRecord[],
  listener: TableListener,
  book: ComplaintBook,
): { member: Member; favourites: string[] } | null {
  const columns = { required: ["Username"], optional: ["Given Name", "Family Name"] };
  // Its other columns are expected, so they are not reported.
  const table = readTable(records, columns, { ...listener, added() {}, note() {} });
  const [row] = table.rows;
  if (!row) return null;
  return {
    member: {
      username: table.column("Username")(row),
      givenName: table.column("Given Name")(row),
      familyName: table.column("Family Name")(row),
    },
    favourites: parseFavourites(table.column("Favorite Films")(row), (kind, message) =>
      book.warn("profile.csv", row.line, kind, message),
    ),
  };
}

function noteOrphans(file: string, rows: number, book: ComplaintBook): void {
  if (rows < 1) return;
  const what = `${counted(rows, "entry", "entries")} of films removed from Letterboxd`;
  book.note(file, null, `${what}: not counted.`);
}

/** The days at the start of lines of an unreadable file. They show how new the export is. */
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
