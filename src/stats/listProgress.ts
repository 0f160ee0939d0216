import type { Day } from "../day.ts";
import type { Title } from "../library/title.ts";
import { mean, sum } from "../numbers.ts";
import { ratingsOf } from "./ratings.ts";

export interface ListProgress {
  all: number;
  seen: number;
  /** Seen films with a rating, and their plain mean; null without one. */
  rated: number;
  average: number | null;
  unseen: number;
  /** Unseen films on the watchlist. */
  wanted: number;
  /** Unseen films whose runtime is known, and their minutes; null if none is known. */
  timed: number;
  minutesLeft: number | null;
}

/** How far somebody is through a list. */
export function listProgress(titles: readonly Title[]): ListProgress {
  const seen = titles.flatMap(({ film }) => film ?? []);
  const unseen = titles.filter(({ film }) => film === null);
  const runtimes = unseen.flatMap(({ runtime }) => runtime ?? []);
  const ratings = ratingsOf(seen);
  return {
    all: titles.length,
    seen: seen.length,
    rated: ratings.length,
    average: mean(ratings),
    unseen: unseen.length,
    wanted: unseen.filter(({ watchlisted }) => watchlisted !== null).length,
    timed: runtimes.length,
    minutesLeft: runtimes.length === 0 ? null : sum(runtimes),
  };
}

export interface DecadeProgress {
  /** Its first year. */
  decade: number;
  all: number;
  seen: number;
}

/** The films of a list by decade of release, oldest first. Decades without a film are left out. */
export function decadeProgress(titles: readonly Title[]): DecadeProgress[] {
  const decades = Map.groupBy(
    titles.flatMap(({ year, film }) => (year === null ? [] : [{ year, film }])),
    ({ year }) => Math.floor(year / 10) * 10,
  );
  return [...decades]
    .map(([decade, films]) => ({
      decade,
      all: films.length,
      seen: films.filter(({ film }) => film !== null).length,
    }))
    .sort((a, b) => a.decade - b.decade);
}

export interface ProgressOverTime {
  /** The days on which films of the list were seen for the first time, with how many were seen by then. */
  points: { date: Day; total: number }[];
  /** Seen films without a day. They are in no point. */
  undated: number;
}

/** How the number of seen films of a list grew. A film counts from its first viewing in the diary. */
export function progressOverTime(titles: readonly Title[]): ProgressOverTime {
  const seen = titles.flatMap(({ film }) => film ?? []);
  const days = seen.flatMap(({ viewings }) => viewings[0]?.date ?? []).sort();
  return {
    points: [...Map.groupBy(days, (day) => day).keys()].map((date) => ({
      date,
      total: days.lastIndexOf(date) + 1,
    })),
    undated: seen.length - days.length,
  };
}
