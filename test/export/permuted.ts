import fc from "fast-check";
import type { DiaryLine, ExportModel, FilmLine, ReviewLine } from "./exportModel.ts";

/**
 * The export with the rows of every file in another order, but for rows whose order the rules heed:
 * films of equal Name and Year, their viewings of one day, their reviews of one day.
 */
export const permuted = (model: ExportModel): fc.Arbitrary<ExportModel> =>
  fc.record({
    watched: reordered(model.watched, isSameTitle),
    ratings: reordered(model.ratings, isSameTitle),
    diary: reordered(
      model.diary,
      (a: DiaryLine, b: DiaryLine) => isSameTitle(a, b) && a.watched === b.watched,
    ),
    reviews: reordered(
      model.reviews,
      (a: ReviewLine, b: ReviewLine) =>
        isSameTitle(a, b) && (a.date === b.date || (a.watched !== null && a.watched === b.watched)),
    ),
    watchlist: reordered(model.watchlist, isSameTitle),
    likes: reordered(model.likes, isSameTitle),
    lists: fc.tuple(
      ...model.lists.map((list) =>
        reordered(list.items, isSameTitle).map((items) => ({ ...list, items })),
      ),
    ),
  });

const isSameTitle = (a: FilmLine, b: FilmLine): boolean =>
  a.name.normalize("NFC") === b.name.normalize("NFC") && a.year === b.year;

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
