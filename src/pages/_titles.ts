import { type Day, yearOf } from "../day.ts";
import type { Format } from "../format.ts";
import type { Film } from "../library/film.ts";
import { decadeRows } from "../stats/decades.ts";
import { monthCounts } from "../stats/fullestMonth.ts";
import { most } from "../stats/most.ts";
import { ratingHistogram, ratingsOf, sum } from "../stats/ratings.ts";
import { releaseYearRows } from "../stats/releaseYears.ts";
import type { Gap, Streak } from "../stats/streaks.ts";
import type { YearRow } from "../stats/years.ts";

/**
 * Titles of sections that state what their chart shows, where one thing stands out among enough;
 * else what the chart is of.
 */

/** With fewer in all, or of what has the most, there is nothing to find. */
const enough = 5;
const fewest = 3;

/** The one row with more than any other, if it has some. */
function foremost<Row>(rows: readonly Row[], amountOf: (row: Row) => number): Row | null {
  const first = most(rows, amountOf);
  return first && amountOf(first) >= fewest ? first : null;
}

const starNames = ["no", "one", "two", "three", "four", "five"];

/** three and a half stars */
export function starsSpelt(rating: number): string {
  const whole = Math.floor(rating);
  if (rating === 0.5) return "half a star";
  return `${starNames[whole] ?? whole}${rating % 1 ? " and a half" : ""} ${rating === 1 ? "star" : "stars"}`;
}

/** The rating given more often than any other, if it is enough to be named. */
export function commonestRating(items: { rating: number | null }[]): number | null {
  const first = foremost(ratingHistogram(items), ({ count }) => count);
  return first && ratingsOf(items).length >= enough ? first.rating : null;
}

export function ratingsTitle(
  items: { rating: number | null }[],
  { verb = "give", otherwise }: { verb?: "give" | "gave"; otherwise: string },
): string {
  const rating = commonestRating(items);
  return rating === null ? otherwise : `You ${verb} ${starsSpelt(rating)} most often`;
}

export function weekdaysTitle(
  rows: { weekday: number; viewings: number }[],
  format: Format,
): string {
  const first = foremost(rows, ({ viewings }) => viewings);
  return first && sum(rows.map(({ viewings }) => viewings)) >= enough
    ? `${format.weekdayName(first.weekday)} most often: ${format.count(first.viewings, "viewing")}`
    : "Days of the week";
}

/** "from 2024 than from any other year", or from a decade where two years have as many. */
export function commonestYear(films: Film[]): string | null {
  if (films.length < enough) return null;
  const others = (row: { films: number }) => films.length - row.films;
  const year = foremost(releaseYearRows(films), (row) => row.films);
  if (year && others(year) > 0) return `from ${year.year} than from any other year`;
  const decade = foremost(decadeRows(films), (row) => row.films);
  if (decade && others(decade) > 0) return `from the ${decade.decade}s than from any other decade`;
  return null;
}

export function releaseYearsTitle(films: Film[]): string {
  const commonest = commonestYear(films);
  return commonest ? `More films ${commonest}` : "When they were made";
}

export function decadesTitle(rows: { decade: number; films: number }[], format: Format): string {
  const all = sum(rows.map(({ films }) => films));
  const first = foremost(rows, ({ films }) => films);
  if (!first || all < enough || first.films === all) return "When it was made";
  return `The ${first.decade}s lead: ${format.integer(first.films)} of ${format.count(all, "film")}`;
}

/** The one month fuller than the others; null where days that were filled in afterwards matter. */
export function oneFullestMonth(
  viewings: { date: Day }[],
  bulk: Set<Day>,
): { month: string; viewings: number } | null {
  if (viewings.length < enough) return null;
  const all = foremost(monthCounts(viewings, new Set()), (row) => row.viewings);
  const ordinary = foremost(monthCounts(viewings, bulk), (row) => row.viewings);
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
    /** What the viewings are, with a blank before it, where they are not all. */
    of?: string;
    /** How a month is called, from `2024-05`; without its year where that is clear. */
    nameOf?: (month: string) => string;
  },
): string {
  const month = oneFullestMonth(viewings, bulk);
  if (!month || month.viewings === viewings.length) return otherwise;
  return `${nameOf(month.month)} was the fullest month${of}: ${format.count(month.viewings, "viewing")}`;
}

/** Both lists with the longest first. */
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
 * The last year that is over beside the one before, if the diary covers both.
 *
 * @param first the diary's first day, outliers aside
 */
export function yearsTitle(
  rows: YearRow[],
  { first, asOf, format, otherwise }: { first: Day; asOf: Day; format: Format; otherwise: string },
): string {
  const row = (year: number) => rows.find((other) => other.year === year);
  const year = yearOf(asOf) - 1;
  const [last, before] = [row(year), row(year - 1)];
  const isCovered = first.slice(0, 7) <= `${year - 1}-01`;
  if (!last || !before || !isCovered || last.viewings + before.viewings < 2 * enough)
    return otherwise;
  const change = last.viewings - before.viewings;
  const how =
    change === 0
      ? `as many as in ${before.year}`
      : `${format.integer(Math.abs(change))} ${change > 0 ? "more" : "fewer"} than in ${before.year}`;
  return `${format.count(last.viewings, "viewing")} in ${last.year}, ${how}`;
}
