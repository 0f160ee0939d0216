import type { Day } from "../../day.ts";
import type { Format } from "../../format.ts";
import type { Viewing } from "../../letterboxd/ledger.ts";
import type { Library } from "../../library/library.ts";
import { enoughRatings, enoughToDraw } from "../../stats/finding.ts";
import { fullestMonth } from "../../stats/fullestMonth.ts";
import { sum } from "../../stats/ratings.ts";
import { type YearRow, yearSoFar } from "../../stats/years.ts";
import { known } from "../../words/known.ts";
import type { Figure } from "../blocks.ts";

/** The figures on top of a year's page. */
export function yearFigures({
  row,
  before,
  viewings,
  library,
  format,
  bulk,
}: {
  row: YearRow;
  before: YearRow | undefined;
  viewings: Viewing[];
  library: Library;
  format: Format;
  /** Days that were filled in afterwards: no month is the fullest for one of these. */
  bulk: Set<Day>;
}): Figure[] {
  const runtimes = viewings.flatMap((viewing) => library.filmOf(viewing).runtime ?? []);
  const fullest = fullestMonth(viewings, bulk);
  const compared = before && yearBefore({ row, before, library, format });
  return [
    {
      label: "Viewings",
      value: format.integer(row.viewings),
      ...(compared && { note: compared }),
    },
    {
      label: "Films",
      value: format.integer(row.films),
      // A film has one first watch at most: all its other viewings are rewatches.
      note: firstWatches(row.viewings - row.rewatches, row.films, format),
    },
    ...(row.rewatches === 0
      ? []
      : [
          {
            label: "Rewatches",
            value: format.integer(row.rewatches),
            note: `${format.percent(row.rewatches / row.viewings)} of the viewings`,
          },
        ]),
    ...(row.averageRating === null || row.rated < enoughRatings
      ? []
      : [
          {
            label: "Average rating",
            value: format.average(row.averageRating),
            note: `of ${format.count(row.rated, "rated viewing")}, as given at the time`,
          },
        ]),
    ...(runtimes.length === 0
      ? []
      : [
          {
            label: "Hours",
            value: format.hours(sum(runtimes)),
            note: known("runtime", {
              known: runtimes.length,
              all: viewings.length,
              unit: "viewing",
              format,
            }),
          },
        ]),
    ...(fullest && viewings.length >= enoughToDraw
      ? [
          {
            label: "Fullest month",
            value: format.monthName(`${fullest.month}-01`),
            note: `${format.count(fullest.viewings, "viewing")}${viewings.some(({ date }) => bulk.has(date)) ? ", filled-in days aside" : ""}`,
          },
        ]
      : []),
  ];
}

/**
 * A year under way is compared with the one before to the same day, any other with the whole of it.
 * Nothing by then is no comparison.
 */
function yearBefore({
  row,
  before,
  library: { viewings, asOf },
  format,
}: {
  row: YearRow;
  before: YearRow;
  library: Library;
  format: Format;
}): string | null {
  const { year, before: count } = yearSoFar(viewings, asOf);
  if (row.year !== year) return `${format.integer(before.viewings)} in ${before.year}`;
  return count > 0 ? `${format.integer(count)} at this point in ${year - 1}` : null;
}

function firstWatches(first: number, films: number, format: Format): string {
  if (films === 1) return `${first === 0 ? "not " : ""}for the first time`;
  const many = first === 0 ? "none" : first < films ? format.integer(first) : "all";
  return `${many} seen for the first time`;
}
