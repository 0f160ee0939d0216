import type { Day } from "../day.ts";
import type { Film } from "../library/film.ts";
import type { ListedFilm } from "../tmdb/client/filmList.ts";

/** How much of a filmography or of a collection is seen. Films are told apart by TMDB id. */
export interface Completeness {
  seen: number;
  /** The listed films released by the as-of day, plus seen films that are not listed. */
  total: number;
  /** Newest first. */
  missing: ListedFilm[];
}

/**
 * Compares the seen films of a director or a collection with TMDB's list of them.
 *
 * @param listed null when TMDB was not asked; then the result is null too
 */
export function completeness(
  listed: ListedFilm[] | null,
  films: readonly Film[],
  asOf: Day,
): Completeness | null {
  if (listed === null) return null;
  const seen = new Set(films.flatMap(({ details }) => (details ? [details.id] : [])));
  const missing = listed
    .filter(({ id, released }) => released <= asOf && !seen.has(id))
    .sort((a, b) => (a.released < b.released ? 1 : a.released > b.released ? -1 : a.id - b.id));
  return { seen: seen.size, total: seen.size + missing.length, missing };
}
