import { plural } from "../counted.ts";
import type { Day } from "../day.ts";
import type { Format } from "../format.ts";
import type { Film } from "../library/film.ts";
import type { Site } from "../site.ts";
import type { RatingChange } from "../stats/drift.ts";
import { foremost } from "../stats/finding.ts";
import type { YearRow } from "../stats/years.ts";
import { linked, phrase, type RichText, sentences } from "./richText.ts";
import { sentence } from "./sentences.ts";

/** The words of the pages about rewatches. */

const countRewatches = ({ library }: Site): number =>
  library.viewings.filter(({ rewatch }) => rewatch).length;

const counts = (site: Site, films: readonly Film[]): string =>
  `${site.format.count(countRewatches(site), "rewatch", "rewatches")} of ${site.format.count(films.length, "film")}`;

/** "Ran was seen most often: 6 times", or how many rewatches there are. */
export function rewatchesHeading(site: Site, films: readonly Film[]): RichText {
  const first = foremost(films, ({ viewings }) => viewings.length);
  const [one] = first;
  if (!one) return [counts(site, films)];
  return phrase(
    linked(first, site.href),
    ` ${plural(first.length, "was", "were")} seen most often: ${site.format.count(one.viewings.length, "time")}${first.length > 1 ? " each" : ""}`,
  );
}

export const rewatchesKicker = (site: Site, films: readonly Film[]): RichText =>
  foremost(films, ({ viewings }) => viewings.length).length > 0 ? [`${counts(site, films)}.`] : [];

export const describeRewatches = (site: Site, films: readonly Film[]): string =>
  sentence([counts(site, films), "each with the days it was seen and how its rating changed"]);

export const fewTitle = "Seen again";

export const filmsTitle = ({ format }: Site, films: number): string =>
  `${format.count(films, "film")} seen twice or more`;

/** "The other 30", or "80 more of 240" if further pages have the rest. */
export const moreFilms = ({ format }: Site, shown: number, rest: number): string =>
  shown === rest
    ? `The other ${format.integer(rest)}`
    : `${format.integer(shown)} of the other ${format.integer(rest)}`;

export const seenBeforeTitle = ({ format }: Site, films: number): string =>
  `${format.count(films, "film")} seen before the diary, and once in it`;

/** "The best 300 of 340." */
export const bestOf = ({ format }: Site, shown: number, all: number): RichText => [
  `The best ${format.integer(shown)} of ${format.integer(all)}.`,
];

export const pageTitle = (page: number, count: number): string =>
  `Rewatches, page ${page} of ${count}`;

export const describePage = ({ format }: Site, title: string, films: number): string =>
  sentence([title, `${format.count(films, "film")} seen twice or more, by viewings`]);

export const partTitle = (
  { format }: Site,
  { from, to, all }: { from: number; to: number; all: number },
): string =>
  `Films ${format.integer(from)} to ${format.integer(to)} of ${format.integer(all)}, by viewings`;

export const dotsNote = ({ library }: Site): RichText =>
  sentences(
    library.exactDates ? "A dot is a viewing." : "A dot is a month with a viewing.",
    "At the end: the rating at the first and at the last rated viewing.",
  );

export const axisLabel = (from: number, to: number): string =>
  from === to ? `Viewings in ${from}` : `Viewings from ${from} to ${to}`;

/** "4 times"; for a film that was first seen before the diary: "before and 1 time since". */
export function timesSeen({ format }: Site, { viewings }: Film): string {
  const times = format.count(viewings.length, "time");
  return viewings[0]?.rewatch ? `before and ${times} since` : times;
}

/** "3 to 4.5 ★", "4 ★", or empty without a rating. */
export function ratingThenNow(
  { format }: Site,
  { rating }: Film,
  change: RatingChange | null,
): string {
  const write = (stars: number) => format.decimal(stars);
  if (change && change.change !== 0) return `${write(change.from)} to ${write(change.to)} ★`;
  const same = change?.to ?? rating;
  return same === null ? "" : `${write(same)} ★`;
}

/** "Most in 2023: 14 rewatches", if a heading may name the year. */
export function yearsTitle({ format }: { format: Format }, years: readonly YearRow[]): string {
  const first = foremost(years, ({ rewatches }) => rewatches);
  const [one] = first;
  return one && first.length === 1
    ? `Most in ${one.year}: ${format.count(one.rewatches, "rewatch", "rewatches")}`
    : "Rewatches of each year";
}

export const manyYearsTitle = "Seen in the most different years";
export const longestTitle = "The longest time until the next viewing";
export const shortestTitle = "The shortest time until the next viewing";
export const longUnseenTitle = "Loved, and not seen for the longest time";

/** "Ran 4 – 9 May 2024", or "Ran May 2024" if both are the same. */
export const interval = ({ format, href }: Site, film: Film, from: Day, to: Day): RichText => [
  { text: film.name, href: href(film.path) },
  " ",
  { small: from === to ? format.day(from) : format.range(from, to) },
];

/** "0 days" is the same day. Where days are withheld the length is in months. */
export function intervalLength({ library, format }: Site, length: number): string {
  const unit = library.exactDates ? "day" : "month";
  return length === 0 ? `the same ${unit}` : format.count(length, unit);
}

export const yearsAgo = ({ format }: Site, years: number): string =>
  `${format.count(years, "year")} ago`;

export const longUnseenNote = (
  { format }: Site,
  { listed, all }: { listed: number; all: number },
): RichText =>
  sentences(
    "Four and a half stars or five, by the day of the last viewing.",
    all > listed && `The first ${format.integer(listed)} of ${format.integer(all)}.`,
  );
