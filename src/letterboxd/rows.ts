import type { Day } from "../day.ts";
import type { ComplaintBook } from "./complaints.ts";
import type { CsvRecord } from "./csv.ts";
import {
  faultOfYear,
  parseDay,
  parseRating,
  parseRewatch,
  parseTags,
  parseUri,
  parseWatched,
  type ReportFault,
} from "./fields.ts";
import type { FilmList, Member } from "./ledger.ts";
import type { Limits } from "./limits.ts";
import type { Columns, CsvTable } from "./table.ts";

/** A row of watched, likes/films, watchlist: `uri` is the film's. */
export interface FilmRow {
  line: number;
  /** As written. */
  name: string;
  year: number | null;
  /** What is wrong with the Year, as the start of a sentence; null if it is fine. */
  yearFault: string | null;
  /** Name and Year for comparing: the name in NFC, a NUL, the year or nothing. */
  nameKey: string;
  uri: string | null;
  /** Day of logging. */
  date: Day | null;
}

export interface RatingRow extends FilmRow {
  rating: number | null;
}

/** A row of the diary: `uri` is the entry's. */
export interface DiaryRow extends RatingRow {
  rewatch: boolean;
  tags: string[];
  /** Watched Date; null if it is missing, unreadable or in the future. */
  watched: Day | null;
  isInFuture: boolean;
}

export interface ReviewRow extends DiaryRow {
  text: string;
}

export interface ListItemRow extends FilmRow {
  position: number | null;
  note: string;
}

export interface ListRows extends Omit<FilmList, "items"> {
  /** `lists/SLUG.csv` */
  file: string;
  items: ListItemRow[];
}

/** The typed rows of an export. A missing or unreadable file is null. */
export interface ExportRows {
  watched: FilmRow[] | null;
  ratings: RatingRow[] | null;
  diary: DiaryRow[] | null;
  reviews: ReviewRow[] | null;
  likes: FilmRow[] | null;
  watchlist: FilmRow[] | null;
  lists: ListRows[];
  member: Member | null;
  /** Addresses of the favourite films in profile.csv. */
  favourites: string[];
}

/** The files with the same name in every export. */
export const FILES = {
  watched: "watched.csv",
  ratings: "ratings.csv",
  diary: "diary.csv",
  reviews: "reviews.csv",
  likes: "likes/films.csv",
  watchlist: "watchlist.csv",
} as const;

/** Each of `FILES` with its rows; null for a missing or unreadable file. */
export const filesIn = (rows: ExportRows): [file: string, rows: FilmRow[] | null][] =>
  (Object.keys(FILES) as (keyof typeof FILES)[]).map((key) => [FILES[key], rows[key]]);

const FILM = ["Name", "Year", "Letterboxd URI"] as const;

export const COLUMNS = {
  film: { required: FILM, optional: ["Date"] },
  ratings: { required: [...FILM, "Rating"], optional: ["Date"] },
  diary: {
    required: [...FILM, "Rating", "Watched Date"],
    optional: ["Date", "Rewatch", "Tags"],
    neededDay: "Watched Date",
  },
  reviews: {
    required: [...FILM, "Rating", "Review", "Watched Date"],
    optional: ["Date", "Rewatch", "Tags"],
  },
  listItems: { required: ["Name", "Year", "URL"], optional: ["Position", "Description"] },
} satisfies Record<string, Columns>;

export const nameKeyOf = (name: string, year: number | null): string =>
  `${name.normalize("NFC")}\0${year ?? ""}`;

/**
 * Identifies an entry: by its address, else by Name, Year and Watched Date. Entries of films that were
 * removed from Letterboxd have no address. Null without an address and a Watched Date.
 */
export function entryKey({
  uri,
  nameKey,
  watched = null,
}: FilmRow & Partial<Pick<DiaryRow, "watched">>): string | null {
  if (uri !== null) return uri;
  return watched === null ? null : `${nameKey}\0${watched}`;
}

/** The file of rows, the limits for their values, and the book of complaints. */
export interface Reading {
  file: string;
  limits: Limits;
  book: ComplaintBook;
}

/** Whether a text can be a film's name. Rows without a name are left out. */
export const isName = (text: string): boolean => text.trim() !== "" && !text.includes("\0");

/**
 * Reads every row of a table that has a name, and reports the others. `uriColumn` is `URL` in lists.
 * Rows of the diary and of reviews are entries.
 */
function readRows<Row extends FilmRow>(
  { rows, column }: CsvTable,
  { file, limits, book }: Reading,
  { uriColumn, isEntry = false }: { uriColumn: string; isEntry?: boolean },
  extend: (film: FilmRow, record: CsvRecord, reportFault: ReportFault) => Row,
): Row[] {
  const nameOf = column("Name");
  const yearOf = column("Year");
  const uriOf = column(uriColumn);
  const dateOf = column("Date");
  const read: Row[] = [];
  for (const record of rows) {
    const reportFault: ReportFault = (kind, message) =>
      book.warnRow(file, record.line, kind, message);
    const leaveOut: ReportFault = (kind, message) =>
      book.leaveOut(file, record.line, kind, message);
    const name = nameOf(record);
    if (!isName(name)) {
      if (name.includes("\0")) {
        leaveOut("NUL characters", "The row contains NUL characters; it is left out.");
      } else leaveOut("an empty Name", "The row has no Name; it is left out.");
      continue;
    }
    const yearText = yearOf(record);
    const yearFault = faultOfYear(yearText, limits);
    const year = yearFault === null && yearText !== "" ? Number(yearText) : null;
    // `resolveYears` treats the Years of entries once all films are known.
    if (yearFault !== null && !isEntry)
      reportFault("an impossible Year", `${yearFault}; it counts as unknown.`);
    const film: FilmRow = {
      line: record.line,
      name,
      year,
      yearFault,
      nameKey: nameKeyOf(name, year),
      uri: parseUri(uriOf(record), reportFault),
      date: parseDay(dateOf(record), "Date", reportFault),
    };
    read.push(extend(film, record, reportFault));
  }
  return read;
}

const FILMS = { uriColumn: "Letterboxd URI" };
const ENTRIES = { ...FILMS, isEntry: true };

export const filmRows = (table: CsvTable, reading: Reading): FilmRow[] =>
  readRows(table, reading, FILMS, (film) => film);

export function ratingRows(table: CsvTable, reading: Reading): RatingRow[] {
  const ratingOf = table.column("Rating");
  return readRows(table, reading, FILMS, (film, record, reportFault) => ({
    ...film,
    rating: parseRating(ratingOf(record), reportFault),
  }));
}

export function diaryRows(table: CsvTable, reading: Reading): DiaryRow[] {
  const watchedOf = table.column("Watched Date");
  const extend = entryReader(table, reading);
  return readRows(table, reading, ENTRIES, (film, record, reportFault) => {
    const row = extend(film, record, reportFault);
    if (watchedOf(record) === "") {
      reportFault(
        "no Watched Date",
        "The row has no Watched Date; the film counts as seen, the row does not count as a viewing.",
      );
    }
    return row;
  });
}

export function reviewRows(table: CsvTable, reading: Reading): ReviewRow[] {
  const textOf = table.column("Review");
  const extend = entryReader(table, reading);
  return readRows(table, reading, ENTRIES, (film, record, reportFault) => ({
    ...extend(film, record, reportFault),
    text: textOf(record),
  }));
}

function entryReader({ column }: CsvTable, { limits }: Reading) {
  const ratingOf = column("Rating");
  const rewatchOf = column("Rewatch");
  const tagsOf = column("Tags");
  const watchedOf = column("Watched Date");
  return (film: FilmRow, record: CsvRecord, reportFault: ReportFault): DiaryRow => ({
    ...film,
    rating: parseRating(ratingOf(record), reportFault),
    rewatch: parseRewatch(rewatchOf(record), reportFault),
    tags: parseTags(tagsOf(record)),
    ...parseWatched(watchedOf(record), limits, reportFault),
  });
}

export function listItemRows(table: CsvTable, reading: Reading): ListItemRow[] {
  const positionOf = table.column("Position");
  const noteOf = table.column("Description");
  return readRows(table, reading, { uriColumn: "URL" }, (film, record) => ({
    ...film,
    position: /^\d+$/.test(positionOf(record)) ? Number(positionOf(record)) : null,
    note: noteOf(record),
  }));
}
