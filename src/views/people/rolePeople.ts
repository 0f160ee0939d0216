import type { Library } from "../../library/library.ts";
import type { Person } from "../../library/person.ts";
import { allRoles, type CrewRole, crewRoles, type Role } from "../../roles.ts";

/** Everybody with a seen film in the role. */
export const seenIn = ({ people }: Library, role: Role): Person[] =>
  people.filter(({ credits }) => credits[role].length > 0);

/** Those with two seen films or more, whom rankings list. */
export const seenTwice = ({ people }: Library, role: Role): Person[] =>
  people.filter(({ credits }) => credits[role].length > 1);

/** The number of people from which a role below `/crew/` has a page of its own. */
const enoughForPage = 10;

export const crewFolder = "crew";

/** The roles of the crew with enough people for a page of their own. */
export const crewRolesWithPage = (library: Library): CrewRole[] =>
  crewRoles.filter((role) => seenTwice(library, role).length >= enoughForPage);

/** The address of a role's ranking. */
export function rolePath(role: Role): string {
  const folder = allRoles.find((entry) => entry.role === role)?.folder;
  return folder ? `/${folder}/` : `/${crewFolder}/${role}/`;
}
