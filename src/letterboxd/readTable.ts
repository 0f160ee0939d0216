import { several } from "../counted.ts";
import { BadFile, BadHeading, quoteInHeading } from "./badFile.ts";
import type { CsvRecord } from "./csv.ts";
import { isText, quote, shown } from "./quote.ts";
import type { Columns, CsvTable, TableListener } from "./table.ts";
import { undoSpreadsheet } from "./undoSpreadsheet.ts";

/** The heading that other tools use for `Name`, folded. */
const TITLE = "title";

const AS_DOWNLOADED = "Use the export as downloaded from Letterboxd.";

/** Makes a table of records, the first of which is the header. Throws BadFile for a wrong header. */
export function readTable(
  records: CsvRecord[],
  columns: Columns,
  listener: TableListener,
): CsvTable {
  const [head, ...body] = records;
  if (!head) throw new BadHeading("is empty, without even a header.");
  if (head.cells.some((cell) => cell.includes("\n"))) throw quoteInHeading(head.line);
  const header = withOwnNames(head.cells, columns, listener);
  checkHeader(header, head.line, columns, listener);

  const position = new Map(header.map((name, index) => [name, index]));
  const rows = body.filter((row) => {
    if (row.cells.length === header.length) return true;
    listener.wrongLength(row, header.length);
    return false;
  });
  if (body.length > 0 && rows.length === 0) {
    throw new BadHeading(
      `has no row with the same number of fields as its header. ${columns.advice ?? AS_DOWNLOADED}`,
      head.line,
    );
  }
  const table: CsvTable = {
    rows,
    column(name) {
      const index = position.get(name);
      return index === undefined ? () => "" : (row) => row.cells[index] ?? "";
    },
  };
  return undoSpreadsheet(table, listener, columns);
}

/** A heading in lower case without spaces, because tools and people change both. */
export const foldHeading = (heading: string): string => heading.toLowerCase().replace(/\s+/g, "");

/** Restores the headings of Letterboxd where case or spaces differ, or where Name is called Title. */
function withOwnNames(
  headings: string[],
  { required, optional }: Columns,
  listener: TableListener,
): string[] {
  const own = new Map([...required, ...optional].map((name) => [foldHeading(name), name]));
  const folded = headings.map(foldHeading);
  if (own.has("name") && !folded.includes("name")) own.set(TITLE, "Name");
  const header = headings.map((heading, at) => own.get(folded[at] ?? "") ?? heading.trim());
  const others = header.flatMap((name, at) => {
    const heading = headings[at] ?? "";
    return own.has(folded[at] ?? "") && heading !== name ? `${quote(heading)} for "${name}"` : [];
  });
  if (others.length > 0) {
    const what = others.length === 1 ? "a column" : "columns";
    listener.changed(`${what} ${several(others, 6)}`);
  }
  return header;
}

function checkHeader(header: string[], line: number, columns: Columns, listener: TableListener) {
  const known = [...columns.required, ...columns.optional];
  const advice = columns.advice ?? AS_DOWNLOADED;
  const twice = known.find((name) => header.indexOf(name) !== header.lastIndexOf(name));
  if (twice) throw new BadFile(`has the column ${quote(twice)} twice. ${advice}`, line);

  const strange = header.filter((name) => name !== "" && !known.includes(name));
  const found = strange.length > 0 ? `, but ${strangers(strange)}` : "";
  const missing = columns.required.filter((name) => !header.includes(name));
  if (missing.length > 0) {
    const what = missing.map(quote).join(", ");
    throw new BadHeading(`has no column ${what}${found}. ${advice}`, line);
  }
  const absent = columns.optional.filter((name) => !header.includes(name));
  if (absent.length > 0) {
    const message = `has no column ${absent.map(quote).join(", ")}${found}; it is read without.`;
    // An unknown column beside a missing one may be a misspelling that loses data.
    if (strange.length > 0) listener.warn(line, "a missing column", message);
    else listener.note(line, message);
  } else if (strange.length > 0) {
    listener.added(strange.map(shown));
  }
}

const strangers = (names: string[]): string =>
  names.every(isText) ? several(names.map(quote), 6) : "something that is not text";
