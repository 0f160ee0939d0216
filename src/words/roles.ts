import { inWords } from "../counted.ts";
import type { Person } from "../library/person.ts";
import { type Role, roles } from "../roles.ts";
import type { Site } from "../site.ts";
import { countFilms } from "../stats/counts.ts";
import { capital, linked, phrase, type RichText } from "./richText.ts";
import { sentence } from "./sentences.ts";

/** The sentences on pages that rank the people of a role. */

interface RoleWords {
  role: Role;
  /** Everybody with a seen film in the role. */
  people: readonly Person[];
  /** How many of them have two films or more. */
  several: number;
  /** The people with the most films, if the heading may name them. */
  first: readonly Person[];
  /** The person that the owner rates highest, if the heading may name one. */
  best: Person | null;
}

/**
 * "Directors: Akira Kurosawa with the most films, Agnès Varda rated highest": both findings, or the one there is
 * with its number of films, or the number of people.
 */
export function roleHeading({ format, href }: Site, words: RoleWords): RichText {
  const { role, people, first, best } = words;
  const { one, many } = roles[role];
  const [leader, ...equals] = first;
  const start = `${capital(many)}: `;
  if (!leader && !best) {
    return [people.length > 0 ? format.count(people.length, one, many) : capital(many)];
  }
  const rated = best ? [...linked([best], href), " rated highest"] : [];
  if (!leader) return [start, ...rated];
  const most = [start, ...linked(first, href), " with the most films"];
  if (!best) {
    const films = format.integer(leader.credits[role].length);
    return [...most, `, ${films}${equals.length > 0 ? " each" : ""}`];
  }
  return leader === best && equals.length === 0
    ? [...most, " and rated highest"]
    : [...most, ", ", ...rated];
}

/** "120 directors with two films or more, 371 more with one. From A to Z" */
export function roleKicker(site: Site, { role, people, several }: RoleWords): RichText | undefined {
  if (people.length === 0) return undefined;
  const { href } = site;
  return phrase(
    role === "director" && coverage(site),
    severalAndSingle(site, role, { several, single: people.length - several }),
    role === "actor" && " The cast counts down to the fifteenth billing.",
    role === "director" && [" ", { text: "From A to Z", href: href("/people/") }],
  );
}

/** "120 actors with two films or more, 18,204 more with one." */
function severalAndSingle(
  { format }: Pick<Site, "format">,
  role: Role,
  { several, single }: { several: number; single: number },
): string {
  const { one, many } = roles[role];
  if (several === 0) return `${format.count(single, one, many)} with one film each.`;
  const rest = single > 0 ? `, ${format.integer(single)} more with one` : "";
  return `${format.count(several, one, many)} with two films or more${rest}.`;
}

/** For how many films the directors are known. */
function coverage({ library, format }: Site): string | false {
  const { matched, seen } = countFilms(library.films);
  return (
    matched < seen &&
    `Directors are known for ${format.integer(matched)} of ${format.count(seen, "film")}. `
  );
}

/** The title of the table. */
export function severalTitle({ format }: Site, role: Role, several: number): string {
  const { one, many } = roles[role];
  return `All ${format.count(several, one, many)} with two films or more`;
}

/** One sentence for searches and link previews. */
export function describeRole(
  { library, format }: Site,
  { role, people, several, first }: RoleWords,
): string {
  const { one, many } = roles[role];
  const [leader] = first;
  return sentence([
    `${format.count(people.length, one, many)} of ${format.count(countFilms(library.films).matched, "film")}`,
    several > 0 && `${format.integer(several)} of them with two or more`,
    leader &&
      `${inWords(first.map(({ name }) => name))} with ${format.integer(leader.credits[role].length)}${first.length > 1 ? " each" : ""}`,
  ]);
}

/** The caption of the chart of films and ratings. */
export function scatterNote(
  { format }: Site,
  role: Role,
  { people, least }: { people: number; least: number },
): string {
  return `The ${format.integer(people)} ${roles[role].many} with ${format.integer(least)} rated films or more. The scale of films is logarithmic, since few have many. Heights are plain means; a weighted mean is drawn towards yours if the films are few.`;
}

/**
 * Whom the list of new people leaves out.
 *
 * @param all how many are new, `several` of them with two films or more, `listed` of these at most shown
 */
export function newcomersNote(
  { format }: Site,
  role: Role,
  { all, several, listed }: { all: number; several: number; listed: number },
): RichText {
  const { one, many } = roles[role];
  if (all === several && several <= listed) {
    return ["You first saw all their films in these months."];
  }
  const seen = `You first saw ${format.count(all, one, many)} in these months`;
  return several > listed
    ? [
        `${seen}, ${format.integer(several)} of them in two films or more. Listed are ${listed}, those with the most films first.`,
      ]
    : [`${seen}. Listed are those with two films or more.`];
}
