import fc from "fast-check";
import type { DiaryLine, ExportModel, FilmLine, ReviewLine } from "./exportModel.ts";

/**
 * The export with the rows of every file in another order, but for rows whose order the rules heed:
 * films of equal Name, their viewings of one day, their reviews of one day, and rows of one entry. A
 * day still to come is none, as it is where there is none.
 */
export const permuted = (model: ExportModel): fc.Arbitrary<ExportModel> =>
  fc.record({
    watched: reordered(model.watched, isSameName),
    ratings: reordered(model.ratings, isSameName),
    diary: reordered(
      model.diary,
      (a: DiaryLine, b: DiaryLine) =>
        isSameEntry(a, b) || (isSameName(a, b) && dayOf(a) === dayOf(b)),
    ),
    reviews: reordered(
      model.reviews,
      (a: ReviewLine, b: ReviewLine) =>
        isSameEntry(a, b) ||
        (isSameName(a, b) && (a.date === b.date || (dayOf(a) !== null && dayOf(a) === dayOf(b)))),
    ),
    watchlist: reordered(model.watchlist, isSameName),
    likes: reordered(model.likes, isSameName),
    lists: fc.tuple(
      ...model.lists.map((list) =>
        reordered(list.items, isSameName).map((items) => ({ ...list, items })),
      ),
    ),
  });

const isSameName = (a: FilmLine, b: FilmLine): boolean =>
  a.name.normalize("NFC") === b.name.normalize("NFC");

const isSameEntry = (a: DiaryLine, b: DiaryLine): boolean => a.uri !== null && a.uri === b.uri;

const dayOf = ({ watched }: DiaryLine): string | null =>
  watched !== null && watched <= "2024-07-01" ? watched : null;

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
