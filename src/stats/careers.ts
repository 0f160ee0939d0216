import type { Film } from "../library/film.ts";
import type { Library } from "../library/library.ts";
import type { Person } from "../library/person.ts";
import type { Role } from "../roles.ts";
import type { ListedFilm } from "../tmdb/client/filmList.ts";
import { type Completeness, completeness } from "./completeness.ts";

/** How much of somebody's work in one role is seen. */
export interface Career extends Completeness {
  role: Role;
}

/** TMDB's lists of somebody's films, by role. */
const listsOf = ({ filmography }: Person): [role: Role, listed: ListedFilm[] | null][] => [
  ["director", filmography?.directed ?? null],
  ["actor", filmography?.acted ?? null],
];

/** The roles of which TMDB's list is known and holds more than one film. */
export const careers = (
  { films, asOf }: Pick<Library, "films" | "asOf">,
  person: Person,
): Career[] =>
  listsOf(person).flatMap(([role, listed]) => {
    if (listed === null || person.credits[role].length === 0) return [];
    const state = completeness(listed, seenOf(listed, person.credits[role], films), asOf);
    return state && state.total > 1 ? [{ role, ...state }] : [];
  });

/**
 * The films of the role, and seen films of the list that do not count for it: TMDB's list of an actor
 * goes below the fifteenth billing.
 */
function seenOf(listed: ListedFilm[], own: readonly Film[], films: readonly Film[]): Film[] {
  const ids = new Set(listed.map(({ id }) => id));
  const known = new Set(own);
  return films.filter((film) => known.has(film) || (film.details && ids.has(film.details.id)));
}
