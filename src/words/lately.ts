import { yearOf } from "../day.ts";
import { yearPath } from "../library/address.ts";
import type { Site } from "../site.ts";
import type { Pace } from "../stats/goal.ts";
import type { SinceLast } from "../stats/history.ts";
import type { MonthSoFar } from "../stats/monthSoFar.ts";
import { addMonths } from "../stats/months.ts";
import type { YearCourse } from "../stats/yearCourses.ts";
import { enumerated, type Part, phrase, type RichText, sentences } from "./richText.ts";

type Words = Pick<Site, "format" | "href">;

/** "116 behind", "3 ahead" or "on pace"; null before the first day of the pace. */
function aheadInWords({ format }: Words, { ahead }: Pace): string | null {
  if (ahead === null) return null;
  if (ahead === 0) return "on pace";
  return `${format.integer(Math.abs(ahead))} ${ahead > 0 ? "ahead" : "behind"}`;
}

/** "51 of 200 viewings in 2026, 116 behind" */
export function paceTitle(words: Words, pace: Pace): string {
  const { format } = words;
  const { year, goal, done } = pace;
  const start = `${format.integer(done)} of ${format.count(goal, "viewing")} in ${year}`;
  const end = done >= goal ? "the goal is reached" : aheadInWords(words, pace);
  return end === null ? start : `${start}, ${end}`;
}

/** When the goal was reached, or where the pace so far leads. */
export function paceNote({ format }: Words, pace: Pace): RichText {
  const { year, goal, done, reached, atThisPace } = pace;
  return sentences(
    reached !== null && ["The goal was reached on ", { day: reached }, "."],
    done < goal &&
      atThisPace !== null &&
      `At the pace so far it will be ${format.integer(atThisPace)} by the end of ${year}.`,
  );
}

/** "51 viewings in 2026 so far, 9 fewer than by then in 2025" */
export function coursesTitle({ format }: Words, courses: YearCourse[]): string {
  const [before, current] = courses.slice(-2);
  if (!before || !current) return "The year so far";
  const difference = current.byDay - before.byDay;
  const start = `${format.count(current.byDay, "viewing")} in ${current.year} so far`;
  if (difference === 0) return `${start}, as many as by then in ${before.year}`;
  const more = `${format.integer(Math.abs(difference))} ${difference > 0 ? "more" : "fewer"}`;
  return `${start}, ${more} than by then in ${before.year}`;
}

/** What the lines and dots are. */
export const coursesNote = ({ format }: Words, courses: YearCourse[]): RichText =>
  courses.length < 2
    ? []
    : [`Dots show the same ${format.exactDates ? "day" : "month"} of each year.`];

/** The same days of last month and of last year. */
export function monthSoFarText(
  { format, href }: Words,
  { month, soFar, lastMonth, lastYear }: MonthSoFar,
): RichText {
  const before = addMonths(month, -12);
  const year = yearOf(`${month}-01`);
  const count = (number: number) => (number === 0 ? "none" : format.integer(number));
  return phrase(
    soFar > 0 ? { text: format.count(soFar, "viewing"), href: href(yearPath(year)) } : "no viewing",
    `; ${count(lastMonth)} in the same days of ${format.monthName(`${addMonths(month, -1)}-01`)}, ${count(lastYear)} in those of ${format.month(before)}`,
  );
}

/** "14 films and 12 viewings new, 3 ratings changed"; empty if nothing is new. */
export function sinceLastText(
  { library, format, href, settings }: Site,
  { newFilms, newViewings, changedRatings, seenFromWatchlist }: SinceLast,
): RichText {
  const year = yearOf(library.asOf);
  const hasYear = library.viewings.some(({ date }) => yearOf(date) === year);
  const viewings = format.count(newViewings, "viewing");
  const added: Part[] = [
    ...(newFilms > 0 ? [{ text: format.count(newFilms, "film"), href: href("/films/") }] : []),
    ...(newViewings > 0
      ? [hasYear ? { text: viewings, href: href(yearPath(year)) } : viewings]
      : []),
  ];
  const rated = changedRatings > 0 && `${format.count(changedRatings, "rating")} changed`;
  const fromWatchlist =
    settings.publish.watchlist &&
    (seenFromWatchlist ?? 0) > 0 &&
    `${format.count(seenFromWatchlist ?? 0, "film")} of the watchlist seen`;
  const all = [
    added.length > 0 && [...enumerated(added), " new"],
    rated && [rated],
    fromWatchlist && [fromWatchlist],
  ].filter((part) => part !== false);
  return all.flatMap((part, i) => (i === 0 ? part : [", ", ...part]));
}

/** "Five exports: from 480 films to 545" */
export function exportsTitle(
  { format }: Words,
  { exports, from, to }: { exports: number; from: number; to: number },
): string {
  const count = format.count(exports, "export");
  return from === to
    ? `${count} of ${format.count(to, "film")}`
    : `${count}: from ${format.integer(from)} films to ${format.integer(to)}`;
}

/** What a dot is, and whether the present export has one. */
export const exportsNote = ({ format }: Words, { isImported }: { isImported: boolean }): RichText =>
  sentences(
    format.exactDates
      ? "A dot is an export, at the newest day in it."
      : "A dot is the last export of a month.",
    !isImported && "The present export has none, because it was put into its folder by hand.",
  );

/** "November so far" */
export const monthLabel = ({ format }: Words, { month }: MonthSoFar): string =>
  `${format.monthName(`${month}-01`)} so far`;
