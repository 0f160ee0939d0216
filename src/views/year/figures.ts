import type { Day } from "../../day.ts";
import type { Format } from "../../format.ts";
import type { Viewing } from "../../letterboxd/ledger.ts";
import { diaryYearPath, monthPath } from "../../library/address.ts";
import type { Film } from "../../library/film.ts";
import type { Library } from "../../library/library.ts";
import { sum } from "../../numbers.ts";
import type { Settings } from "../../settings.ts";
import { directedByWomen } from "../../stats/directedByWomen.ts";
import { enoughRatings, enoughToDraw } from "../../stats/finding.ts";
import { fullestMonth } from "../../stats/fullestMonth.ts";
import { type YearRow, yearSoFar } from "../../stats/years.ts";
import { byWomenNote, shareByWomen } from "../../words/directedByWomen.ts";
import { knownFor } from "../../words/known.ts";
import type { Figure } from "../block.ts";

/** The data behind a year's figures. */
interface Subject {
  row: YearRow;
  /** The year with viewings before it. */
  before: YearRow | undefined;
  viewings: Viewing[];
  films: Film[];
  library: Library;
  settings: Settings;
  format: Format;
  href: (path: string) => string;
  /** Days that were filled in afterwards. They do not make a month the fullest. */
  bulk: Set<Day>;
}

/** The figures at the top of a year's page, without unknown ones. */
export const yearFigures = (subject: Subject): Figure[] =>
  [viewingCount, filmCount, rewatches, averageRating, hours, fullest, byWomen].flatMap(
    (figureOf) => figureOf(subject) ?? [],
  );

function viewingCount(subject: Subject): Figure {
  const { row, before, format, href } = subject;
  const compared = before && yearBefore({ ...subject, before });
  return {
    label: "Viewings",
    value: format.integer(row.viewings),
    href: href(diaryYearPath(row.year)),
    ...(compared && { note: compared }),
  };
}

const filmCount = ({ row, format }: Subject): Figure => ({
  label: "Films",
  value: format.integer(row.films),
  // A film has one first watch at most: all its other viewings are rewatches.
  note: firstWatches(row.viewings - row.rewatches, row.films, format),
});

const rewatches = ({ row, format }: Subject): Figure | null =>
  row.rewatches === 0
    ? null
    : {
        label: "Rewatches",
        value: format.integer(row.rewatches),
        note: `${format.percent(row.rewatches / row.viewings)} of the viewings`,
      };

const averageRating = ({ row, format }: Subject): Figure | null =>
  row.averageRating === null || row.rated < enoughRatings
    ? null
    : {
        label: "Average rating",
        value: format.average(row.averageRating),
        note: `of ${format.count(row.rated, "rated viewing")}, as given at the time`,
      };

function hours({ viewings, library, format }: Subject): Figure | null {
  const runtimes = viewings.flatMap((viewing) => library.filmOf(viewing).runtime ?? []);
  if (runtimes.length === 0) return null;
  const counts = { known: runtimes.length, all: viewings.length, unit: "viewing", format };
  return {
    label: "Hours",
    value: format.hours(sum(runtimes)),
    note: knownFor("runtime", counts),
  };
}

function fullest({ viewings, bulk, format, href }: Subject): Figure | null {
  const month = fullestMonth(viewings, bulk);
  if (!month || viewings.length < enoughToDraw) return null;
  const isFilledIn = viewings.some(({ date }) => bulk.has(date));
  return {
    label: "Fullest month",
    value: format.monthName(`${month.month}-01`),
    href: href(monthPath(month.month)),
    note: `${format.count(month.viewings, "viewing")}${isFilledIn ? ", filled-in days aside" : ""}`,
  };
}

function byWomen(subject: Subject): Figure | null {
  const counts = directedByWomen(subject.films);
  const share = shareByWomen(subject, counts);
  return share === null
    ? null
    : { label: "Directed by women", value: share, note: byWomenNote(subject, counts) };
}

/**
 * The current year is compared with the one before up to the same day, any other with the whole year
 * before. Without viewings in that time there is no comparison.
 */
function yearBefore({
  row,
  before,
  library: { viewings, asOf },
  format,
}: Subject & { before: YearRow }): string | null {
  const { year, before: count } = yearSoFar(viewings, asOf);
  if (row.year !== year) return `${format.integer(before.viewings)} in ${before.year}`;
  return count > 0 ? `${format.integer(count)} at this point in ${year - 1}` : null;
}

function firstWatches(first: number, films: number, format: Format): string {
  if (films === 1) return `${first === 0 ? "not " : ""}for the first time`;
  const many = first === 0 ? "none" : first < films ? format.integer(first) : "all";
  return `${many} seen for the first time`;
}
