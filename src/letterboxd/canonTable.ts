import type { ComplaintBook } from "./complaints.ts";
import type { CsvRecord } from "./csv.ts";
import { faultOfYear } from "./fields.ts";
import { readListFile } from "./listFile.ts";
import { quote } from "./quote.ts";
import { foldHeading, readTable } from "./readTable.ts";
import { isName, nameKeyOf, type Reading } from "./rows.ts";
import type { Columns, TableListener } from "./table.ts";

/** A film of a canon list. */
export interface CanonRow {
  /** Its place on the list. Films that share a place share the number. */
  position: number;
  name: string;
  year: number | null;
  /** The path of its page at TMDB, `movie/12`; null if the list does not say it. */
  page: string | null;
  /** Whether name and year find the film. Otherwise another film has the same. */
  isFoundByName: boolean;
}

export interface CanonRows {
  /** The name that the file gives the list; null for a file that only has films. */
  name: string | null;
  /** In the order of the file. */
  rows: CanonRow[];
}

const COLUMNS: Columns = {
  required: ["Name", "Year"],
  optional: ["Position", "TMDB"],
  advice:
    "A canon list has the columns Position,Name,Year,TMDB, or is a list as exported from Letterboxd.",
};

/**
 * Reads a canon list: a table with the columns `Position,Name,Year,TMDB`, or a list as Letterboxd exports
 * it.
 *
 * @throws BadFile for a file that is neither
 */
export function readCanonTable(
  records: CsvRecord[],
  reading: Reading,
  listener: TableListener,
): CanonRows {
  const quiet: TableListener = { ...listener, note() {}, added() {} };
  const isExported = records.some(({ cells }) => {
    const headings = cells.map(foldHeading);
    return headings[0] === "position" && headings.includes("url");
  });
  const list = isExported
    ? exportedList(records, reading, quiet)
    : plainList(records, reading, quiet);
  return { ...list, rows: withoutRepeats(list.rows, reading).map(({ line, ...row }) => row) };
}

type Row = CanonRow & { line: number };
type Rows = Omit<CanonRows, "rows"> & { rows: Row[] };

function exportedList(records: CsvRecord[], reading: Reading, listener: TableListener): Rows {
  const { name, items } = readListFile(records, reading, listener);
  return {
    name: name.trim() || null,
    rows: items.map(({ line, position, name: film, year }, i) => ({
      line,
      position: position ?? i + 1,
      name: film,
      year,
      page: null,
      isFoundByName: true,
    })),
  };
}

function plainList(
  records: CsvRecord[],
  { file, limits, book }: Reading,
  listener: TableListener,
): Rows {
  const { rows, column } = readTable(records, COLUMNS, listener);
  const [positionOf, nameOf, yearOf, tmdbOf] = ["Position", "Name", "Year", "TMDB"].map(column);
  const read = rows.flatMap((record, i): Row[] => {
    const text = (cell: typeof nameOf) => (cell?.(record) ?? "").trim();
    const { line } = record;
    const name = text(nameOf);
    if (!isName(name)) {
      book.leaveOut(file, line, "an empty Name", "The row has no Name; it is left out.");
      return [];
    }
    const fault = faultOfYear(text(yearOf), limits);
    if (fault) book.warnRow(file, line, "an impossible Year", `${fault}; it counts as unknown.`);
    const position = text(positionOf);
    return [
      {
        line,
        position: /^\d+$/.test(position) ? Number(position) : i + 1,
        name,
        year: fault === null && text(yearOf) !== "" ? Number(text(yearOf)) : null,
        page: pageOf(text(tmdbOf), { file, line, book }),
        isFoundByName: text(tmdbOf) !== "none",
      },
    ];
  });
  return { name: null, rows: read };
}

/** `12`, `movie/12`, `tv/12`, or the address of the page. */
const PAGE =
  /^(?:(?:https?:\/\/)?(?:www\.)?themoviedb\.org\/)?(?:(movie|tv)\/)?([1-9]\d*)(?:-[^/?#]*)?(?:[/?#].*)?$/;

function pageOf(
  text: string,
  { file, line, book }: { file: string; line: number; book: ComplaintBook },
): string | null {
  if (text === "" || text === "none") return null;
  const [, type = "movie", id] = PAGE.exec(text) ?? [];
  if (id) return `${type}/${id}`;
  const message = `TMDB ${quote(text)} is not a page at TMDB; the film is found by name and year.`;
  book.warnRow(file, line, "an unreadable TMDB", message);
  return null;
}

/** A film counts once: told apart by its page, or by Name and Year. */
function withoutRepeats(rows: Row[], { file, book }: Reading): Row[] {
  const lines = new Map<string, number>();
  return rows.filter(({ line, name, year, page }) => {
    const key = page ?? nameKeyOf(name, year);
    const first = lines.get(key);
    if (first === undefined) {
      lines.set(key, line);
      return true;
    }
    const message = `The film is in line ${first} already; the row is left out.`;
    book.leaveOut(file, line, "a film that is there twice", message);
    return false;
  });
}
