import type { ComplaintBook } from "./complaints.ts";
import type { FilmIndex } from "./filmIndex.ts";
import { quote } from "./quote.ts";
import { type DiaryRow, nameKeyOf } from "./rows.ts";

/**
 * Rows of the diary or of reviews whose Year cannot be read, with the Year of the only film of their
 * Name. Where there is none or several, the Year stays unknown. The book hears of each.
 */
export function findYears<Row extends DiaryRow>(
  file: string,
  rows: Row[],
  index: FilmIndex,
  book: ComplaintBook,
): Row[] {
  return rows.map((row) => {
    if (row.unreadYear === null) return row;
    const say = (outcome: string) =>
      book.warnRow(
        file,
        row.line,
        "an unreadable Year",
        `Year ${quote(row.unreadYear ?? "")} is no year; ${outcome}.`,
      );
    if (index.candidates(row.nameKey).length > 0) {
      say("it is taken as unknown");
      return row;
    }
    const [film, ...others] = index.namesakes(row.name);
    if (!film || others.length > 0) {
      say(`it is taken as unknown, and ${quote(row.name)} as a film of its own`);
      return row;
    }
    const { name, year } = film;
    say(`the row was joined to the only film ${quote(name)}${year === null ? "" : ` (${year})`}`);
    return { ...row, year, nameKey: nameKeyOf(name, year) };
  });
}
