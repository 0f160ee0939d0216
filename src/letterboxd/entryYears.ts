import type { ComplaintBook } from "./complaints.ts";
import type { FilmIndex } from "./filmIndex.ts";
import { quote } from "./quote.ts";
import type { DiaryRow } from "./rows.ts";

/**
 * Resolves rows of the diary or of reviews with an impossible Year. Such a row gets the Name and Year of
 * the only film that it can mean, else it becomes a separate film; each is reported. Afterwards the
 * index contains the film of every row that is matched by Name and Year.
 *
 * @param isLoose whether a row is matched by Name and Year: a review of a diary entry is not
 */
export function resolveYears<Row extends DiaryRow>(
  file: string,
  rows: Row[],
  { index, book, isLoose = () => true }: ResolveYearsOptions<Row>,
): Row[] {
  // Rows with a valid Year come first, so that the order of rows changes nothing.
  for (const row of rows) {
    const isNew = row.yearFault === null && index.candidates(row.nameKey).length === 0;
    if (isNew && isLoose(row)) index.filmWithoutAddress(row);
  }
  return rows.map((row) => {
    if (row.yearFault === null) return row;
    const say = (outcome: string) =>
      book.warnRow(file, row.line, "an impossible Year", `${row.yearFault}; ${outcome}.`);
    if (!isLoose(row)) {
      say("the row belongs to its entry in the diary");
      return row;
    }
    const nameKey = index.nameKeyFor(row.name);
    if (nameKey === null) {
      say(`it counts as unknown, and ${quote(row.name)} is a separate film`);
      index.filmWithoutAddress(row);
      return row;
    }
    const [film, ...others] = index.candidates(nameKey);
    const { name, year } = film ?? row;
    const isClear = others.length === 0 && year !== null;
    say(
      isClear
        ? `the row was joined to the only film ${quote(name)} (${year})`
        : "it counts as unknown",
    );
    return { ...row, nameKey };
  });
}

interface ResolveYearsOptions<Row> {
  index: FilmIndex;
  book: ComplaintBook;
  isLoose?: (row: Row) => boolean;
}
