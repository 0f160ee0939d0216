import type { Film } from "../library/film.ts";
import type { Group } from "../library/group.ts";
import type { Library } from "../library/library.ts";
import type { Person } from "../library/person.ts";
import { bulkDays } from "./bulkDays.ts";
import { countFilms } from "./counts.ts";
import { minutes } from "./minutes.ts";
import { byFilms, rankingRows } from "./ranking.ts";
import { averageRating, ratingHistogram } from "./ratings.ts";
import { currentStreak, gaps, longestDayStreak, longestWeekStreak } from "./streaks.ts";
import { yearRows } from "./years.ts";

export type Summary = ReturnType<typeof summarise>;

/** The object of `dist/data/summary.json`; its shape is documented in docs/data.md. */
export function summarise(library: Library) {
  const { films, viewings, asOf, exactDates } = library;
  const bulk = bulkDays(viewings, library.bulkDay);
  /** What counts days, and does not exist where they are withheld. */
  const ofDays = <Figure>(figure: Figure): Figure | null => (exactDates ? figure : null);
  return {
    export: {
      kind: library.kind,
      asOf,
      newestDate: library.newestDate,
      files: library.files,
    },
    films: countFilms(films),
    viewings: {
      total: viewings.length,
      rewatches: viewings.filter(({ rewatch }) => rewatch).length,
      first: viewings[0]?.date ?? null,
      last: viewings.at(-1)?.date ?? null,
      bulkDays: ofDays(bulk.size),
    },
    ratings: {
      average: averageRating(films),
      histogram: Object.fromEntries(
        ratingHistogram(films).map(({ rating, count }) => [`${rating}`, count]),
      ),
    },
    minutes: minutes(films),
    streaks: {
      longestDays: ofDays(longestDayStreak(viewings)),
      longestWeeks: ofDays(longestWeekStreak(viewings)),
      current: ofDays(currentStreak(viewings, asOf)),
    },
    longestGap: ofDays(gaps(viewings, bulk)[0] ?? null),
    years: yearRows(viewings).map(({ rated: _, ...row }) => row),
    genres: rows(library.genres, filmsOf).map((row) => ({ ...row, id: Number(row.id) })),
    directors: rows(withAtLeast(1, library.people, directed), directed),
    actors: rows(withAtLeast(2, library.people, acted), acted),
    countries: rows(library.countries, filmsOf),
    languages: rows(library.languages, filmsOf),
    decades: rows(library.decades, filmsOf),
  };
}

const filmsOf = ({ films }: Group) => films;
const directed = (person: Person) => person.directed;
const acted = (person: Person) => person.acted;

const withAtLeast = (minimum: number, people: Person[], part: (person: Person) => Film[]) =>
  people.filter((person) => part(person).length >= minimum);

/** Ordered by films, then name. */
function rows<Subject extends { id: number | string; name: string }>(
  subjects: Subject[],
  films: (subject: Subject) => Film[],
) {
  return rankingRows(subjects, films)
    .sort(byFilms)
    .map(({ subject, films: count, viewings, average }) => ({
      id: subject.id,
      name: subject.name,
      films: count,
      viewings,
      average,
    }));
}
