import { counted } from "../counted.ts";
import { BadFile } from "./badFile.ts";
import { type DayFormat, dayFormatOf } from "./dayFormat.ts";
import { quote } from "./quote.ts";
import type { Columns, CsvTable, TableListener } from "./table.ts";

/** Returns a text as Letterboxd would write it, or null for an unknown form. */
type Respell = (text: string) => string | null;

/** Reads `4.0` as `4` and `3,5` as `3.5`. */
const rating: Respell = (text) =>
  /^\d[.,]\d+$/.test(text) ? `${Number(text.replace(",", "."))}` : null;

/** Reads `2019.0`, as tools write years in a column with gaps. */
const year: Respell = (text) => /^(\d{4})[.,]0+$/.exec(text)?.[1] ?? null;

const rewatch: Respell = (text) => {
  if (/^(?:no|false)$/i.test(text)) return "";
  return /^(?:yes|true)$/i.test(text) ? "Yes" : null;
};

const isPlainDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

const RESAVED = "A spreadsheet saved it again: use the export as downloaded from Letterboxd.";

const DAY_COLUMNS = ["Date", "Watched Date"];

/** Columns whose leading and trailing spaces are ignored. Texts and tags keep theirs. */
const VALUES = [
  ...DAY_COLUMNS,
  ...["Name", "Year", "Letterboxd URI", "URL", "Rating", "Rewatch", "Position"],
];

type UndoOptions = Pick<Columns, "daysMayBeUnclear" | "neededDay" | "asTyped">;

/**
 * Restores the values that a spreadsheet or a tool has written differently, if they can mean only one
 * thing. The listener is told of each changed column. Other values stay as they are.
 *
 * @throws BadFile if half of the days or more cannot be read for certain, or no day of `neededDay` can
 */
export function undoSpreadsheet(
  given: CsvTable,
  listener: TableListener,
  { daysMayBeUnclear = false, neededDay, asTyped = [] }: UndoOptions,
): CsvTable {
  const blanked = VALUES.filter((column) => !asTyped.includes(column));
  const table = withoutBlanks(given, blanked, listener);
  const format = dayFormatIn(table, daysMayBeUnclear);
  if (neededDay !== undefined) refuseUnreadableDays(table, neededDay, format);
  const day: Respell = (text) => (isPlainDay(text) ? null : format.read(text));
  const respell: Record<string, Respell> = { Rating: rating, Year: year, Rewatch: rewatch };
  for (const column of DAY_COLUMNS) respell[column] = day;

  const changed = new Map<string, Respell>();
  for (const [column, respellOne] of Object.entries(respell)) {
    const read = table.column(column);
    const others = table.rows.filter((row) => {
      const text = read(row);
      return text !== "" && (respellOne(text) ?? text) !== text;
    });
    const [example] = others;
    if (!example) continue;
    changed.set(column, respellOne);
    listener.changed(`${column} like "${read(example)}" (${counted(others.length, "row")})`);
  }
  if (changed.size === 0) return table;
  return {
    ...table,
    column(name) {
      const read = table.column(name);
      const respellOne = changed.get(name);
      if (!respellOne) return read;
      return (row) => {
        const text = read(row);
        return respellOne(text) ?? text;
      };
    },
  };
}

function withoutBlanks(
  table: CsvTable,
  columns: readonly string[],
  listener: TableListener,
): CsvTable {
  const readers = columns.map(table.column);
  const hasBlanks = (text: string) => text !== text.trim();
  const rows = table.rows.filter((row) => readers.some((read) => hasBlanks(read(row))));
  if (rows.length === 0) return table;
  listener.changed(`spaces around values (${counted(rows.length, "row")})`);
  return {
    ...table,
    column(name) {
      const read = table.column(name);
      return columns.includes(name) ? (row) => read(row).trim() : read;
    },
  };
}

function dayFormatIn(table: CsvTable, mayBeUnclear: boolean): DayFormat {
  const readers = DAY_COLUMNS.map(table.column);
  const texts = table.rows
    .flatMap((row) => readers.map((read) => read(row)))
    .filter((text) => text !== "");
  const others = texts.filter((text) => !isPlainDay(text));
  const format = dayFormatOf(others);
  const areFew = others.length * 2 < texts.length;
  if (format.ambiguous === null || areFew || mayBeUnclear) return format;
  const line = table.rows.find((row) =>
    readers.some((read) => read(row) === format.ambiguous),
  )?.line;
  const why =
    format.orders.length === 0
      ? "and others with day and month in a different order"
      : `which may have ${format.orders.join(" or ").replaceAll(" first or", " or")}, and no day in the file decides it`;
  throw new BadFile(`has days like "${format.ambiguous}", ${why}. ${RESAVED}`, line ?? null);
}

/** Refuses a file without a readable day in `name`: every viewing would be lost. */
function refuseUnreadableDays({ rows, column }: CsvTable, name: string, format: DayFormat): void {
  const read = column(name);
  const written = rows.filter((row) => read(row) !== "");
  const isForeign = (text: string) => !isPlainDay(text) && format.read(text) === null;
  const [first] = written;
  if (!first || !written.every((row) => isForeign(read(row)))) return;
  throw new BadFile(
    `has no ${name} that can be read, only values like ${quote(read(first))}. ${RESAVED}`,
    first.line,
  );
}
