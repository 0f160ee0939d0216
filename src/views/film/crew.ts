import type { Film } from "../../library/film.ts";
import { allRoles, type Role } from "../../roles.ts";
import type { Site } from "../../site.ts";
import type { Named } from "../../tmdb/metadata.ts";
import { capital, link, phrase, type RichText, withCommas } from "../../words/richText.ts";
import { type Fact, known, listFact } from "./fact.ts";

/** The address of somebody's page; null if they have none. */
const pageOf = ({ library, href }: Site, { id }: Named): string | null => {
  const path = library.person(id)?.path;
  return path ? href(path) : null;
};

/** Names of people, linked to their pages if they have one. */
export const peopleLinks = (site: Site, people: readonly Named[]): RichText =>
  withCommas(people.map((person) => link(person.name, pageOf(site, person))));

/** The cast in the order of billing, with the characters where TMDB has them. */
export const castRows = (site: Site, { details, series }: Film) =>
  (details ?? series)?.cast.map((member) => ({
    name: member.name,
    href: pageOf(site, member),
    note: member.character,
  })) ?? [];

const writing: readonly Role[] = ["writer", "screenplay"];

/** Directors and the cast are elsewhere on the page. The writers share one line. */
const elsewhere: readonly Role[] = ["director", "actor", "original-writer", ...writing];

/** Who made a film beside its directors: the main roles, and all others by their names. */
export function crew(site: Site, { details }: Film): { main: Fact[]; whole: Fact[] } {
  const byRole = Map.groupBy(details?.crew ?? [], ({ role }) => role);
  const of = (role: Role): readonly Named[] => (role === "actor" ? [] : (byRole.get(role) ?? []));
  const factOf = (label: string, role: Role) =>
    listFact(
      label,
      of(role).map((person) => link(person.name, pageOf(site, person))),
    );
  const others = allRoles.filter(({ role }) => !elsewhere.includes(role) && of(role).length > 0);
  return {
    main: known([
      { label: "Writing", value: writers(site, of) },
      ...others.flatMap(({ role, credit }) => (credit ? [factOf(credit, role)] : [])),
    ]),
    whole: others.flatMap(({ role, credit, one, many }) =>
      credit ? [] : [factOf(capital(of(role).length === 1 ? one : many), role)],
    ),
  };
}

/** "Agnès Varda; original work by Jean Vigo": each name once, however many credits it has. */
function writers(site: Site, of: (role: Role) => readonly Named[]): RichText {
  const own = new Map(writing.flatMap(of).map((person) => [person.id, person]));
  const sources = of("original-writer").filter(({ id }) => !own.has(id));
  return phrase(
    peopleLinks(site, [...own.values()]),
    sources.length > 0 && (own.size > 0 ? "; original work by " : "Original work by "),
    peopleLinks(site, sources),
  );
}
