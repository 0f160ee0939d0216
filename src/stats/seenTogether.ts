import type { Film } from "../library/film.ts";
import type { Person } from "../library/person.ts";
import { allRoles, type Role } from "../roles.ts";
import { byName } from "./ranking.ts";

/** Somebody who worked on the same seen films. */
export interface Companion {
  person: Person;
  /** The films that both have a credit on, in whatever role. */
  films: number;
  /** What they did in most of these films; of equals the first of the table of roles. */
  role: Role;
}

/** The number of common films from which two people are named on each other's pages. */
const enoughTogether = 2;

/**
 * People with a page and at least two of the films in common, most films first. The rule holds both
 * ways: films count, roles do not. Equals are in the order of the table of roles, then by name.
 *
 * @param films all films that the person has a credit on
 */
export function seenTogether(person: Person, films: readonly Film[]): Companion[] {
  const common = new Map<Person, number>();
  for (const film of films) {
    const people = new Set(allRoles.flatMap(({ role }) => film.credits[role]));
    for (const other of people) common.set(other, (common.get(other) ?? 0) + 1);
  }
  common.delete(person);
  return [...common]
    .filter(([{ path }, count]) => count >= enoughTogether && path !== null)
    .map(([other, count]) => ({ person: other, films: count, role: mainRole(other, films) }))
    .sort(
      (a, b) =>
        b.films - a.films || placeOf(a.role) - placeOf(b.role) || byName(a.person, b.person),
    );
}

const places = new Map(allRoles.map(({ role }, i) => [role, i]));
const placeOf = (role: Role): number => places.get(role) ?? 0;

function mainRole({ credits }: Person, films: readonly Film[]): Role {
  const within = new Set(films);
  let main: { role: Role; films: number } = { role: "director", films: 0 };
  for (const { role } of allRoles) {
    const count = credits[role].filter((film) => within.has(film)).length;
    if (count > main.films) main = { role, films: count };
  }
  return main.role;
}
