import type { Format } from "../format.ts";
import type { Group } from "../library/group.ts";
import type { Person } from "../library/person.ts";
import type { Site } from "../site.ts";
import { compareShares, enoughToDraw, enoughToName, foremost } from "../stats/finding.ts";
import { type LikeShare, likeShare } from "../stats/likes.ts";
import type { RankingRow } from "../stats/ranking.ts";
import type { RichText } from "./richText.ts";
import { sentence } from "./sentences.ts";
import { starsSpelt } from "./titles.ts";

/** The words of the pages about likes. */

type Formatted = { format: Format };

/** "214 films liked, 39% of all" */
export function likesHeading({ library, format }: Site): RichText {
  const { liked, films } = likeShare(library.films);
  const share = liked === films ? "" : `, ${format.percent(liked / films)} of all`;
  return [`${format.count(liked, "film")} liked${share}`];
}

export const ratingsNote = "A rating leads to the liked films that have it.";

export const describeLikes = (site: Site): string => sentence([likesHeading(site).join("")]);

export const filmsTitle = (_: Site, count: number): string =>
  count === 1 ? "The film you like" : "The films you like";

/** "4.5 ★", "not rated" */
export const ratingName = ({ format }: Formatted, rating: number | null): string =>
  rating === null ? "not rated" : `${format.decimal(rating)} ★`;

/** "You like 45 of the 49 films with five stars": the highest rating, if enough films have it. */
export function ratingsTitle(
  { format }: Formatted,
  rows: (LikeShare & { rating: number | null })[],
): string {
  const [first] = rows;
  if (!first || first.rating === null || first.films < enoughToName) {
    return "The share you like, by rating";
  }
  const share = first.liked === first.films ? "all" : `${format.integer(first.liked)} of`;
  return `You like ${share} ${format.count(first.films, "film")} with ${starsSpelt(first.rating)}`;
}

/** "The 1990s most often: 60% of 82", if that is more than of all other films, and not by chance. */
export const decadesTitle = (site: Site, decades: readonly Group[]): string =>
  leadTitle(site, decades, (name) => `The ${name}`) ?? "The share you like, by decade";

export const genresTitle = (site: Site, genres: readonly Group[]): string =>
  leadTitle(site, genres, (name) => name) ?? "The share you like, by genre";

function leadTitle(
  { library, format }: Site,
  groups: readonly Group[],
  nameOf: (name: string) => string,
): string | null {
  const all = likeShare(library.films);
  const rows = groups
    .filter(({ films }) => films.length >= enoughToDraw)
    .map((group) => ({ group, ...likeShare(group.films) }))
    .sort((a, b) => b.liked / b.films - a.liked / a.films);
  const [first, second] = rows;
  if (!first || !second || first.liked / first.films === second.liked / second.films) return null;
  const rest: [number, number] = [all.liked - first.liked, all.films - first.films];
  if (compareShares([first.liked, first.films], rest) !== "above") return null;
  const share = format.percent(first.liked / first.films);
  return `${nameOf(first.group.name)} most often: you like ${share} of ${format.count(first.films, "film")}`;
}

export const genresNote = ({ library, format }: Site): RichText => [
  `Genres with ${enoughToDraw} films or more; known for ${format.integer(library.films.filter(({ groups }) => groups.genre.length > 0).length)} of ${format.count(library.films.length, "film")}.`,
];

/** "Agnès Varda directed most of them: 9" */
export function directorsTitle({ format }: Formatted, rows: readonly RankingRow<Person>[]): string {
  const first = foremost(rows, ({ films }) => films);
  const [one] = first;
  return one && first.length === 1
    ? `${one.subject.name} directed the most of them: ${format.count(one.films, "film")}`
    : "Who directed most of them";
}

export const despiteTitle = "Liked, with two and a half stars or fewer";
export const notLikedTitle = "Four and a half stars or five, and not liked";

/** "The first 50 of 120." */
export const firstOf = ({ format }: Formatted, shown: number, all: number): RichText => [
  `The first ${format.integer(shown)} of ${format.integer(all)}.`,
];

/** "Liked, with five stars" */
export function ratingTitle(rating: number | null, page: number, count: number): string {
  const name = rating === null ? "Liked, and not rated" : `Liked, with ${starsSpelt(rating)}`;
  return count === 1 ? name : `${name}, page ${page} of ${count}`;
}

export const describeRating = (
  { format }: Formatted,
  rating: number | null,
  films: number,
): string => sentence([`${ratingTitle(rating, 1, 1)}: ${format.count(films, "film")}`]);

export const ratingBlockTitle = (
  { format }: Formatted,
  stars: string | null,
  films: number,
): string => `${stars ? `${stars} ` : ""}${format.count(films, "film")}`;
