import type { Library } from "../library/library.ts";
import { bulkDays } from "./bulkDays.ts";
import { countFilms } from "./counts.ts";
import { minutes } from "./minutes.ts";
import { byFilms, groupRule, personRule, rankingRows } from "./ranking.ts";
import { averageRating, ratingHistogram } from "./ratings.ts";
import { currentStreak, gaps, longestDayStreak, longestWeekStreak } from "./streaks.ts";
import { yearRows } from "./years.ts";

export type Summary = ReturnType<typeof summarise>;

/** The object of `dist/data/summary.json`; its shape is documented in docs/data.md. */
export function summarise(library: Library) {
  const { films, viewings, asOf } = library;
  const bulk = bulkDays(viewings, library.bulkDay);
  const overallMean = averageRating(films);
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
      bulkDays: bulk.size,
    },
    ratings: {
      average: overallMean,
      histogram: Object.fromEntries(
        ratingHistogram(films).map(({ rating, count }) => [`${rating}`, count]),
      ),
    },
    minutes: minutes(films),
    streaks: {
      longestDays: longestDayStreak(viewings),
      longestWeeks: longestWeekStreak(viewings),
      current: currentStreak(viewings, asOf),
    },
    longestGap: gaps(viewings, bulk)[0] ?? null,
    years: yearRows(viewings),
    genres: rows(library.genres, { rule: groupRule, overallMean }).map((row) => ({
      ...row,
      id: Number(row.id),
    })),
    directors: people(library, "directed", { overallMean, minimum: 1 }),
    actors: people(library, "acted", { overallMean, minimum: 2 }),
    countries: rows(library.countries, { rule: groupRule, overallMean }),
    languages: rows(library.languages, { rule: groupRule, overallMean }),
    decades: rows(library.decades, { rule: groupRule, overallMean }),
  };
}

function rows(groups: Library["genres"], options: Parameters<typeof rankingRows>[2]) {
  return rankingRows(groups, ({ films }) => films, options)
    .sort(byFilms)
    .map(({ subject, films, viewings, average }) => ({
      id: subject.id,
      name: subject.name,
      films,
      viewings,
      average,
    }));
}

function people(
  library: Library,
  part: "directed" | "acted",
  { overallMean, minimum }: { overallMean: number | null; minimum: number },
) {
  const subjects = library.people.filter((person) => person[part].length >= minimum);
  return rankingRows(subjects, (person) => person[part], { rule: personRule, overallMean })
    .sort(byFilms)
    .map(({ subject, films, viewings, average }) => ({
      id: subject.id,
      name: subject.name,
      films,
      viewings,
      average,
    }));
}
