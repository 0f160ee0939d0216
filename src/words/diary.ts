import type { Day } from "../day.ts";
import type { Format } from "../format.ts";
import type { Site } from "../site.ts";
import type { DoubleBill, SharedBill } from "../stats/doubleBills.ts";
import { foremost } from "../stats/finding.ts";
import { mainPeriod } from "../stats/mainPeriod.ts";
import type { SeenNew } from "../stats/seenNew.ts";
import type { YearRow } from "../stats/years.ts";
import { enumerated, linked, phrase, type RichText, sentences } from "./richText.ts";
import { sentence } from "./sentences.ts";

/** The words of the diary's pages. */

export const diaryYearTitle = (year: number): string => `Diary of ${year}`;

/** "October 2024, 20 viewings" */
export const monthTitle = ({ format }: Site, month: string, viewings: number): string =>
  `${format.month(month)}, ${format.count(viewings, "viewing")}`;

/** "387 viewings on 312 days", or how many months they are of. */
export function diaryHeading({ library, format }: Site): RichText {
  const { viewings, exactDates } = library;
  const periods = new Set(viewings.map(({ date }) => date)).size;
  const when = exactDates
    ? ` on ${format.count(periods, "day")}`
    : ` in ${format.count(periods, "month")}`;
  return [format.count(viewings.length, "viewing"), when];
}

export function diaryKicker({ library, format }: Site): RichText {
  const { main } = mainPeriod(library.viewings);
  const [first, last] = [main[0], main.at(-1)];
  if (!first || !last || first === last) return [];
  return [`${format.range(first.date, last.date)}.`];
}

export const describeDiary = (site: Site): string =>
  sentence([diaryHeading(site).join(""), `every one of them in order, year by year`]);

/** "2026: the last 30 of 120 viewings" */
export const newestTitle = (
  { format }: Site,
  { year, shown, all }: { year: number; shown: number; all: number },
): string =>
  shown < all
    ? `${year}: the last ${format.integer(shown)} of ${format.count(all, "viewing")}`
    : `${year}: ${format.count(all, "viewing")}`;

export const allOfYear = ({ format }: Site, year: number, all: number): string =>
  `All ${format.count(all, "viewing")} of ${year}`;

export function yearsTitle({ format }: Site, years: readonly YearRow[]): string {
  const first = foremost(years, ({ viewings }) => viewings);
  const [one] = first;
  if (!one || first.length > 1) return "The years";
  return `${one.year} has the most: ${format.count(one.viewings, "viewing")}`;
}

export const milestonesTitle = "Milestones";

/** "1st", "50th", "1,000th" */
export const ordinal = (number: number, format: Format): string =>
  `${format.integer(number)}${number === 1 ? "st" : "th"}`;

/** "4 films on 14 July 2024, the most in a day", if a heading may name the days. */
export function billsTitle({ format }: Site, bills: DoubleBill[]): string {
  const first = foremost(bills, ({ films }) => films.length);
  const [one] = first;
  if (!one) return "Days with two films or more";
  const when = first.length === 1 ? format.day(one.date) : `each of ${first.length} days`;
  return `${format.count(one.films.length, "film")} on ${when}, the most in a day`;
}

/** "Two films on 40 days, three on 5." and what is left out. */
export function billsNote(
  { format }: Site,
  {
    bills,
    most,
    listed,
    bulk,
  }: { bills: DoubleBill[]; most: DoubleBill[]; listed: number; bulk: ReadonlySet<Day> },
): RichText {
  const sizes = [...Map.groupBy(bills, ({ films }) => films.length)].sort(([a], [b]) => a - b);
  const counts = sizes.map(([size, days], i) => [
    `${i === 0 ? format.count(size, "film") : format.integer(size)} on ${format.count(days.length, "day")}`,
  ]);
  return sentences(
    most.length > listed &&
      `Listed: the last ${listed} of ${format.integer(most.length)} days with as many films.`,
    [...enumerated(counts), "."],
    bulk.size > 0 &&
      `Left out: ${format.count(bulk.size, "day")} that ${bulk.size === 1 ? "was" : "were"} filled in afterwards.`,
  );
}

export const sharedTitle = ({ format }: Site, count: number): string =>
  `${format.count(count, "double bill")} by one director or of one collection`;

/** "Alien and Aliens, both of Alien", "Ran and Dreams, both by Akira Kurosawa" */
export function sharedFilms(
  { href }: Site,
  { films, directors, collections }: SharedBill,
): RichText {
  const all = films.length === 2 ? "both" : "all";
  return phrase(
    linked(films, href),
    `, ${all} `,
    directors.length > 0 && ["by ", ...linked(directors, href)],
    directors.length > 0 && collections.length > 0 && ", ",
    collections.length > 0 && ["of ", ...linked(collections, href)],
  );
}

/** "The last 20 of 35." */
export const lastOf = ({ format }: Site, shown: number, all: number): RichText => [
  `The last ${format.integer(shown)} of ${format.integer(all)}.`,
];

/** "Around 20 Nov in earlier years", "November in earlier years" */
export function thisDayTitle({ library, format, settings }: Site, reach: number): string {
  const day = settings.buildDate;
  const when = library.exactDates
    ? `${reach === 0 ? "On" : "Around"} ${format.shortDay(day)}`
    : `In ${format.monthName(day)}`;
  return `${when} in earlier years`;
}

export const newTitle = ({ format }: Site, { films }: SeenNew): string =>
  `${format.count(films.length, "film")} within a week of release`;

export function sinceRelease({ format }: Site, days: number): string {
  if (days === 0) return "on the day of release";
  return `${format.count(days, "day")} after`;
}

export const newNote = (
  site: Site,
  { films, known, all, early }: SeenNew,
  listed: number,
): RichText => {
  const { format } = site;
  return sentences(
    films.length > listed && lastOf(site, listed, films.length),
    `By TMDB’s first day of release, known for ${format.integer(known)} of ${format.count(all, "first watch", "first watches")}.`,
    early > 0 && `Before that day: ${format.integer(early)}.`,
  );
};
