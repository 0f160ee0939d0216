import type { Library } from "../library/library.ts";
import type { Person } from "../library/person.ts";
import type { Role } from "../roles.ts";
import { type Completeness, completeness } from "./completeness.ts";
import type { CreditedFilm } from "./creditedFilms.ts";

/** How much of somebody's work in one role is seen. */
export interface Career extends Completeness {
  role: Role;
}

/** The roles of which TMDB's list is known and holds more than one film. */
export function careers(
  { films, asOf }: Pick<Library, "films" | "asOf">,
  { filmography }: Person,
  credited: readonly CreditedFilm[],
): Career[] {
  if (!filmography) return [];
  // TMDB's lists of acting have nobody as themselves.
  const own = (role: Role) =>
    credited
      .filter(({ roles, isOneself }) => roles.includes(role) && !(role === "actor" && isOneself))
      .map(({ film }) => film);
  const lists = [
    { role: "director", listed: filmography.directed },
    { role: "actor", listed: filmography.acted },
  ] as const;
  return lists.flatMap(({ role, listed }) => {
    const seen = own(role);
    const state = seen.length > 0 ? completeness(listed, seen, asOf, films) : null;
    return state && state.total > 1 ? [{ role, ...state }] : [];
  });
}
