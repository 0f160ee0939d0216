import type { Day } from "../../day.ts";
import type { Viewing } from "../../export/ledger.ts";
import type { Format } from "../../format.ts";
import type { Film } from "../../library/film.ts";
import type { Library } from "../../library/library.ts";
import { fullestMonth } from "../../stats/fullestMonth.ts";
import { sum } from "../../stats/ratings.ts";
import type { YearRow } from "../../stats/years.ts";

/** The figures on top of a year's page. */
export function yearFigures({
  row,
  before,
  viewings,
  films,
  library,
  format,
  bulk,
}: {
  row: YearRow;
  before: YearRow | undefined;
  viewings: Viewing[];
  films: Film[];
  library: Library;
  format: Format;
  /** Days that were filled in afterwards: no month is the fullest for one of these. */
  bulk: Set<Day>;
}): { label: string; value: string; note?: string }[] {
  const runtimes = viewings.flatMap((viewing) => library.filmOf(viewing).runtime ?? []);
  const fullest = fullestMonth(viewings, bulk);
  const firstSeen = films.filter((film) => film.viewings[0]?.date.startsWith(`${row.year}`)).length;
  return [
    {
      label: "Viewings",
      value: format.integer(row.viewings),
      ...(before && { note: `${format.integer(before.viewings)} in ${before.year}` }),
    },
    {
      label: "Films",
      value: format.integer(row.films),
      note: `${format.integer(firstSeen)} with their first entry in the diary`,
    },
    {
      label: "Rewatches",
      value: format.integer(row.rewatches),
      note: `${format.percent(row.rewatches / row.viewings)} of the viewings`,
    },
    ...(row.averageRating === null
      ? []
      : [
          {
            label: "Average rating",
            value: format.average(row.averageRating),
            note: "as given at the time",
          },
        ]),
    ...(runtimes.length === 0
      ? []
      : [
          {
            label: "Hours",
            value: format.hours(sum(runtimes)),
            note: `runtime known for ${format.integer(runtimes.length)} of ${format.count(viewings.length, "viewing")}`,
          },
        ]),
    ...(fullest
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
