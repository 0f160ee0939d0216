import fc from "fast-check";
import { arbitraryExport } from "./arbitraryExport.ts";
import { arbitraryDay, arbitraryRating } from "./arbitraryFields.ts";
import type { DiaryLine, ExportModel, FilmLine } from "./exportModel.ts";

/** Years that no film has, and none at all. */
const LOST_YEARS = [null, 0, 1066, 1869, 2035, 9999];

const seldom = fc.nat(4).map((n) => n === 0);

/**
 * A small export whose files do not agree: here and there a Year is lost or cannot be, an entry
 * stands twice, with the same Watched Date or with another.
 */
export const slippedExport: fc.Arbitrary<ExportModel> = arbitraryExport.chain((model) =>
  fc.record({
    watched: yearsLost(model.watched),
    ratings: yearsLost(model.ratings),
    diary: yearsLost(model.diary).chain(repeated),
    reviews: yearsLost(model.reviews).chain(repeated),
    watchlist: yearsLost(model.watchlist),
    likes: yearsLost(model.likes),
    lists: fc.tuple(
      ...model.lists.map((list) => yearsLost(list.items).map((items) => ({ ...list, items }))),
    ),
  }),
);

const yearsLost = <Row extends FilmLine>(rows: Row[]): fc.Arbitrary<Row[]> =>
  fc.tuple(
    ...rows.map((row) =>
      fc
        .tuple(seldom, fc.constantFrom(...LOST_YEARS))
        .map(([isLost, year]) => (isLost && year !== undefined ? { ...row, year } : row)),
    ),
  );

const repeated = <Row extends DiaryLine>(rows: Row[]): fc.Arbitrary<Row[]> =>
  fc
    .tuple(
      ...rows.map((row) =>
        fc
          .record({
            isRepeated: seldom,
            isSameDay: fc.boolean(),
            date: arbitraryDay,
            day: arbitraryDay,
            rating: arbitraryRating,
          })
          .map(({ isRepeated, isSameDay, date, day, rating }) =>
            isRepeated
              ? [row, { ...row, date, rating, watched: isSameDay ? row.watched : day }]
              : [row],
          ),
      ),
    )
    .map((all) => all.flat())
    .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }));
