import type { Site } from "../site.ts";
import { ratingsOf } from "../stats/ratings.ts";
import type { YearInReview } from "../stats/yearInReview.ts";
import { link, phrase, type RichText, withCommas } from "./richText.ts";

/** Which of many equal films the row of the best shows; empty if it shows all. */
export const bestNote = ({ format }: Site, { cut }: YearInReview): RichText =>
  cut
    ? [
        `${format.integer(cut.shown)} of the ${format.integer(cut.all)} you gave `,
        { stars: cut.rating },
        ": liked ones first, then those seen more often.",
      ]
    : [];

export const monthsNote = ({ format }: Site, { filledIn }: YearInReview): RichText =>
  filledIn > 0
    ? [{ key: "hollow" }, ` filled in afterwards, ${format.count(filledIn, "viewing")}`]
    : [];

export const ratingsNote = ({ format }: Site, { viewings }: YearInReview): RichText => [
  `As logged at the time, with ${format.integer(ratingsOf(viewings).length)} of ${format.count(viewings.length, "viewing")}.`,
];

export function genresNote({ format }: Site, { matched, films }: YearInReview): RichText {
  const known = `; genres known for ${format.integer(matched)} of ${format.integer(films.length)}`;
  return [`Each film once, with the rating it has now${matched < films.length ? known : ""}.`];
}

/** "And Agnès Varda 2, Céline Sciamma 2." */
export function directorsNote({ format, href }: Site, { otherDirectors }: YearInReview): RichText {
  const names = otherDirectors.map(({ subject, films }) => [
    link(subject.name, subject.path && href(subject.path)),
    ` ${format.integer(films)}`,
  ]);
  return names.length > 0 ? phrase("And ", withCommas(names), ".") : [];
}

export const orderOfFilms = ({ library }: Site, year: number): string =>
  library.exactDates
    ? `In the order they were first seen in ${year}.`
    : "By the month they were first seen in, then by title.";
