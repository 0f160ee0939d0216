import { inWords } from "../counted.ts";
import type { Viewing } from "../letterboxd/ledger.ts";
import type { Person } from "../library/person.ts";
import type { Site } from "../site.ts";
import { completeness } from "../stats/completeness.ts";
import { countFilms } from "../stats/counts.ts";
import { soleFirst, soundMean } from "../stats/finding.ts";
import { personRule, type RankingRow } from "../stats/ranking.ts";
import { ratingsOf } from "../stats/ratings.ts";
import { linked, type RichText } from "./richText.ts";
import { headline, ratedOnAverage, sentence } from "./sentences.ts";

/** The sentences on pages of people. */

interface Ranked {
  rows: RankingRow<Person>[];
  /** The people with the most films, if the heading may name them. */
  first: RankingRow<Person>[];
}

/** "Agnès Varda: 19 of 31 films seen, rated 4.20 on average" */
export function directorHeading({ library, format }: Site, person: Person): string {
  const { name, filmography, credits } = person;
  const films = credits.director;
  const career = completeness(filmography?.directed ?? null, films, library.asOf);
  const seen =
    career && career.total > 1
      ? career.seen === career.total
        ? `all ${format.count(career.total, "film")} seen`
        : `${format.integer(career.seen)} of ${format.count(career.total, "film")} seen`
      : `${format.count(films.length, "film")} seen`;
  const ratings = ratingsOf(films);
  const mean = soundMean(ratings, personRule.minimum);
  const few = ratings.length < films.length ? `${format.integer(ratings.length)} of them ` : "";
  const [only, ...others] = films;
  return headline(
    `${name}: ${seen}`,
    mean !== null && `, ${few}rated ${format.average(mean)} on average`,
    only && others.length === 0 && `, ${only.name}`,
  );
}

export function describeDirector({ format }: Site, { name, credits }: Person): string {
  const films = credits.director;
  const viewings = films.reduce((total, film) => total + film.viewings.length, 0);
  const rated = films.filter(({ rating }) => rating !== null);
  const best = soleFirst(rated, ({ rating }) => rating ?? 0);
  return sentence([
    `${format.count(films.length, "film")} directed by ${name} seen${viewings > 0 ? `, in ${format.count(viewings, "viewing")}` : ""}`,
    ratedOnAverage({ format }, films, personRule.minimum),
    best && `${best.name} highest`,
  ]);
}

/** @param viewings oldest first */
export function firstAndLast({ format }: Site, viewings: Viewing[]): RichText | undefined {
  const [first, last] = [viewings[0], viewings.at(-1)];
  if (!first || !last) return undefined;
  return viewings.length === 1
    ? [`Seen ${format.on} `, { day: first.date }, "."]
    : [
        `First in the diary ${format.on} `,
        { day: first.date },
        `, last ${format.on} `,
        { day: last.date },
        ".",
      ];
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
