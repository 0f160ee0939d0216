import fc from "fast-check";
import type { DiaryLine, ExportModel, FilmLine, ReviewLine } from "./exportModel.ts";
import { BUILD_DATE } from "./readModel.ts";
import { dateOf, filmRowsOf, hasOddYear, untilTomorrow } from "./sifted.ts";

/**
 * The export with the rows of every file in another order, but for rows whose order the rules heed:
 * films that may go by one Name and Year, their viewings of one day, their reviews of one day, and
 * rows of one entry. A day still to come is none, as it is where there is none.
 */
export function permuted(model: ExportModel): fc.Arbitrary<ExportModel> {
  const films = filmRowsOf(model);
  const isOfTitle = (a: FilmLine, b: FilmLine): boolean => {
    if (a.name.normalize("NFC") !== b.name.normalize("NFC")) return false;
    const [years, others] = [a, b].map((row) => yearsOf(row, films));
    return !years || !others || years.some((year) => others.includes(year));
  };
  const dayOf = (row: DiaryLine) => untilTomorrow(row, BUILD_DATE).watched;
  const isOfDate = (a: DiaryLine, b: DiaryLine) => dateOf(a, BUILD_DATE) === dateOf(b, BUILD_DATE);
  return fc.record({
    watched: reordered(model.watched, isOfTitle),
    ratings: reordered(model.ratings, isOfTitle),
    diary: reordered(
      model.diary,
      (a: DiaryLine, b: DiaryLine) => isOfEntry(a, b) || (isOfTitle(a, b) && dayOf(a) === dayOf(b)),
    ),
    reviews: reordered(
      model.reviews,
      (a: ReviewLine, b: ReviewLine) =>
        isOfEntry(a, b) ||
        (isOfTitle(a, b) && (isOfDate(a, b) || (dayOf(a) !== null && dayOf(a) === dayOf(b)))),
    ),
    watchlist: reordered(model.watchlist, isOfTitle),
    likes: reordered(model.likes, isOfTitle),
    lists: fc.tuple(
      ...model.lists.map((list) =>
        reordered(list.items, isOfTitle).map((items) => ({ ...list, items })),
      ),
    ),
  });
}

const isOfEntry = (a: DiaryLine, b: DiaryLine): boolean => a.uri !== null && a.uri === b.uri;

type Years = (number | null)[];

/** Years that the films go by which a row may mean; null if that depends on all of its Name. */
function yearsOf(row: FilmLine, films: FilmLine[]): Years | null {
  const yearsAt = (uri: string | null): Years =>
    films
      .filter((one) => uri !== null && one.uri === uri)
      .map((one) => (hasOddYear(one, BUILD_DATE) ? null : one.year));
  const own = yearsAt(row.uri);
  if (own.length > 0) return own;
  if (hasOddYear(row, BUILD_DATE)) return null;
  const namesakes = films.filter(({ name }) => name.normalize("NFC") === row.name.normalize("NFC"));
  const meant = namesakes
    .map(({ uri }) => yearsAt(uri))
    .filter((years) => years.includes(row.year));
  return [row.year, ...meant.flat()];
}

/** Any order in which rows that are tied stay one behind the other as they are. */
function reordered<Row>(rows: Row[], isTied: (a: Row, b: Row) => boolean): fc.Arbitrary<Row[]> {
  const all = rows.map((_, i) => i);
  return fc.shuffledSubarray(all, { minLength: rows.length }).map((turns) => {
    const left = rows.map((row, i) => ({ row, turn: turns[i] ?? 0 }));
    const taken: Row[] = [];
    while (left.length > 0) {
      const free = left.filter(
        ({ row }, i) => !left.slice(0, i).some((before) => isTied(before.row, row)),
      );
      const next = free.reduce((first, one) => (one.turn < first.turn ? one : first));
      left.splice(left.indexOf(next), 1);
      taken.push(next.row);
    }
    return taken;
  });
}
