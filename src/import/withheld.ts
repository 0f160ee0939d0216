import { BadFile } from "../letterboxd/badFile.ts";
import { type CsvRecord, type Separator, separatorOf, tokenise } from "../letterboxd/csv.ts";
import { decode } from "../letterboxd/decode.ts";
import { SEPARATOR_LINE } from "../letterboxd/fileReader.ts";
import type { FoundExport } from "../letterboxd/findExports.ts";
import { parseExport } from "../letterboxd/parseExport.ts";
import { foldHeading } from "../letterboxd/readTable.ts";
import type { Settings } from "../settings.ts";

/** What an import leaves out, because the site does not publish it. */
export type Withheld = Record<"reviews" | "tags" | "lists" | "listNotes" | "watchlist", boolean>;

export function withheldBy(publish: Settings["publish"], { keepAll = false } = {}): Withheld {
  const isWithheld = (name: keyof Withheld) => !keepAll && !publish[name];
  return {
    reviews: isWithheld("reviews"),
    tags: isWithheld("tags"),
    lists: isWithheld("lists"),
    listNotes: isWithheld("listNotes"),
    watchlist: isWithheld("watchlist"),
  };
}

/**
 * The export without what is withheld. The watchlist and lists are left out. Review texts, tags, and
 * the descriptions and notes of lists become empty, and their rows stay, because they may have a rating
 * or a day. Files without any of these stay the same byte for byte.
 */
export function withoutWithheld(found: FoundExport, withheld: Withheld): FoundExport {
  const files = new Map<string, Buffer>();
  for (const [file, bytes] of found.files) {
    const isList = file.startsWith("lists/");
    if ((isList && withheld.lists) || (file === "watchlist.csv" && withheld.watchlist)) continue;
    files.set(file, withEmptyColumns(bytes, { columns: columnsOf(file, withheld), isList }));
  }
  const shown = { ...found, files };
  return { ...shown, parsed: parseExport(shown, found.parsed.limits.buildDate) };
}

/** The columns of a file that are withheld. */
function columnsOf(file: string, { reviews, tags, listNotes }: Withheld): string[] {
  const isList = file.startsWith("lists/");
  const hasTags = isList || file === "diary.csv" || file === "reviews.csv";
  return [
    ...(hasTags && tags ? ["Tags"] : []),
    ...(file === "reviews.csv" && reviews ? ["Review"] : []),
    ...(isList && listNotes ? ["Description"] : []),
  ];
}

interface Emptied {
  columns: readonly string[];
  isList: boolean;
}

/**
 * Empties columns of a file. A row that the reader leaves out, because its quotes or its number of fields
 * are wrong, is left out here too: what is withheld may be in any of its fields.
 */
function withEmptyColumns(bytes: Buffer, { columns, isList }: Emptied): Buffer {
  if (columns.length === 0) return bytes;
  const folded = columns.map(foldHeading);
  try {
    const text = decode(bytes).replace(SEPARATOR_LINE, "");
    const separator = separatorOf(text);
    let isChanged = false;
    const onBroken = () => {
      isChanged = true;
    };
    let heading: string[] | null = null;
    const kept = tokenise(text, onBroken, separator).flatMap((record): CsvRecord[] => {
      const names = record.cells.map(foldHeading);
      if (isHeading(names, { isList, isFirst: heading === null })) {
        heading = names;
        return [record];
      }
      if (heading === null) return [record];
      const cells = heading.length === record.cells.length ? emptied(record, heading, folded) : [];
      isChanged ||= cells.join("\0") !== record.cells.join("\0");
      return cells.length > 0 ? [{ ...record, cells }] : [];
    });
    if (!isChanged) return bytes;
    const lineEnd = bytes.includes("\r\n") ? "\r\n" : "\n";
    return Buffer.from(written(kept, { separator, isList }).replaceAll("\n", lineEnd));
  } catch (error) {
    // A file that cannot be read is not imported either.
    if (!(error instanceof BadFile)) throw error;
    return bytes;
  }
}

const emptied = ({ cells }: CsvRecord, heading: string[], folded: string[]): string[] =>
  cells.map((cell, at) => (folded.includes(heading[at] ?? "") ? "" : cell));

/** A list has two tables: its own row, then its films. Its first line may be a version. */
function isHeading(names: string[], { isList, isFirst }: { isList: boolean; isFirst: boolean }) {
  if (isFirst) return !isList || names.includes("name");
  return isList && names[0] === "position" && names.includes("url");
}

/** As Letterboxd writes it, with an empty line between the tables of a list. */
function written(
  records: CsvRecord[],
  { separator, isList }: { separator: Separator; isList: boolean },
): string {
  const quoted = (cell: string) =>
    /["\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return records
    .map(({ cells }, at) => {
      const line = `${cells.map(quoted).join(separator)}\n`;
      const isSecond = isList && at > 0 && foldHeading(cells[0] ?? "") === "position";
      return isSecond ? `\n${line}` : line;
    })
    .join("");
}
