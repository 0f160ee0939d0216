import type { Site } from "../site.ts";
import { compare, enoughToName, soundMean } from "../stats/finding.ts";
import { ratingsOf } from "../stats/ratings.ts";
import type { RatingStep } from "../stats/steps.ts";
import { phrase, type RichText, sentences } from "./richText.ts";
import { headline, sentence } from "./sentences.ts";
import { commonestRating, starsSpelt } from "./titles.ts";

/** The sentences on the pages of ratings. */

type Rated = { rating: number | null };
type Known = Pick<Site, "format">;

/** "439 films rated, four stars most often" */
export function ratingsHeading({ library, format }: Site): string {
  const commonest = commonestRating(library.films);
  return headline(
    `${format.count(ratingsOf(library.films).length, "film")} rated`,
    commonest !== null && `, ${starsSpelt(commonest)} most often`,
  );
}

export function describeRatings({ library, format }: Site): string {
  const ratings = ratingsOf(library.films);
  const [mean, commonest] = [soundMean(ratings), commonestRating(library.films)];
  return sentence([
    `${format.count(ratings.length, "rated film")} of ${format.integer(library.films.length)}`,
    mean !== null && `${format.average(mean)} on average`,
    commonest !== null && `${starsSpelt(commonest)} most often`,
  ]);
}

/** "Rated: 62 of 70 rewatches, 4.02 on average, as given at the time." */
export function givenNote(
  { format }: Known,
  viewings: readonly Rated[],
  unit: [one: string, many: string],
): RichText {
  const ratings = ratingsOf(viewings);
  const mean = soundMean(ratings, 1);
  return [
    sentence([
      `Rated: ${format.integer(ratings.length)} of ${format.count(viewings.length, ...unit)}`,
      mean !== null && `${format.average(mean)} on average`,
      "as given at the time",
    ]),
  ];
}

/** "Rewatches get 0.41 more than first watches", if that is more than chance. */
export function rewatchesTitle(
  { format }: Known,
  first: readonly Rated[],
  again: readonly Rated[],
): string {
  const [ones, others] = [ratingsOf(again), ratingsOf(first)];
  const found = compare(ones, others);
  const [mean, other] = [soundMean(ones), soundMean(others)];
  if ((found !== "above" && found !== "below") || mean === null || other === null) {
    return "On rewatching";
  }
  return `Rewatches get ${format.average(Math.abs(mean - other))} ${found === "above" ? "more" : "less"} than first watches`;
}

export const overTimeNote = (
  unit: "year" | "month",
  { hasSmall }: { hasSmall: boolean },
): RichText =>
  sentences(
    `As rated at the time${unit === "year" ? ", with the number of ratings; the band is their spread" : ""}; the line is the mean of all rated viewings.`,
    hasSmall &&
      `Small dots are ${unit}s with fewer than ${enoughToName} ratings, too few to compare.`,
  );

/** What the rows of a list of means are. */
export const meansNote = (what: RichText): RichText =>
  phrase(what, " The dashed line is the mean of all your films.");

/** "62 films with four and a half stars" */
export const stepHeading = ({ format }: Known, { rating, films }: RatingStep): string =>
  `${format.count(films.length, "film")} with ${starsSpelt(rating)}`;

export const stepTitle = (rating: number): string => `Films with ${starsSpelt(rating)}`;

export function describeStep(site: Site, { rating, films }: RatingStep): string {
  const { format, library } = site;
  const rated = ratingsOf(library.films).length;
  return `${format.count(films.length, "film")} of ${format.count(rated, "rated film")} ${films.length === 1 ? "has" : "have"} ${starsSpelt(rating)}.`;
}

/** "Once four stars: 12 films" */
export const onceTitle = ({ format }: Known, rating: number, count: number): string =>
  `${format.count(count, "film")} had ${starsSpelt(rating)} once`;

export const onceNote = (
  { format }: Known,
  { shown, all }: { shown: number; all: number },
): RichText => [
  shown < all
    ? `Rated so at a viewing, and otherwise now; the latest ${format.integer(shown)} of ${format.integer(all)}.`
    : "Rated so at a viewing, and otherwise now.",
];
