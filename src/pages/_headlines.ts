import { withoutMarks } from "../dateMarks.ts";
import type { Viewing } from "../export/ledger.ts";
import type { Format } from "../format.ts";
import type { Film } from "../library/film.ts";
import type { Person } from "../library/person.ts";
import type { Site } from "../site.ts";
import { completeness } from "../stats/completeness.ts";
import { countFilms } from "../stats/counts.ts";
import { groupRule, personRule } from "../stats/ranking.ts";
import { averageRating, ratingsOf } from "../stats/ratings.ts";
import type { YearRow } from "../stats/years.ts";
import { commonestYear, oneFullestMonth, starsSpelt } from "./_titles.ts";
import { enoughViewings, type yearInReview } from "./timeline/_year.ts";

/** The first heading of a page: the name of what it is about, and what is remarkable about it. */

/** On a phone a heading has room for three lines. */
const longestHeading = 72;

/**
 * "2024 so far: 42 viewings, the most in October, best Vagabond": the one or two films with the best
 * rating, or how many have it.
 */
export function yearHeadline(
  { library, format }: Site,
  row: YearRow,
  { viewings, films, bulk, isCurrent, best, rated, top }: ReturnType<typeof yearInReview>,
): string {
  const name = `${row.year}${isCurrent ? " so far" : ""}`;
  const [only] = films;
  if (viewings.length === 1 && only) return `${name}: 1 viewing, of ${only.name}`;
  const count = `${name}: ${format.count(viewings.length, "viewing")}`;
  if (viewings.length < enoughViewings) return `${count} of ${format.count(films.length, "film")}`;
  const month = oneFullestMonth(viewings, bulk);
  const monthName = month && format.monthName(`${month.month}-01`);
  const isAll = month?.viewings === viewings.length;
  const start = `${count}${monthName ? `, ${isAll ? "all" : "the most"} in ${monthName}` : ""}`;
  return rated < personRule.minimum ? start : joined(start, ...bestOf(best, top, library.filmOf));
}

function bestOf(best: Viewing[], top: number, filmOf: (viewing: Viewing) => Film): string[] {
  const names = best.slice(0, top).map((viewing) => filmOf(viewing).name);
  const [first] = best;
  const count = first && `, ${top} films with ${starsSpelt(first.rating ?? 0)}`;
  return [
    ...(top <= 2 ? [`, best ${names.join(" and ")}`] : []),
    ...(count && top > 1 ? [count] : []),
  ];
}

/** "Drama, in 68% of your films, rated 0.10 above your mean", of the films TMDB knows. */
export function genreHeadline(
  { library, format }: Site,
  { name, films }: { name: string; films: Film[] },
): string {
  const share = films.length / countFilms(library.films).matched;
  const often =
    films.length < groupRule.minimum || share < 0.01
      ? `${films.length === 1 ? "one" : format.integer(films.length)} of your films`
      : `${format.percent(share)} of your films`;
  return joined(`${name}, in ${often}`, comparedRating(films, library.films, format));
}

function comparedRating(films: Film[], all: Film[], format: Format): string | null {
  const [own, overall] = [averageRating(films), averageRating(all)];
  if (own === null || overall === null || ratingsOf(films).length < groupRule.minimum) return null;
  const difference = format.average(Math.abs(own - overall));
  if (difference === format.average(0)) return ", rated like the rest";
  return `, rated ${difference} ${own > overall ? "above" : "below"} your mean`;
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
  const mean = averageRating(directed);
  const isRated = mean !== null && ratingsOf(directed).length >= personRule.minimum;
  const [only, ...others] = directed;
  return joined(
    `${name}: ${seen}`,
    isRated && `, rated ${format.average(mean)} on average`,
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
