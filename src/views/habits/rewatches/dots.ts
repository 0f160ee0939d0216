import { type Day, startOfDay, yearOf } from "../../../day.ts";
import type { Film } from "../../../library/film.ts";
import type { Site } from "../../../site.ts";
import { rewatchDrift } from "../../../stats/drift.ts";
import { mainPeriod } from "../../../stats/mainPeriod.ts";
import * as words from "../../../words/rewatches.ts";
import type { DotAxis, DotRow, Shown } from "../../block.ts";

/** The most years that are named on a phone. */
const mostNames = 6;

/**
 * Films with a dot for each viewing, all on one axis from the diary's first day to its last. A viewing
 * long before the diary's main period is at its beginning.
 *
 * @param id of the axis, unique on the page
 */
export function dotsOf(site: Site, films: readonly Film[], id: string): Shown & { as: "dots" } {
  const { main } = mainPeriod(site.library.viewings);
  const [first, last] = [main[0]?.date, main.at(-1)?.date];
  if (first === undefined || last === undefined) throw new Error("dots need a viewing");
  const place = (day: Day): number => {
    const span = startOfDay(last) - startOfDay(first);
    return span === 0 ? 0.5 : Math.max(0, (startOfDay(day) - startOfDay(first)) / span);
  };
  return {
    as: "dots",
    axis: { id, ...axisOf(first, last, place) },
    rows: films.map(rowOf(site, place)),
  };
}

/** The starts of years; the first and the last year if the diary has no start of a year. */
function axisOf(first: Day, last: Day, place: (day: Day) => number): Omit<DotAxis, "id"> {
  const [from, to] = [yearOf(first), yearOf(last)];
  const years = Array.from({ length: to - from }, (_, i) => from + 1 + i);
  const every = Math.ceil(years.length / mostNames);
  return {
    label: words.axisLabel(from, to),
    marks:
      years.length === 0
        ? [{ at: 0.5, name: `${from}` }]
        : years
            .filter((year) => year % every === 0)
            .map((year) => ({ at: place(`${`${year}`.padStart(4, "0")}-01-01`), name: `${year}` })),
  };
}

const rowOf =
  (site: Site, place: (day: Day) => number) =>
  (film: Film): DotRow => ({
    film,
    dots: [...new Set(film.viewings.map(({ date }) => place(date)))],
    count: words.timesSeen(site, film),
    rating: words.ratingThenNow(site, film, rewatchDrift(film)),
  });
