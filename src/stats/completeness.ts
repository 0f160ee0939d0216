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
 * Compares the seen films of a person or a collection with TMDB's list of them.
 *
 * @param listed null when TMDB was not asked; then the result is null too
 * @param others more seen films, which count if they are listed. An actor's list also has films whose
 *   cast is longer than what is kept of it.
 */
export function completeness(
  listed: ListedFilm[] | null,
  films: readonly Film[],
  asOf: Day,
  others: readonly Film[] = [],
): Completeness | null {
  if (listed === null) return null;
  const seen = idsOf(films);
  const seenElsewhere = idsOf(others);
  for (const { id } of listed) if (seenElsewhere.has(id)) seen.add(id);
  const missing = listed
    .filter(({ id, released }) => released <= asOf && !seen.has(id))
    .sort((a, b) => (a.released < b.released ? 1 : a.released > b.released ? -1 : a.id - b.id));
  return { seen: seen.size, total: seen.size + missing.length, missing };
}

const idsOf = (films: readonly Film[]): Set<number> =>
  new Set(films.flatMap(({ details }) => (details ? [details.id] : [])));
