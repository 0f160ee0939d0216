import { inWords } from "../counted.ts";
import type { Person } from "../library/person.ts";
import type { Site } from "../site.ts";
import { countFilms } from "../stats/counts.ts";
import type { RankingRow } from "../stats/ranking.ts";
import { linked, type RichText } from "./richText.ts";
import { sentence } from "./sentences.ts";

/** The sentences on pages of people. */

interface Ranked {
  rows: RankingRow<Person>[];
  /** The people with the most films, if the heading may name them. */
  first: RankingRow<Person>[];
}

/** "12 films by Agnès Varda": the people with the most films, if the heading may name them. */
export function directorsHeading({ format, href }: Site, { rows, first }: Ranked): RichText {
  const [leader] = first;
  if (!leader) return [rows.length > 0 ? format.count(rows.length, "director") : "Directors"];
  const each = first.length > 1 ? " each" : "";
  return [
    `${format.integer(leader.films)} films${each} by `,
    ...linked(
      first.map(({ subject }) => subject),
      href,
    ),
  ];
}

export function directorsKicker(
  { library, format, href }: Site,
  rows: RankingRow<Person>[],
): RichText | undefined {
  if (rows.length === 0) return undefined;
  const { matched, seen } = countFilms(library.films);
  const out = matched < seen ? `, out of ${format.integer(seen)} seen` : "";
  return [
    `${format.count(rows.length, "director")} of ${format.count(matched, "film")}${out}; a film can have several. `,
    { text: "From A to Z", href: href("/people/") },
  ];
}

export function describeDirectors({ library, format }: Site, { rows, first }: Ranked): string {
  const several = rows.filter(({ films }) => films > 1).length;
  const [leader] = first;
  return sentence([
    `${format.count(rows.length, "director")} of ${format.count(countFilms(library.films).matched, "film")}`,
    several > 0 && `${format.integer(several)} of them with two or more`,
    leader &&
      `${inWords(first.map(({ subject }) => subject.name))} with ${format.integer(leader.films)}${first.length > 1 ? " each" : ""}`,
  ]);
}

/** What the page of all people from A to Z says, given how many there are. */
export function registerWords({ format, href }: Site, people: number) {
  const title = "Directors from A to Z";
  const count = format.count(people, "director");
  const kicker: RichText = [
    "By the last word of a name, with the films you have seen. ",
    { text: "By films and ratings", href: href("/directors/") },
  ];
  return {
    title,
    description: `${count} of the films seen, in the order of the alphabet.`,
    heading: people > 0 ? `${count}, from A to Z` : title,
    kicker: people > 0 ? kicker : null,
  };
}
