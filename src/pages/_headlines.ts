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
 * "2024 so far: 42 viewings, the most in October, best Vagabond": the one film with the best
 * rating, or how many share it.
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
  return joined(
    `${count}${monthName ? `, ${isAll ? "all" : "the most"} in ${monthName}` : ""}`,
    rated >= 3 && best[0] && bestOf(best[0], top, library.filmOf, format),
  );
}

function bestOf(
  best: Viewing,
  top: number,
  filmOf: (viewing: Viewing) => Film,
  format: Format,
): string {
  if (top === 1) return `, best ${filmOf(best).name}`;
  return `, ${format.integer(top)} films with ${starsSpelt(best.rating ?? 0)}`;
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
  return joined(`${name}: ${seen}`, isRated && `, rated ${format.average(mean)} on average`);
}

/** "545 films, more of 2024 than of any other year" */
export function filmsHeadline({ library, format }: Site): string {
  const { films } = library;
  const commonest = commonestYear(films);
  return `${format.count(films.length, "film")}${commonest ? `, more ${commonest}` : ""}`;
}

/** A second part that would make it too long is left out. */
const joined = (first: string, second: string | null | undefined | false): string =>
  second && first.length + second.length <= longestHeading ? first + second : first;
