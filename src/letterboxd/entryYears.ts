import type { ComplaintBook } from "./complaints.ts";
import type { FilmIndex } from "./filmIndex.ts";
import { quote } from "./quote.ts";
import type { DiaryRow } from "./rows.ts";

/**
 * Rows of the diary or of reviews, those whose Year cannot be with the Name and Year that they mean,
 * or as films of their own where those may be several. The book hears of each such row. Afterwards the
 * index holds the film of every row that finds it by Name and Year.
 *
 * @param isLoose whether the row does so; a review of an entry in the diary does not
 */
export function resolveYears<Row extends DiaryRow>(
  file: string,
  rows: Row[],
  { index, book, isLoose = () => true }: ResolveYearsOptions<Row>,
): Row[] {
  // First of all rows with a Year, so that none depends on which of them stands first.
  for (const row of rows) {
    const isNew = row.yearFault === null && index.candidates(row.nameKey).length === 0;
    if (isNew && isLoose(row)) index.filmWithoutAddress(row);
  }
  return rows.map((row) => {
    if (row.yearFault === null) return row;
    const say = (outcome: string) =>
      book.warnRow(file, row.line, "a Year that cannot be", `${row.yearFault}; ${outcome}.`);
    if (!isLoose(row)) {
      say("the row belongs to its entry in the diary");
      return row;
    }
    const nameKey = index.nameKeyFor(row.name);
    if (nameKey === null) {
      say(`it is taken as unknown, and ${quote(row.name)} as a film of its own`);
      index.filmWithoutAddress(row);
      return row;
    }
    const [film, ...others] = index.candidates(nameKey);
    const { name, year } = film ?? row;
    const isClear = others.length === 0 && year !== null;
    say(
      isClear
        ? `the row was joined to the only film ${quote(name)} (${year})`
        : "it is taken as unknown",
    );
    return { ...row, nameKey };
  });
}

interface ResolveYearsOptions<Row> {
  index: FilmIndex;
  book: ComplaintBook;
  isLoose?: (row: Row) => boolean;
}
