import type { Film } from "../library/film.ts";
import type { Group } from "../library/group.ts";
import { allKinds, type DataKey as GroupKey, kindOf } from "../library/kinds.ts";
import type { Library } from "../library/library.ts";
import type { Person } from "../library/person.ts";
import { allRoles, type DataKey as RoleKey } from "../roles.ts";
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
  /** The figures that count days, absent without exact dates. */
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
    ...groupRows(library),
    ...peopleRows(library),
  };
}

type Rows = ReturnType<typeof rows>;

/** Every group of the kinds that the file lists, by the kind's name in the file. */
const groupRows = ({ groups }: Library): Record<GroupKey, Rows> =>
  Object.fromEntries(
    allKinds.flatMap((kind) => {
      const { data } = kindOf(kind);
      const id = (group: Group) => (data?.ids === "numbers" ? Number(group.id) : group.id);
      return data ? [[data.key, rows(groups[kind], ({ films }) => films, id)]] : [];
    }),
  ) as Record<GroupKey, Rows>;

/** The people of each role that the file lists, if they have enough films for the role. */
const peopleRows = ({ people }: Library): Record<RoleKey, Rows> =>
  Object.fromEntries(
    allRoles.flatMap(({ role, data }) => {
      const filmsOf = ({ credits }: Person) => credits[role];
      const own = people.filter((person) => filmsOf(person).length >= (data?.from ?? 0));
      return data ? [[data.key, rows(own, filmsOf, ({ id }) => id)]] : [];
    }),
  ) as Record<RoleKey, Rows>;

/** Ordered by films, then name. */
function rows<Subject extends { id: number | string; name: string }>(
  subjects: Subject[],
  films: (subject: Subject) => readonly Film[],
  idOf: (subject: Subject) => number | string,
) {
  return rankingRows(subjects, films)
    .sort(byFilms)
    .map(({ subject, films: count, viewings, average }) => ({
      id: idOf(subject),
      name: subject.name,
      films: count,
      viewings,
      average,
    }));
}
