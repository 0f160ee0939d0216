import type { Viewing } from "../letterboxd/ledger.ts";
import type { Person } from "../library/person.ts";
import type { Site } from "../site.ts";
import { completeness } from "../stats/completeness.ts";
import { soleFirst, soundMean } from "../stats/finding.ts";
import { personRule } from "../stats/ranking.ts";
import { ratingsOf } from "../stats/ratings.ts";
import type { RichText } from "./richText.ts";
import { headline, ratedOnAverage, sentence } from "./sentences.ts";

/** The sentences on pages of people. */

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
