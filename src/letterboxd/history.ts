import { csvLine } from "../csvLine.ts";
import { type Day, isDay } from "../day.ts";
import { BadFile } from "./badFile.ts";
import { complaintBook } from "./complaints.ts";
import { type CsvRecord, separatorOf, tokenise } from "./csv.ts";
import { decode } from "./decode.ts";
import type { Complaint } from "./ledger.ts";
import { foldHeading } from "./readTable.ts";

/** What one imported export contained, and how it differed from the one before. */
export interface HistoryLine {
  /** The newest day in the export. */
  date: Day;
  films: number;
  viewings: number;
  rated: number | null;
  /** Mean rating of the rated films. */
  average: number | null;
  /** Null if the export had no such file, or if it was withheld. */
  likes: number | null;
  watchlist: number | null;
  /** All null for the first export. */
  newFilms: number | null;
  newViewings: number | null;
  changedRatings: number | null;
  /** Also null if one of the two exports had no watchlist. */
  seenFromWatchlist: number | null;
}

const COLUMNS: [name: string, key: keyof HistoryLine][] = [
  ["Date", "date"],
  ["Films", "films"],
  ["Viewings", "viewings"],
  ["Rated", "rated"],
  ["Average", "average"],
  ["Likes", "likes"],
  ["Watchlist", "watchlist"],
  ["NewFilms", "newFilms"],
  ["NewViewings", "newViewings"],
  ["ChangedRatings", "changedRatings"],
  ["SeenFromWatchlist", "seenFromWatchlist"],
];

/** The first line of history.csv. */
export const HISTORY_HEADING = csvLine(COLUMNS.map(([name]) => name));

/** A line of history.csv. What is not known is empty. */
export const historyRow = (line: HistoryLine): string =>
  csvLine(COLUMNS.map(([, key]) => line[key]));

/**
 * Reads history.csv, in the order of its lines. `file` is its path for the complaints. A line without a
 * readable Date, Films and Viewings is left out; `isSound` is false if the whole file cannot be read.
 */
export function readHistory(
  bytes: Buffer,
  file: string,
): { lines: HistoryLine[]; complaints: Complaint[]; isSound: boolean } {
  const book = complaintBook();
  const leaveOut = (line: number, what: string) =>
    book.leaveOut(file, line, "an unreadable line", `${what} The line is left out.`);
  try {
    const text = decode(bytes);
    const broken = (line: number, why: string) => leaveOut(line, `Broken quotes: ${why}.`);
    const [head, ...rows] = tokenise(text, broken, separatorOf(text));
    const folded = (head?.cells ?? []).map(foldHeading);
    const positions = COLUMNS.map(([name]) => folded.indexOf(foldHeading(name)));
    if (positions.slice(0, 3).includes(-1)) {
      throw new BadFile(`has not the heading ${HISTORY_HEADING}.`, head?.line ?? null);
    }
    const lines = rows.flatMap((row) => {
      const line = lineOf(row, positions);
      if (line === null) leaveOut(row.line, "Date, Films or Viewings cannot be read.");
      return line ?? [];
    });
    return { lines, complaints: book.all(), isSound: true };
  } catch (error) {
    if (!(error instanceof BadFile)) throw error;
    book.refuse(file, error.line, `The file ${error.message} It is left out.`);
    return { lines: [], complaints: book.all(), isSound: false };
  }
}

function lineOf({ cells }: CsvRecord, positions: number[]): HistoryLine | null {
  const texts = positions.map((at) => cells[at]?.trim() ?? "");
  const [date = ""] = texts;
  const numbers = COLUMNS.slice(1).map(([, key], i) => [key, numberOf(texts[i + 1])] as const);
  const line: HistoryLine = { ...EMPTY, ...Object.fromEntries(numbers), date };
  return isDay(date) && line.films !== null && line.viewings !== null ? line : null;
}

const EMPTY = Object.fromEntries(COLUMNS.map(([, key]) => [key, null])) as unknown as HistoryLine;

const numberOf = (text = ""): number | null => (/^\d+(?:\.\d+)?$/.test(text) ? Number(text) : null);
