import { type Day, yearOf } from "../day.ts";
import type { Viewing } from "../letterboxd/ledger.ts";
import { averageRating, ratingsOf } from "./ratings.ts";

export interface YearRow {
  year: number;
  viewings: number;
  /** Distinct films, including rewatched ones. */
  films: number;
  rewatches: number;
  /** Viewings with a rating of their own, and its mean. */
  rated: number;
  averageRating: number | null;
}

/** Years with a viewing, oldest first. */
export function yearRows(viewings: Viewing[]): YearRow[] {
  const byYear = Map.groupBy(viewings, ({ date }) => yearOf(date));
  return [...byYear]
    .map(([year, rows]) => ({
      year,
      viewings: rows.length,
      films: new Set(rows.map(({ film }) => film)).size,
      rewatches: rows.filter(({ rewatch }) => rewatch).length,
      rated: ratingsOf(rows).length,
      averageRating: averageRating(rows),
    }))
    .sort((a, b) => a.year - b.year);
}

export interface YearSoFar {
  year: number;
  /** Viewings from 1 January to the as-of day. */
  soFar: number;
  /** The year before, to the same day of the year. */
  before: number;
}

/** This year compared with last year up to the same day. 29 February is compared with 28 February. */
export function yearSoFar(viewings: { date: Day }[], asOf: Day): YearSoFar {
  const year = yearOf(asOf);
  const until = (y: number) => {
    const end = `${`${y}`.padStart(4, "0")}${asOf.slice(4)}`;
    return viewings.filter(({ date }) => yearOf(date) === y && date <= end).length;
  };
  return { year, soFar: until(year), before: until(year - 1) };
}
