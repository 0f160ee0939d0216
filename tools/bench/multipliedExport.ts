import { csvLine } from "../../src/csvLine.ts";
import { type CsvRecord, tokenise } from "../../src/letterboxd/csv.ts";
import { decode } from "../../src/letterboxd/decode.ts";

/** The files of an export by their name inside it. */
export type Files = Map<string, Buffer>;

const COPIED = ["watched.csv", "ratings.csv", "diary.csv", "reviews.csv", "likes/films.csv"];

/**
 * An export of at least `films` films. Each copy of a file's rows has its own names and addresses, so
 * that everything must be joined. Files without seen films stay unchanged.
 */
export function multiplied(files: Files, films: number): Files {
  const seen = recordsOf(files, "watched.csv").length || recordsOf(files, "ratings.csv").length;
  const copies = Math.max(1, Math.ceil(films / Math.max(1, seen)));
  const result = new Map(files);
  for (const file of COPIED.filter((name) => files.has(name))) {
    const [header, ...rows] = recordsOf(files, file, { withHeader: true });
    if (!header) continue;
    const nameAt = header.cells.indexOf("Name");
    const uriAt = header.cells.indexOf("Letterboxd URI");
    const lines = [header.cells];
    for (let copy = 1; copy <= copies; copy += 1) {
      for (const { cells } of rows) {
        lines.push(
          cells.map((cell, at) => {
            if (copy === 1 || cell === "") return cell;
            if (at === nameAt) return `${cell} ${copy}`;
            return at === uriAt ? `${cell}-${copy}` : cell;
          }),
        );
      }
    }
    result.set(file, Buffer.from(lines.map((cells) => `${csvLine(cells)}\r\n`).join("")));
  }
  return result;
}

function recordsOf(files: Files, name: string, { withHeader = false } = {}): CsvRecord[] {
  const bytes = files.get(name);
  if (!bytes) return [];
  const records = tokenise(decode(bytes), () => {});
  return withHeader ? records : records.slice(1);
}
