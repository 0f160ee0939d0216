import { type Day, dayNumber } from "../day.ts";
import type { LedgerFilm } from "../letterboxd/ledger.ts";
import type { Watchlisted } from "../library/library.ts";
import { median } from "./median.ts";

export interface WatchlistRow {
  film: LedgerFilm;
  /** The day it was put on the watchlist, in New Zealand. */
  since: Day;
  /** Days from then to the as-of day, at least 0. */
  age: number;
  /** Whether the film is seen although it is still on the watchlist. */
  seen: boolean;
}

/** The watchlist, longest waiting first. Equals stay in the export's order. */
export const watchlistRows = (watchlist: Watchlisted[], asOf: Day): WatchlistRow[] =>
  watchlist
    .map(({ film, since }) => ({
      film,
      since,
      age: Math.max(0, dayNumber(asOf) - dayNumber(since)),
      seen: film.seen,
    }))
    .sort((a, b) => dayNumber(a.since) - dayNumber(b.since));

export interface WatchlistFacts {
  films: number;
  /** Of these, the number already seen. */
  seen: number;
  /** Days; null for an empty watchlist. */
  medianAge: number | null;
  oldest: WatchlistRow | null;
}

export function watchlistFacts(watchlist: Watchlisted[], asOf: Day): WatchlistFacts {
  const rows = watchlistRows(watchlist, asOf);
  return {
    films: rows.length,
    seen: rows.filter(({ seen }) => seen).length,
    medianAge: median(rows.map(({ age }) => age)),
    oldest: rows[0] ?? null,
  };
}
