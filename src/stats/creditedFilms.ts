import { isOneself } from "../characters.ts";
import type { Film } from "../library/film.ts";
import type { Person } from "../library/person.ts";
import { allRoles, type Role } from "../roles.ts";
import { byYear } from "./filmOrder.ts";

/** A seen film with everything that somebody did in it. */
export interface CreditedFilm {
  film: Film;
  /** In the order of the table of roles; at least one. */
  roles: Role[];
  /** Whether the cast lists them as themselves: "Self", "Himself (uncredited)". */
  isOneself: boolean;
}

/** The films somebody has a credit on, each once, newest release first. */
export function creditedFilms({ id, credits }: Person): CreditedFilm[] {
  const roles = new Map<Film, Role[]>();
  for (const { role } of allRoles) {
    for (const film of credits[role]) roles.set(film, [...(roles.get(film) ?? []), role]);
  }
  return [...roles]
    .map(([film, own]) => ({
      film,
      roles: own,
      isOneself: own.includes("actor") && appearsAsOneself(film, id),
    }))
    .sort((a, b) => byYear(a.film, b.film));
}

const appearsAsOneself = ({ details }: Film, id: number): boolean =>
  details?.cast.some((member) => member.id === id && isOneself(member.character)) ?? false;

/** One of somebody's roles. */
export interface RoleCount {
  role: Role;
  films: number;
  /** Of these, the films that list them as themselves. Only actors have any. */
  asOneself: number;
}

/** Somebody's roles, most films first. Equals are in the order of the table of roles. */
export function roleCounts(films: readonly CreditedFilm[]): RoleCount[] {
  return allRoles
    .map(({ role }) => {
      const own = films.filter(({ roles }) => roles.includes(role));
      const asOneself = role === "actor" ? own.filter((film) => film.isOneself).length : 0;
      return { role, films: own.length, asOneself };
    })
    .filter((count) => count.films > 0)
    .sort((a, b) => b.films - a.films);
}

/** The films that show somebody in archive footage and in no other way, newest release first. */
export const onlyInArchives = (
  { archiveFootage }: Person,
  credited: readonly CreditedFilm[],
): Film[] =>
  archiveFootage.filter((film) => !credited.some((own) => own.film === film)).toSorted(byYear);
