import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseCsv } from "./csv.ts";

/** A row of any file of the export; what its file has no column for is empty. */
export interface WrittenRow {
  /** In Unicode's composed form (NFC). */
  name: string;
  /** As written. */
  year: string;
  /** Letterboxd URI: of the film, or in diary and reviews of the entry. */
  uri: string;
  date: string;
  watchedDate: string;
  /** 0.5, 1 … 5; null if missing or invalid. */
  rating: number | null;
  isFlagged: boolean;
  /** The file it is in: `lists/rainy-sundays.csv`. */
  file: string;
}

export interface ExportRows<Row> {
  watched: Row[];
  ratings: Row[];
  diary: Row[];
  reviews: Row[];
  likes: Row[];
  watchlist: Row[];
  /** The items of all lists. */
  listItems: Row[];
}

/** Tells the caller why the export cannot be counted. */
export class Uncountable extends Error {}

/** Reads an unpacked export; a file that is not there has no rows. */
export function readRows(folder: string): ExportRows<WrittenRow> {
  const needed = ["watched.csv", "ratings.csv", "diary.csv"];
  if (!needed.some((name) => existsSync(join(folder, name)))) {
    throw new Uncountable(
      `${folder} holds none of ${needed.join(", ")}: it is not an unpacked export.`,
    );
  }
  const read = (name: string) => rowsOf(readRecords(folder, name), name);
  return {
    watched: read("watched.csv"),
    ratings: read("ratings.csv"),
    diary: read("diary.csv"),
    reviews: read("reviews.csv"),
    likes: read("likes/films.csv"),
    watchlist: read("watchlist.csv"),
    listItems: listNames(folder).flatMap((name) =>
      rowsOf(afterListHead(readRecords(folder, name)), name),
    ),
  };
}

function readRecords(folder: string, name: string): string[][] {
  const path = join(folder, name);
  if (!existsSync(path)) return [];
  try {
    return parseCsv(readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new Uncountable(`${path} cannot be read: ${String(error)}`);
  }
}

const listNames = (folder: string): string[] =>
  existsSync(join(folder, "lists"))
    ? readdirSync(join(folder, "lists"))
        .filter((name) => name.endsWith(".csv"))
        .sort()
        .map((name) => `lists/${name}`)
    : [];

/** A list file is two tables, one that describes the list and one of its items. */
function afterListHead(records: string[][]): string[][] {
  const start = records.findIndex(([first, second]) => first === "Position" && second === "Name");
  return start === -1 ? [] : records.slice(start);
}

/** The first record names the columns, in any order. */
function rowsOf([columns = [], ...records]: string[][], file: string): WrittenRow[] {
  // A spreadsheet's own columns or separators would be counted as films without a name.
  const needed = ["Name", "Year", ...(file === "diary.csv" ? ["Watched Date"] : [])];
  const missing = needed.find((column) => !columns.includes(column));
  if (columns.length > 0 && missing !== undefined) {
    throw new Uncountable(`${file} has no column ${missing}: use the export as downloaded.`);
  }
  return records.map((record, index) => {
    if (record.length !== columns.length) {
      throw new Uncountable(`${file}: record ${index + 2} has not one field for each column.`);
    }
    const field = (column: string) => record[columns.indexOf(column)] ?? "";
    return {
      name: field("Name").normalize("NFC"),
      year: field("Year"),
      uri: field("Letterboxd URI") || field("URL"),
      date: field("Date"),
      watchedDate: field("Watched Date"),
      rating: ratingOf(field("Rating")),
      isFlagged: field("Rewatch") === "Yes",
      file,
    };
  });
}

function ratingOf(text: string): number | null {
  const halves = Number(text) * 2;
  return Number.isInteger(halves) && halves >= 1 && halves <= 10 ? halves / 2 : null;
}
