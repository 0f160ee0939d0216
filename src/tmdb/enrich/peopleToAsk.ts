import { isBilledRole } from "../../characters.ts";
import type { FilmDetails } from "../metadata.ts";

/** How many directors, and how many actors, TMDB is asked for all their films. */
export type FilmographyLimit = number | "all";

/** A film with the number of its viewings. */
export interface SeenFilm {
  details: FilmDetails;
  viewings: number;
}

/** How many seen films make a filmography worth a request. */
const MIN_FILMS = 2;

/**
 * TMDB ids of the most seen directors, then of the most seen actors, each person once: by films, then
 * viewings, then id. Appearances in old footage, as oneself or without a credit do not count.
 *
 * @param films each TMDB film once
 */
export function peopleToAsk(films: SeenFilm[], limit: FilmographyLimit): number[] {
  const most = limit === "all" ? Number.POSITIVE_INFINITY : limit;
  const directors = mostSeen(films, ({ crew }) => crew.filter(({ role }) => role === "director"));
  const actors = mostSeen(films, ({ cast }) =>
    cast.filter(({ character }) => isBilledRole(character)),
  );
  return [...new Set([...directors.slice(0, most), ...actors.slice(0, most)])];
}

function mostSeen(
  films: SeenFilm[],
  peopleOf: (details: FilmDetails) => { id: number }[],
): number[] {
  const counts = new Map<number, { id: number; films: number; viewings: number }>();
  for (const { details, viewings } of films) {
    for (const { id } of peopleOf(details)) {
      const before = counts.get(id) ?? { id, films: 0, viewings: 0 };
      counts.set(id, { id, films: before.films + 1, viewings: before.viewings + viewings });
    }
  }
  return [...counts.values()]
    .filter((person) => person.films >= MIN_FILMS)
    .sort((a, b) => b.films - a.films || b.viewings - a.viewings || a.id - b.id)
    .map(({ id }) => id);
}
