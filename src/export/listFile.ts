import { BadFile } from "./badFile.ts";
import type { CsvRecord } from "./csv.ts";
import { parseDay, parseTags } from "./fields.ts";
import { COLUMNS, type ListRows, listItemRows, type Reading } from "./rows.ts";
import { type Columns, type TableListener, tableOf } from "./table.ts";

const HEAD: Columns = {
  required: ["Name"],
  optional: ["Date", "Tags", "URL", "Description"],
  daysMayBeUnclear: true,
  asTyped: ["Name"],
};

/**
 * A list's file is two tables: one record about the list, then its films. Descriptions span lines,
 * so only the tokenised records tell where the second table starts. A version line may stand first.
 */
export function readListFile(
  records: CsvRecord[],
  reading: Reading,
  listener: TableListener,
): ListRows {
  const first = records[0]?.cells[0]?.startsWith("Letterboxd list export") ? 1 : 0;
  const second = records.findIndex(
    ({ cells }, index) => index > first && cells[0] === "Position" && cells.includes("URL"),
  );
  const head = tableOf(records.slice(first, second === -1 ? undefined : second), HEAD, listener);
  const [about, surplus] = head.rows;
  if (!about) throw new BadFile("does not say which list it is.");
  if (surplus) listener.warn(surplus.line, "stands above the films but is none; it is left out.");
  if (second === -1) throw new BadFile("has no table of films (Position,Name,Year,URL).");

  const { file, book } = reading;
  const dateOf = head.column("Date");
  const items = tableOf(records.slice(second), COLUMNS.listItems, listener);
  return {
    file,
    name: head.column("Name")(about),
    date: parseDay(dateOf(about), "Date", (kind, message) =>
      book.warnRow(file, about.line, kind, message),
    ),
    tags: parseTags(head.column("Tags")(about)),
    description: head.column("Description")(about),
    items: listItemRows(items, reading),
  };
}
