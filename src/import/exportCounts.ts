import type { LedgerFilm } from "../letterboxd/ledger.ts";

/** Counts for comparing two exports, or two readings of one. */
export interface ExportCounts {
  seen: number;
  viewings: number;
  rated: number;
  liked: number;
}

export function countExport(films: readonly LedgerFilm[]): ExportCounts {
  const seen = films.filter((film) => film.seen);
  return {
    seen: seen.length,
    viewings: seen.reduce((sum, { viewings }) => sum + viewings.length, 0),
    rated: seen.filter(({ rating }) => rating !== null).length,
    liked: seen.filter(({ liked }) => liked).length,
  };
}
