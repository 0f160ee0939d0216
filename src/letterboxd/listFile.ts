import { BadHeading } from "./badFile.ts";
import type { CsvRecord } from "./csv.ts";
import { parseDay, parseTags, parseUri, type ReportFault } from "./fields.ts";
import { foldHeading, readTable } from "./readTable.ts";
import { COLUMNS, type ListRows, listItemRows, type Reading } from "./rows.ts";
import type { Columns, TableListener } from "./table.ts";

const HEAD: Columns = {
  required: ["Name"],
  optional: ["Date", "Tags", "URL", "Description"],
  daysMayBeUnclear: true,
  asTyped: ["Name"],
};

const VERSION = /^\s*letterboxd list export/i;

/**
 * Reads a list's file, which has two tables: one record about the list, then its films. Descriptions span
 * lines, so the start of the second table is found among the records. The first line may be a version.
 */
export function readListFile(
  records: CsvRecord[],
  reading: Reading,
  listener: TableListener,
): ListRows {
  const first = VERSION.test(records[0]?.cells[0] ?? "") ? 1 : 0;
  const second = records.findIndex(({ cells }, index) => {
    const [position, ...others] = cells.map(foldHeading);
    return index > first && position === "position" && others.includes("url");
  });
  const head = readTable(records.slice(first, second === -1 ? undefined : second), HEAD, listener);
  const [about, surplus] = head.rows;
  if (!about) throw new BadHeading("does not say which list it is.");
  if (surplus)
    listener.warn(
      surplus.line,
      "a row above the films",
      "has a row above the films that is not a film; the row is left out.",
    );
  if (second === -1) throw new BadHeading("has no table of films (Position,Name,Year,URL).");

  const { file, book } = reading;
  const reportFault: ReportFault = (kind, message) => book.warnRow(file, about.line, kind, message);
  const uri = parseUri(head.column("URL")(about), reportFault);
  const items = readTable(records.slice(second), COLUMNS.listItems, listener);
  return {
    file,
    name: head.column("Name")(about),
    uri,
    date: parseDay(head.column("Date")(about), "Date", reportFault),
    tags: parseTags(head.column("Tags")(about)),
    description: head.column("Description")(about),
    items: listItemRows(items, reading),
  };
}
