import { inWords, plural } from "../counted.ts";
import { type Day, yearOf } from "../day.ts";
import type { Format } from "../format.ts";
import type { Film } from "../library/film.ts";
import { sum } from "../numbers.ts";
import { allRatings } from "../stats/allRatings.ts";
import { decadeRows } from "../stats/decades.ts";
import {
  compareShares,
  enoughToName,
  foremost,
  foremostAlone,
  tiedForFirst,
} from "../stats/finding.ts";
import { fullestMonth } from "../stats/fullestMonth.ts";
import { ratingHistogram } from "../stats/ratings.ts";
import { releaseYearRows } from "../stats/releaseYears.ts";
import type { Gap, Streak } from "../stats/streaks.ts";
import type { YearRow } from "../stats/years.ts";
import { capital } from "./richText.ts";

/**
 * Titles of sections. They state what the chart shows, if `finding.ts` permits it; otherwise they name
 * its subject.
 */

const starNames = ["no", "one", "two", "three", "four", "five"];

/** three and a half stars */
export function starsSpelt(rating: number): string {
  const whole = Math.floor(rating);
  if (rating === 0.5) return "half a star";
  return `${starNames[whole] ?? whole}${rating % 1 ? " and a half" : ""} ${plural(rating, "star")}`;
}

/** The rating given more often than any other, if a heading may name it. */
export const commonestRating = (items: { rating: number | null }[]): number | null =>
  foremostAlone(ratingHistogram(items), ({ count }) => count)?.rating ?? null;

export function ratingsTitle(
  items: { rating: number | null }[],
  { verb = "give", otherwise }: { verb?: "give" | "gave"; otherwise: string },
): string {
  const rating = commonestRating(items);
  return rating === null ? otherwise : `You ${verb} ${starsSpelt(rating)} most often`;
}

/**
 * How the ratings of some films differ from those of all others: the rating whose share differs most,
 * if by more than chance.
 */
export function oddRating(
  films: readonly Film[],
  all: readonly Film[],
  format: Format,
): { title: string; rating: number } | null {
  const own = ratingHistogram(films);
  const rest = allRatings(all).histogram.map(({ rating, count }, i) => ({
    rating,
    count: count - (own[i]?.count ?? 0),
  }));
  const [rated, others] = [own, rest].map((rows) => sum(rows.map(({ count }) => count))) as [
    number,
    number,
  ];
  const rows = own.flatMap(({ rating, count }, i) => {
    const other = rest[i]?.count ?? 0;
    const found = compareShares([count, rated], [other, others]);
    const [share, otherShare] = [count / rated, other / others];
    return found === "above" ? [{ rating, share, otherShare }] : [];
  });
  const odd = tiedForFirst(rows, ({ share, otherShare }) => share - otherShare)[0];
  return odd
    ? {
        rating: odd.rating,
        title: `${capital(starsSpelt(odd.rating))} for ${format.percent(odd.share)} of those you rated, for ${format.percent(odd.otherShare)} of the others`,
      }
    : null;
}

export function weekdaysTitle(
  rows: { weekday: number; viewings: number }[],
  format: Format,
): string {
  const first = foremost(rows, ({ viewings }) => viewings);
  const [one] = first;
  return one
    ? `${inWords(first.map(({ weekday }) => format.weekdayName(weekday)))} most often: ${format.count(one.viewings, "viewing")}${first.length > 1 ? " each" : ""}`
    : "Days of the week";
}

const commonest = (films: readonly Film[]) => ({
  year: foremostAlone(releaseYearRows(films), (row) => row.films)?.year,
  decade: foremostAlone(decadeRows(films), (row) => row.films)?.decade,
});

/** "from 2024 than from any other year", or from a decade if two years are equal. */
export function commonestYear(films: readonly Film[]): string | null {
  const { year, decade } = commonest(films);
  if (year !== undefined) return `from ${year} than from any other year`;
  return decade === undefined ? null : `from the ${decade}s than from any other decade`;
}

/** Names a year and a decade, because the chart shows years on a wide screen and decades on a phone. */
export function releaseYearsTitle(films: readonly Film[]): string {
  const { year, decade } = commonest(films);
  if (year === undefined && decade === undefined) return "When they were made";
  if (decade === undefined) return `${year} leads the years of release`;
  if (year === undefined) return `The ${decade}s lead the decades of release`;
  return `${year} leads the years of release, the ${decade}s the decades`;
}

export function decadesTitle(rows: { decade: number; films: number }[], format: Format): string {
  const all = sum(rows.map(({ films }) => films));
  const first = foremost(rows, ({ films }) => films);
  const [one, ...others] = first;
  if (!one) return "When it was made";
  const each = others.length > 0 ? " each" : "";
  return `The ${inWords(first.map(({ decade }) => `${decade}s`))} lead: ${format.integer(one.films)}${each} of ${format.count(all, "film")}`;
}

/**
 * The fullest month; null if several are equal, or days that were filled in afterwards would change it.
 */
export function oneFullestMonth(
  viewings: { date: Day }[],
  bulk: Set<Day>,
): { month: string; viewings: number } | null {
  const all = fullestMonth(viewings, new Set());
  const ordinary = fullestMonth(viewings, bulk);
  const isSound = all?.month === ordinary?.month && all?.viewings === ordinary?.viewings;
  return isSound ? all : null;
}

/** "October 2024 was the fullest month of three years: 20 viewings" */
export function monthsTitle(
  viewings: { date: Day }[],
  {
    bulk,
    format,
    otherwise,
    of = "",
    nameOf = format.month,
  }: {
    bulk: Set<Day>;
    format: Format;
    otherwise: string;
    /** The kind of viewings, with a space before it; empty if all are meant. */
    of?: string;
    /** The name of a month, from `2024-05`, without its year if that is clear. */
    nameOf?: (month: string) => string;
  },
): string {
  const month = oneFullestMonth(viewings, bulk);
  if (!month) return otherwise;
  return `${nameOf(month.month)} was the fullest month${of}: ${format.count(month.viewings, "viewing")}`;
}

/** Both lists are longest first. */
export function streaksTitle(streaks: Streak[], gaps: Gap[], format: Format): string {
  const [streak] = streaks;
  const [gap] = gaps;
  const parts = [
    streak && `${format.count(streak.length, "day")} in a row at most`,
    gap && `${format.count(gap.days, "day")} without a film${streak ? "" : " at most"}`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : "Streaks and gaps";
}

/**
 * Compares the last complete year with the one before, if the diary covers both.
 *
 * @param first the diary's first day, without outliers
 */
export function yearsTitle(
  rows: YearRow[],
  { first, asOf, format, otherwise }: { first: Day; asOf: Day; format: Format; otherwise: string },
): string {
  const row = (year: number) => rows.find((other) => other.year === year);
  const year = yearOf(asOf) - 1;
  const [last, before] = [row(year), row(year - 1)];
  const isCovered = first.slice(0, 7) <= `${year - 1}-01`;
  if (!last || !before || !isCovered || last.viewings + before.viewings < 2 * enoughToName)
    return otherwise;
  const change = last.viewings - before.viewings;
  const how =
    change === 0
      ? `as many as in ${before.year}`
      : `${format.integer(Math.abs(change))} ${change > 0 ? "more" : "fewer"} than in ${before.year}`;
  return `${format.count(last.viewings, "viewing")} in ${last.year}, ${how}`;
}
