import type { Person } from "../library/person.ts";
import { allRoles } from "../roles.ts";

interface RoleCount {
  /** "director" */
  one: string;
  films: number;
}

/**
 * The role in which most films of somebody were seen, and a second one with several films and at least half
 * as many. Equals are in the order of the table of roles.
 */
export function mainRoles({ credits }: Pick<Person, "credits">): RoleCount[] {
  const [first, second] = allRoles
    .map(({ role, one }) => ({ one, films: credits[role].length }))
    .filter(({ films }) => films > 0)
    .sort((a, b) => b.films - a.films);
  if (!first) return [];
  const isSecondMain = second && second.films > 1 && second.films * 2 >= first.films;
  return isSecondMain ? [first, second] : [first];
}
