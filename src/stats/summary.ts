import type { Film } from "../library/film.ts";
import type { Group } from "../library/group.ts";
import { allKinds, type DataKey, kindOf } from "../library/kinds.ts";
import type { Library } from "../library/library.ts";
import { type CrewRole, crewRoles, type Role } from "../roles.ts";
import { bulkDays } from "./bulkDays.ts";
import { countFilms } from "./counts.ts";
import { type DoubleBill, doubleBills, fullestBills } from "./doubleBills.ts";
import { changeSinceLogged, drift, type RatingChange, rewatchDrift } from "./drift.ts";
import { likesByRating } from "./likes.ts";
import { minutes } from "./minutes.ts";
import { byFilms, rankingRows } from "./ranking.ts";
import { averageRating, ratingHistogram } from "./ratings.ts";
import { mostViewed } from "./seenAgain.ts";
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
    drift: ofDays({
      rewatched: driftCounts(films, rewatchDrift),
      sinceLogged: driftCounts(films, changeSinceLogged),
    }),
    minutes: minutes(films),
    streaks: {
      longestDays: ofDays(longestDayStreak(viewings)),
      longestWeeks: ofDays(longestWeekStreak(viewings)),
      current: ofDays(currentStreak(viewings, asOf)),
    },
    longestGap: ofDays(gaps(viewings, bulk)[0] ?? null),
    years: yearRows(viewings).map(({ rated: _, ...row }) => row),
    mostSeen: mostViewed(films).map(({ name, year, uri, viewings: own }) => ({
      ...{ name, year, uri },
      viewings: own.length,
    })),
    likes: {
      byRating: Object.fromEntries(
        likesByRating(films).flatMap(({ rating, liked }) =>
          rating === null ? [] : [[`${rating}`, liked]],
        ),
      ),
      unrated: films.filter(({ liked, rating }) => liked && rating === null).length,
    },
    doubleBills: ofDays(billFigures(doubleBills(library))),
    ...groupRows(library),
    ...peopleRows(library),
  };
}

/** How many films moved up and down, without their names. */
function driftCounts(films: Film[], changeIn: (film: Film) => RatingChange | null) {
  const { films: count, up, down, same, mean } = drift(films, changeIn);
  return { films: count, up, down, same, mean };
}

function billFigures(bills: DoubleBill[]) {
  const most = fullestBills(bills);
  return {
    days: bills.length,
    most: most[0]?.films.length ?? 0,
    on: most.map(({ date }) => date),
  };
}

type Rows = ReturnType<typeof rows>;

/** The groups of each kind that have enough films, by the kind's name in the file. */
const groupRows = ({ groups }: Library): Record<DataKey, Rows> =>
  Object.fromEntries(
    allKinds.map((kind) => {
      const { key, ids, from } = kindOf(kind).data;
      const listed = groups[kind].filter(({ films }) => films.length >= from);
      const idOf = ({ id }: Group) => (ids === "numbers" ? Number(id) : id);
      return [key, rows(listed, ({ films }) => films, idOf)];
    }),
  ) as Record<DataKey, Rows>;

/** The people of each role that have enough films in it; those of the crew by the role's name. */
function peopleRows({ people }: Library) {
  const list = (role: Role, from: number) => {
    const listed = people.filter(({ credits }) => credits[role].length >= from);
    return rows(
      listed,
      ({ credits }) => credits[role],
      ({ id }) => id,
    );
  };
  const crew = crewRoles.map((role) => [role, list(role, 2)]);
  return {
    directors: list("director", 1),
    actors: list("actor", 2),
    crew: Object.fromEntries(crew) as Record<CrewRole, Rows>,
  };
}

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
