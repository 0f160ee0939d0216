import { inWords } from "../counted.ts";
import { yearOf } from "../day.ts";
import type { Film } from "../library/film.ts";
import type { Site } from "../site.ts";
import { enoughRatings, foremost } from "../stats/finding.ts";
import { mainPeriod } from "../stats/mainPeriod.ts";
import { minutes } from "../stats/minutes.ts";
import { opening } from "../stats/opening.ts";
import { type YearRow, yearRows } from "../stats/years.ts";
import { ratedOnAverage, sentence } from "./sentences.ts";

/** One sentence with figures for each page, for searches and link previews. */

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
      `${format.count(director.credits.director.length, "film")}${directors.length > 1 ? " each" : ""} by ${inWords(directors.map(({ name }) => name))}`,
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
  const { name, year, credits, viewings, rating, liked } = film;
  const directors = credits.director;
  const by = directors.length > 0 ? ` by ${directors.map((person) => person.name).join(", ")}` : "";
  const times = viewings.length;
  return sentence([
    `${name}${year === null ? "" : ` (${year})`}${by}: seen${times === 0 ? "" : times === 1 ? " once" : ` ${format.integer(times)} times`}`,
    rating === null ? "not rated" : `rated ${format.starsInWords(rating)}`,
    liked && "liked",
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
