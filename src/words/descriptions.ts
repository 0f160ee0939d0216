import { inWords } from "../counted.ts";
import { yearOf } from "../day.ts";
import type { Film } from "../library/film.ts";
import type { Group } from "../library/group.ts";
import type { Person } from "../library/person.ts";
import type { Site } from "../site.ts";
import { countFilms } from "../stats/counts.ts";
import { enoughRatings, foremost, most, soundMean } from "../stats/finding.ts";
import { mainPeriod } from "../stats/mainPeriod.ts";
import { minutes } from "../stats/minutes.ts";
import { opening } from "../stats/opening.ts";
import { byFilms, personRule, rankingRows } from "../stats/ranking.ts";
import { averageRating, ratingsOf } from "../stats/ratings.ts";
import { type YearRow, yearRows } from "../stats/years.ts";
import { shareOfKnown } from "./known.ts";

/** One sentence with figures for each page, as searches and link previews show it. */

export function describeSite({ library, format }: Site): string {
  const { films, viewings, people } = library;
  const hours = minutes(films).viewings;
  const { directors } = opening(films, people);
  const [director] = directors;
  return sentence([
    `${format.count(films.length, "film")} and ${format.count(viewings.length, "viewing")}`,
    hours !== null && `${format.hours(hours)} hours in all`,
    ratedOnAverage({ format }, films),
    director &&
      `${format.count(director.directed.length, "film")}${directors.length > 1 ? " each" : ""} by ${inWords(directors.map(({ name }) => name))}`,
  ]);
}

export function describeFilms({ library, format }: Site): string {
  const { films } = library;
  const years = films.flatMap(({ year }) => year ?? []);
  const first = years.reduce((a, b) => Math.min(a, b), Infinity);
  const last = years.reduce((a, b) => Math.max(a, b), -Infinity);
  return sentence([
    `All ${format.count(films.length, "film")} seen`,
    years.length > 0 && `released ${first === last ? `in ${first}` : `from ${first} to ${last}`}`,
    ratedOnAverage({ format }, films),
  ]);
}

export function describeFilm({ format }: Site, film: Film): string {
  const { name, year, directors, viewings, rating, liked } = film;
  const by = directors.length > 0 ? ` by ${directors.map((person) => person.name).join(", ")}` : "";
  const times = viewings.length;
  return sentence([
    `${name}${year === null ? "" : ` (${year})`}${by}: seen${times === 0 ? "" : times === 1 ? " once" : ` ${format.integer(times)} times`}`,
    rating === null ? "not rated" : `rated ${format.starsInWords(rating)}`,
    liked && "liked",
  ]);
}

export function describeGenres({ library, format }: Site): string {
  const { genres, films } = library;
  const { matched } = countFilms(films);
  const rows = rankingRows(genres, (genre) => genre.films).sort(byFilms);
  const first = foremost(rows, (row) => row.films, { all: matched });
  const [one] = first;
  const next = foremost(rows.slice(first.length), (row) => row.films, { all: matched });
  return sentence([
    `${format.count(genres.length, "genre")} of ${format.count(matched, "film")}`,
    one &&
      `${namesOf(first)} in ${format.percent(one.films / matched)} of them${first.length > 1 ? " each" : ""}`,
    one && next.length > 0 && `then ${namesOf(next)}`,
  ]);
}

export function describeGenre({ library, format }: Site, { name, films }: Group): string {
  const overall = averageRating(library.films);
  const mean = ratedOnAverage({ format }, films);
  return sentence([
    `${format.count(films.length, "film")} of the genre ${name} seen`,
    shareOfKnown(films, { library, format }),
    mean && overall !== null && `${mean} against ${format.average(overall)} over all films`,
  ]);
}

export function describeDirectors({ library, format }: Site): string {
  const directors = library.people.filter(({ directed }) => directed.length > 0);
  const several = directors.filter(({ directed }) => directed.length > 1).length;
  const { matched } = countFilms(library.films);
  const rows = rankingRows(directors, ({ directed }) => directed).sort(byFilms);
  const first = foremost(rows, (row) => row.films, { all: matched });
  const [one] = first;
  return sentence([
    `${format.count(directors.length, "director")} of ${format.count(matched, "film")}`,
    several > 0 && `${format.integer(several)} of them with two or more`,
    one && `${namesOf(first)} with ${format.integer(one.films)}${first.length > 1 ? " each" : ""}`,
  ]);
}

export function describeDirector({ format }: Site, { name, directed }: Person): string {
  const viewings = directed.reduce((total, film) => total + film.viewings.length, 0);
  const rated = directed.filter(({ rating }) => rating !== null);
  const best = most(rated, ({ rating }) => rating ?? 0);
  return sentence([
    `${format.count(directed.length, "film")} directed by ${name} seen${viewings > 0 ? `, in ${format.count(viewings, "viewing")}` : ""}`,
    ratedOnAverage({ format }, directed, personRule.minimum),
    best && `${best.name} highest`,
  ]);
}

export function describeTimeline({ library, format }: Site): string {
  const { viewings } = library;
  const { main } = mainPeriod(viewings);
  const [first, last] = [main[0], main.at(-1)];
  if (!first || !last) return "There is no dated viewing.";
  const years = yearRows(viewings);
  const fullest = foremost(years, (row) => row.viewings);
  const [one] = fullest;
  return sentence([
    `${format.count(viewings.length, "viewing")}, ${format.range(first.date, last.date)}`,
    one &&
      `${format.integer(one.viewings)} of them in ${fullest.length > 1 ? "each of " : ""}${inWords(fullest.map(({ year }) => `${year}`))}, the fullest ${fullest.length > 1 ? "years" : "year"}`,
  ]);
}

export const describeYear = ({ format, library }: Site, row: YearRow): string =>
  sentence([
    `${format.count(row.viewings, "viewing")} of ${format.count(row.films, "film")} in ${row.year}${row.year === yearOf(library.asOf) ? " so far" : ""}`,
    row.averageRating !== null &&
      row.rated >= enoughRatings &&
      `${format.integer(row.rated)} of them rated, ${format.average(row.averageRating)} on average`,
    row.rewatches > 0 && `${format.count(row.rewatches, "rewatch", "rewatches")} among them`,
  ]);

export const describeAbout = ({ library, format }: Site): string =>
  `What the figures of ${format.count(library.films.length, "film")} and ${format.count(library.viewings.length, "viewing")} mean, what they cover and where they come from.`;

const sentence = (parts: (string | false | null | undefined)[]): string =>
  `${parts.filter(Boolean).join(", ")}.`;

/** "439 rated, 3.66 on average", from so many ratings on. */
function ratedOnAverage(
  { format }: Pick<Site, "format">,
  films: Film[],
  least?: number,
): string | null {
  const ratings = ratingsOf(films);
  const mean = soundMean(ratings, least);
  return mean === null
    ? null
    : `${format.integer(ratings.length)} rated, ${format.average(mean)} on average`;
}

const namesOf = (rows: { subject: { name: string } }[]): string =>
  inWords(rows.map(({ subject }) => subject.name));
