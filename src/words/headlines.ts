import type { Viewing } from "../letterboxd/ledger.ts";
import type { Film } from "../library/film.ts";
import type { Site } from "../site.ts";
import { enoughRatings, enoughToDraw } from "../stats/finding.ts";
import type { YearInReview } from "../stats/yearInReview.ts";
import type { YearRow } from "../stats/years.ts";
import { headline } from "./sentences.ts";
import { commonestYear, oneFullestMonth, starsSpelt } from "./titles.ts";

/** The main heading of a page: its subject and the most remarkable finding. */

/**
 * "2024 so far: 42 viewings, best Vagabond": the one or two films with the best rating, or the number
 * of films that have it, or the fullest month. It states only one of these, because together they would
 * seem connected.
 */
export function yearHeadline(
  { library, format }: Site,
  row: YearRow,
  { viewings, films, bulk, isCurrent, best, rated, top }: YearInReview,
): string {
  const name = `${row.year}${isCurrent ? " so far" : ""}`;
  const [only] = films;
  if (viewings.length === 1 && only) return `${name}: 1 viewing, of ${only.name}`;
  const count = `${name}: ${format.count(viewings.length, "viewing")}`;
  if (viewings.length < enoughToDraw) return `${count} of ${format.count(films.length, "film")}`;
  const month = oneFullestMonth(viewings, bulk);
  return headline(
    count,
    ...(rated < enoughRatings ? [] : bestOf(best, { top, rated }, library.filmOf)),
    month && `, the most in ${format.monthName(`${month.month}-01`)}`,
  );
}

function bestOf(
  best: Viewing[],
  { top, rated }: { top: number; rated: number },
  filmOf: (viewing: Viewing) => Film,
): string[] {
  const names = best.slice(0, top).map((viewing) => filmOf(viewing).name);
  const [first] = best;
  const count = first && `, ${top} films with ${starsSpelt(first.rating ?? 0)}`;
  return [
    ...(top <= 2 ? [`, best ${names.join(" and ")}`] : []),
    // If all films have the same rating, there is no best one.
    ...(count && top > 1 && top < rated ? [count] : []),
  ];
}

/** "545 films, more from 2024 than from any other year" */
export function filmsHeadline({ library, format }: Site): string {
  const { films } = library;
  const commonest = commonestYear(films);
  return `${format.count(films.length, "film")}${commonest ? `, more ${commonest}` : ""}`;
}
