import { withoutMarks } from "../dateMarks.ts";
import type { Format } from "../format.ts";
import type { Viewing } from "../letterboxd/ledger.ts";
import type { Film } from "../library/film.ts";
import type { Person } from "../library/person.ts";
import type { Site } from "../site.ts";
import { completeness } from "../stats/completeness.ts";
import { countFilms } from "../stats/counts.ts";
import {
  compare,
  enough,
  enoughRatings,
  enoughToDraw,
  leastDifference,
  soundMean,
} from "../stats/finding.ts";
import { personRule } from "../stats/ranking.ts";
import { averageRating, ratingsOf } from "../stats/ratings.ts";
import type { YearInReview } from "../stats/yearInReview.ts";
import type { YearRow } from "../stats/years.ts";
import { commonestYear, oneFullestMonth, starsSpelt } from "./titles.ts";

/** The first heading of a page: the name of what it is about, and what is remarkable about it. */

/** On a phone a heading has room for three lines. */
const longestHeading = 72;

/**
 * "2024 so far: 42 viewings, best Vagabond": the one or two films with the best rating, or how many
 * have it, or the fullest month. One of these alone, or they would seem to speak of each other.
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
  return joined(
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
    // Where all have the same rating none is the best.
    ...(count && top > 1 && top < rated ? [count] : []),
  ];
}

/** "Drama, in 68% of your films, rated 0.10 above your mean": of the films with known genres. */
export function genreHeadline(
  { library, format }: Site,
  { name, films }: { name: string; films: Film[] },
): string {
  const { matched, seen } = countFilms(library.films);
  const share = films.length / matched;
  const often =
    films.length < enough || share < 0.01
      ? `${films.length === 1 ? "one" : format.integer(films.length)} of your films`
      : `${films.length === seen ? "all" : format.percent(share)} of your films`;
  return joined(`${name}, in ${often}`, comparedRating(films, library.films, format));
}

/** How far from the mean of all films, if their ratings differ from those of the others at all. */
function comparedRating(films: Film[], all: Film[], format: Format): string | null {
  const inFilms = new Set(films);
  const found = compare(ratingsOf(films), ratingsOf(all.filter((film) => !inFilms.has(film))));
  if (found === "unsure") return null;
  const difference = (averageRating(films) ?? 0) - (averageRating(all) ?? 0);
  // The mean of all films lies nearer than that of the others.
  if (found === "like" || Math.abs(difference) < leastDifference) return ", rated like the rest";
  return `, rated ${format.average(Math.abs(difference))} ${found} your mean`;
}

/** "Agnès Varda: 19 of 31 films seen, rated 4.20 on average" */
export function directorHeadline({ library, format }: Site, person: Person): string {
  const { name, directed } = person;
  const career = completeness(person.filmography, directed, library.asOf);
  const seen =
    career && career.total > 1
      ? career.seen === career.total
        ? `all ${format.count(career.total, "film")} seen`
        : `${format.integer(career.seen)} of ${format.count(career.total, "film")} seen`
      : `${format.count(directed.length, "film")} seen`;
  const ratings = ratingsOf(directed);
  const mean = soundMean(ratings, personRule.minimum);
  const few = ratings.length < directed.length ? `${format.integer(ratings.length)} of them ` : "";
  const [only, ...others] = directed;
  return joined(
    `${name}: ${seen}`,
    mean !== null && `, ${few}rated ${format.average(mean)} on average`,
    only && others.length === 0 && `, ${only.name}`,
  );
}

/** "545 films, more from 2024 than from any other year" */
export function filmsHeadline({ library, format }: Site): string {
  const { films } = library;
  const commonest = commonestYear(films);
  return `${format.count(films.length, "film")}${commonest ? `, more ${commonest}` : ""}`;
}

/** With the first of the endings that does not make it too long, else without. */
function joined(start: string, ...endings: (string | null | undefined | false)[]): string {
  const ending = endings.find(
    (text) => text && withoutMarks(start + text).length <= longestHeading,
  );
  return `${start}${ending || ""}`;
}
