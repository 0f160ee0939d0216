import type { Day } from "../day.ts";
import type { ComplaintBook } from "./complaints.ts";
import type { CsvRecord } from "./csv.ts";
import {
  type Fault,
  parseDay,
  parseRating,
  parseRewatch,
  parseTags,
  parseUri,
  parseYear,
} from "./fields.ts";
import type { FilmList, Member } from "./ledger.ts";
import type { Columns, Table } from "./table.ts";

/** A row of watched, likes/films, watchlist: `uri` is the film's. */
export interface FilmRow {
  line: number;
  /** As written. */
  name: string;
  year: number | null;
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
  /** Year as written, if it cannot be read. */
  unreadYear: string | null;
  rewatch: boolean;
  tags: string[];
  /** Watched Date. */
  watched: Day | null;
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

/** The typed rows of an export; a file that is absent or unreadable is null. */
export interface ExportRows {
  watched: FilmRow[] | null;
  ratings: RatingRow[] | null;
  diary: DiaryRow[] | null;
  reviews: ReviewRow[] | null;
  likes: FilmRow[] | null;
  watchlist: FilmRow[] | null;
  lists: ListRows[];
  member: Member | null;
}

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
 * Reads every row of a table that has a name; a row that cannot be used goes to the book.
 * `uriColumn` is `URL` in lists; an entry is a row of the diary or of reviews.
 */
function readRows<Row extends FilmRow>(
  { rows, column }: Table,
  file: string,
  book: ComplaintBook,
  { uriColumn, isEntry = false }: { uriColumn: string; isEntry?: boolean },
  extend: (film: FilmRow, record: CsvRecord, fault: Fault) => Row,
): Row[] {
  const nameOf = column("Name");
  const yearOf = column("Year");
  const uriOf = column(uriColumn);
  const dateOf = column("Date");
  const read: Row[] = [];
  for (const record of rows) {
    const fault: Fault = (kind, message) => book.warnRow(file, record.line, kind, message);
    const leaveOut: Fault = (kind, message) => book.leaveOut(file, record.line, kind, message);
    const name = nameOf(record);
    if (name.trim() === "") {
      leaveOut("an empty Name", "The row has no Name; it is left out.");
      continue;
    }
    if (name.includes("\0")) {
      leaveOut("NUL characters", "The row holds NUL characters; it is left out.");
      continue;
    }
    // What an entry's unreadable Year comes to depends on the films there are.
    const year = parseYear(yearOf(record), isEntry ? () => {} : fault);
    const film: FilmRow = {
      line: record.line,
      name,
      year,
      nameKey: nameKeyOf(name, year),
      uri: parseUri(uriOf(record), fault),
      date: parseDay(dateOf(record), "Date", fault),
    };
    read.push(extend(film, record, fault));
  }
  return read;
}

const FILMS = { uriColumn: "Letterboxd URI" };
const ENTRIES = { ...FILMS, isEntry: true };

export const filmRows = (table: Table, file: string, book: ComplaintBook): FilmRow[] =>
  readRows(table, file, book, FILMS, (film) => film);

export function ratingRows(table: Table, file: string, book: ComplaintBook): RatingRow[] {
  const ratingOf = table.column("Rating");
  return readRows(table, file, book, FILMS, (film, record, fault) => ({
    ...film,
    rating: parseRating(ratingOf(record), fault),
  }));
}

export function diaryRows(table: Table, file: string, book: ComplaintBook): DiaryRow[] {
  const watchedOf = table.column("Watched Date");
  const extend = entryReader(table);
  return readRows(table, file, book, ENTRIES, (film, record, fault) => {
    const row = extend(film, record, fault);
    if (row.watched === null && watchedOf(record) === "") {
      fault(
        "no Watched Date",
        "The row has no Watched Date; the film is seen, the row is no viewing.",
      );
    }
    return row;
  });
}

export function reviewRows(table: Table, file: string, book: ComplaintBook): ReviewRow[] {
  const textOf = table.column("Review");
  const extend = entryReader(table);
  return readRows(table, file, book, ENTRIES, (film, record, fault) => ({
    ...extend(film, record, fault),
    text: textOf(record),
  }));
}

function entryReader({ column }: Table) {
  const yearOf = column("Year");
  const ratingOf = column("Rating");
  const rewatchOf = column("Rewatch");
  const tagsOf = column("Tags");
  const watchedOf = column("Watched Date");
  return (film: FilmRow, record: CsvRecord, fault: Fault): DiaryRow => ({
    ...film,
    unreadYear: film.year === null ? yearOf(record) || null : null,
    rating: parseRating(ratingOf(record), fault),
    rewatch: parseRewatch(rewatchOf(record), fault),
    tags: parseTags(tagsOf(record)),
    watched: parseDay(watchedOf(record), "Watched Date", fault),
  });
}

export function listItemRows(table: Table, file: string, book: ComplaintBook): ListItemRow[] {
  const positionOf = table.column("Position");
  const noteOf = table.column("Description");
  return readRows(table, file, book, { uriColumn: "URL" }, (film, record) => ({
    ...film,
    position: /^\d+$/.test(positionOf(record)) ? Number(positionOf(record)) : null,
    note: noteOf(record),
  }));
}
