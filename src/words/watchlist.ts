import type { Format } from "../format.ts";
import type { Title } from "../library/title.ts";
import type { Site } from "../site.ts";
import type { CollectionWaiting, PersonWaiting } from "../stats/waiting.ts";
import { headline, sentence } from "./sentences.ts";

type Known = Pick<Site, "format">;

const daysOfYear = 365.25;
const daysOfMonth = daysOfYear / 12;

/** A time in the unit that suits it: "12 days", "7 months", "3.4 years". Without exact dates no days. */
export function waitingTime(format: Format, days: number): string {
  if (days >= 2 * daysOfYear) return `${format.oneDecimal(days / daysOfYear)} years`;
  if (format.exactDates && days < 2 * daysOfMonth) return format.count(Math.round(days), "day");
  return format.count(Math.round(days / daysOfMonth), "month");
}

/** "62 films wait on the watchlist, 108 hours in all", or "at least 108 hours" if some are unknown */
export function watchlistHeading(
  { format }: Known,
  { films, minutes, timed }: { films: number; minutes: number | null; timed: number },
): string {
  const hours = `${format.hours(minutes ?? 0)} hours`;
  return headline(
    `${format.count(films, "film")} ${films === 1 ? "waits" : "wait"} on the watchlist`,
    minutes !== null &&
      minutes >= 120 &&
      `, ${timed < films ? `at least ${hours}` : `${hours} in all`}`,
  );
}

export const describeWatchlist = (
  { format }: Known,
  { films, minutes, oldest }: { films: number; minutes: number | null; oldest: Title | undefined },
): string =>
  sentence([
    `${format.count(films, "film")} to see`,
    minutes !== null && `${format.hours(minutes)} hours`,
    oldest && `longest waiting: ${oldest.name}`,
  ]);

/** "1975, 1 h 52 min, Agnès Varda"; with a reason it takes the place of the directors. */
export function titleNote(
  { format }: Known,
  { year, runtime, details }: Title,
  reason?: string,
): string {
  const directors = (details?.crew ?? []).filter(({ role }) => role === "director");
  return [
    year,
    runtime !== null && format.runtime(runtime),
    ...(reason ? [reason] : directors.slice(0, 2).map(({ name }) => name)),
  ]
    .filter(Boolean)
    .join(", ");
}

/** "by Agnès Varda, 4.31 ★ of 12", "with Bibi Andersson, 4.20 ★ of 5" */
export const personNote = (
  { format }: Known,
  word: "by" | "with",
  { row }: PersonWaiting,
): string =>
  `${word} ${row.subject.name}, ${format.average(row.average ?? 0)} ★ of ${format.integer(row.rated)}`;

/** "Alien: 2 of 6 seen; the watchlist has all others" */
export function collectionNote(
  { format }: Known,
  { group, of, completes }: CollectionWaiting,
): string {
  const seen = of
    ? `${format.integer(of.seen)} of ${format.integer(of.total)} seen`
    : `${format.integer(group.films.length)} seen`;
  return `${group.name}: ${seen}${completes ? "; the watchlist has all others" : ""}`;
}
