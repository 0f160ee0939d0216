import type { Day } from "../day.ts";
import type { HistoryLine } from "../letterboxd/history.ts";

/** The imports by day, oldest first; of several with one day, or one month, the last. */
export function historyRows(history: readonly HistoryLine[]): HistoryLine[] {
  const byDate = new Map<Day, HistoryLine>();
  for (const line of history) byDate.set(line.date, line);
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

export interface SinceLast {
  /** The newest day of the export before. */
  since: Day;
  newFilms: number;
  newViewings: number;
  changedRatings: number;
  /** Null if one of the two exports has no watchlist. */
  seenFromWatchlist: number | null;
}

/**
 * What the last import brought; null if it was the first, or if the present export was not imported but
 * put into the folder by hand, so that its day is another one.
 */
export function sinceLastImport(history: readonly HistoryLine[], asOf: Day): SinceLast | null {
  const [before, last] = history.slice(-2);
  if (!before || !last || last.date !== asOf || last.newFilms === null) return null;
  return {
    since: before.date,
    newFilms: last.newFilms,
    newViewings: last.newViewings ?? 0,
    changedRatings: last.changedRatings ?? 0,
    seenFromWatchlist: last.seenFromWatchlist,
  };
}
