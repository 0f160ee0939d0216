import type { Day } from "../day.ts";
import type { Viewing } from "../letterboxd/ledger.ts";
import type { Film } from "../library/film.ts";
import { byTitle } from "../library/titleOrder.ts";
import { sum } from "../numbers.ts";
import type { Bin } from "./bins.ts";
import { median } from "./median.ts";

export type TimedFilm = Film & { runtime: number };

/** The films whose runtime is known. */
export const timedFilms = (films: readonly Film[]): TimedFilm[] =>
  films.filter((film): film is TimedFilm => film.runtime !== null);

/** Shortest first; equals by title. */
export const byRuntime = (a: TimedFilm, b: TimedFilm): number =>
  a.runtime - b.runtime || byTitle(a, b);

/** A range of runtimes in minutes, with the last part of its page's address. */
export interface RuntimeBand extends Bin {
  slug: string;
}

/** Shorts end at 40 minutes, as everywhere on the site. */
const bands: RuntimeBand[] = [
  { slug: "1-40", name: "up to 40 min", from: 1, to: 40 },
  { slug: "41-74", name: "41–74", from: 41, to: 74 },
  { slug: "75-89", name: "75–89", from: 75, to: 89 },
  { slug: "90-104", name: "90–104", from: 90, to: 104 },
  { slug: "105-119", name: "105–119", from: 105, to: 119 },
  { slug: "120-149", name: "120–149", from: 120, to: 149 },
  { slug: "150-179", name: "150–179", from: 150, to: 179 },
  { slug: "180-and-more", name: "180 and more", from: 180, to: Infinity },
];

/** Every band from the first with films to the last with films, with its films by title. */
export function runtimeBands(films: readonly Film[]): { band: RuntimeBand; films: TimedFilm[] }[] {
  const timed = timedFilms(films);
  const rows = bands.map((band) => ({
    band,
    films: timed.filter(({ runtime }) => runtime >= band.from && runtime <= band.to).sort(byTitle),
  }));
  const isFilled = (row: (typeof rows)[number]) => row.films.length > 0;
  return rows.slice(rows.findIndex(isFilled), rows.findLastIndex(isFilled) + 1);
}

/** Half of the films are at least as long, in minutes; null without a known runtime. */
export const medianRuntime = (films: readonly Film[]): number | null =>
  median(timedFilms(films).map(({ runtime }) => runtime));

/** A day with the films seen on it. */
export interface LongDay {
  date: Day;
  minutes: number;
  /** In the order of the diary, a film seen twice twice. */
  films: Film[];
  /** Of these, how many have a known runtime. */
  timed: number;
}

/**
 * The days by the minutes watched, longest first; equals by date. Days that were filled in afterwards are
 * left out.
 */
export function longDays(
  viewings: readonly Viewing[],
  { filmOf, bulk }: { filmOf: (viewing: Viewing) => Film; bulk: ReadonlySet<Day> },
): LongDay[] {
  const ordinary = viewings.filter(({ date }) => !bulk.has(date));
  return [...Map.groupBy(ordinary, ({ date }) => date)]
    .map(([date, own]) => {
      const films = own.map(filmOf);
      const runtimes = timedFilms(films).map(({ runtime }) => runtime);
      return { date, minutes: sum(runtimes), films, timed: runtimes.length };
    })
    .filter(({ timed }) => timed > 0)
    .sort((a, b) => b.minutes - a.minutes || (a.date < b.date ? -1 : 1));
}
