import { inWords } from "../counted.ts";
import type { Format } from "../format.ts";
import { type Role, roles } from "../roles.ts";
import type { Site } from "../site.ts";
import type { AgainstAll } from "../stats/againstAll.ts";
import type { CreditedFilm, RoleCount } from "../stats/creditedFilms.ts";
import { soleFirst } from "../stats/finding.ts";
import type { PersonFacts } from "../stats/personFacts.ts";
import { personRule } from "../stats/ranking.ts";
import { capital, type RichText, sentences } from "./richText.ts";
import { ratedOnAverage, sentence } from "./sentences.ts";

/** The sentences on the page of a person. */

/** Roles that are told by the films somebody is in, and not by what they made. */
const within: ReadonlySet<Role> = new Set<Role>(["actor", "songs", "stunts"]);

/** The most roles that a sentence names. */
const mostRoles = 4;

/** "Director of 19 films, writer of 12 and actor in 4 (as oneself)" */
export function rolesInWords(
  { format }: Pick<Site, "format">,
  { roles: counts }: Pick<PersonFacts, "roles">,
): string {
  const named = counts.length > mostRoles + 1 ? counts.slice(0, mostRoles) : counts;
  const rest = counts.length - named.length;
  return capital(
    inWords([
      ...named.map((count, i) => roleInWords(count, i === 0, format)),
      ...(rest > 0 ? [`${format.integer(rest)} other roles`] : []),
    ]),
  );
}

function roleInWords({ role, films, asOneself }: RoleCount, isFirst: boolean, format: Format) {
  const count = isFirst ? format.count(films, "film") : format.integer(films);
  const self =
    asOneself === 0
      ? ""
      : asOneself < films
        ? ` (${format.integer(asOneself)} as oneself)`
        : " (as oneself)";
  return `${roles[role].one} ${within.has(role) ? "in" : "of"} ${count}${self}`;
}

/** What somebody did in a film: "director, writer". Empty for a person of one role. */
export function rolesOfFilm(
  { roles: own, isOneself }: CreditedFilm,
  { roles: counts }: Pick<PersonFacts, "roles">,
): string {
  const said = (role: Role) => (role === "actor" && isOneself ? "as oneself" : roles[role].one);
  const isSelfAtTimes = counts.some(({ films, asOneself }) => asOneself > 0 && asOneself < films);
  return counts.length > 1 || isSelfAtTimes ? own.map(said).join(", ") : "";
}

/** One sentence for searches and link previews. */
export function describePerson(site: Site, facts: PersonFacts): string {
  const { person, films, viewings } = facts;
  const rated = films.filter(({ rating }) => rating !== null);
  const best = soleFirst(rated, ({ rating }) => rating ?? 0);
  const said = rolesInWords(site, facts);
  return sentence([
    `${person.name}: ${said.charAt(0).toLowerCase()}${said.slice(1)}, as far as seen`,
    viewings.length > 0 && site.format.count(viewings.length, "viewing"),
    ratedOnAverage(site, films, personRule.minimum),
    best && `${best.name} highest`,
  ]);
}

/** The first and the last viewing, and the films that have none. */
export function seenWhen(
  { format }: Pick<Site, "format">,
  { viewings, films, undated }: PersonFacts,
): RichText {
  const [first, last] = [viewings[0], viewings.at(-1)];
  if (!first || !last) {
    return [films.length === 1 ? "It is not in the diary." : "None of them is in the diary."];
  }
  return sentences(
    viewings.length === 1
      ? [`Seen ${format.on} `, { day: first.date }, "."]
      : [
          `First seen ${format.on} `,
          { day: first.date },
          `, last ${format.on} `,
          { day: last.date },
          ".",
        ],
    undated > 0 &&
      `${format.count(undated, "film")} ${undated === 1 ? "is" : "are"} not in the diary.`,
  );
}

/** How a mean compares with that of all films, as far as the ratings can tell. */
export function againstAllInWords(
  { format }: Pick<Site, "format">,
  { rated, overall, found, distance }: AgainstAll,
): string {
  const compared = {
    above: `${format.average(distance)} above your mean`,
    below: `${format.average(distance)} below your mean`,
    like: "as you rate the rest",
    unsure: `${format.average(overall)} over all films`,
  };
  return `of ${format.integer(rated)} rated; ${compared[found]}`;
}
