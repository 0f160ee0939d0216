import { believable, type Row } from "./believable.ts";
import { dayAfter, dayOfNumber, mondayOfWeek, numberOfDay, weekOfDay } from "./days.ts";
import { countDrift, type Drift } from "./drift.ts";
import { type Joined, joinFilms, type Viewing } from "./films.ts";
import { countHabits, type Habits } from "./habits.ts";
import { type ExportRows, readRows } from "./rows.ts";

interface Run {
  length: number;
  from: string;
  to: string;
}

/** The parts of summary.json that need only the export, with the same keys (docs/data.md). */
export interface Figures extends Habits {
  export: { asOf: string; newestDate: string | null };
  films: { seen: number; dated: number; rated: number; liked: number };
  viewings: {
    total: number;
    rewatches: number;
    first: string | null;
    last: string | null;
    bulkDays: number;
  };
  ratings: { average: number | null; histogram: Record<string, number> };
  drift: Drift;
  streaks: { longestDays: Run | null; longestWeeks: Run | null; current: Run | null };
  longestGap: { days: number; from: string; to: string } | null;
  years: Year[];
}

interface Year {
  year: number;
  viewings: number;
  films: number;
  rewatches: number;
  averageRating: number | null;
}

/** The films seen and the viewings of an unpacked export. */
export const readFilms = (folder: string, buildDate: string): Joined =>
  joinFilms(believable(readRows(folder), buildDate));

/** Days count up to the one after `buildDate`. A day with `bulkDay` viewings or more is a bulk day. */
export function countFigures(
  folder: string,
  { buildDate, bulkDay = 10 }: { buildDate: string; bulkDay?: number },
): Figures {
  const rows = believable(readRows(folder), buildDate);
  const joined = joinFilms(rows);
  const newestDate = newestDay(rows, dayAfter(buildDate));
  const asOf = newestDate ?? buildDate;
  const perDay = Map.groupBy(joined.viewings, ({ day }) => day);
  const days = new Set([...perDay.keys()].sort((a, b) => a - b));
  const bulkDays = new Set([...days].filter((day) => (perDay.get(day)?.length ?? 0) >= bulkDay));
  return {
    export: { asOf, newestDate },
    films: countFilms(joined),
    viewings: {
      total: joined.viewings.length,
      rewatches: joined.viewings.filter(({ isRewatch }) => isRewatch).length,
      first: days.size === 0 ? null : dayOfNumber(Math.min(...days)),
      last: days.size === 0 ? null : dayOfNumber(Math.max(...days)),
      bulkDays: bulkDays.size,
    },
    ratings: countRatings(joined),
    drift: countDrift(joined),
    streaks: {
      longestDays: longestRun(days, (day) => [day, day]),
      longestWeeks: longestRun(new Set([...days].map(weekOfDay)), (week) => [
        mondayOfWeek(week),
        mondayOfWeek(week) + 6,
      ]),
      current: currentRun(days, asOf),
    },
    longestGap: longestGap([...days], bulkDays),
    years: countYears(joined.viewings),
    ...countHabits(joined, bulkDays),
  };
}

function newestDay(
  { watched, ratings, diary, reviews, likes, watchlist }: ExportRows<Row>,
  lastDay: string,
) {
  const days = [watched, ratings, diary, reviews, likes, watchlist]
    .flat()
    .flatMap(({ date, watchedDate }) => [date, watchedDate])
    .filter((text) => numberOfDay(text) !== null && text <= lastDay);
  return days.sort().at(-1) ?? null;
}

function countFilms({ films, viewings }: Joined): Figures["films"] {
  return {
    seen: films.length,
    dated: new Set(viewings.map(({ film }) => film)).size,
    rated: films.filter(({ rating }) => rating !== null).length,
    liked: films.filter(({ isLiked }) => isLiked).length,
  };
}

function countRatings({ films }: Joined): Figures["ratings"] {
  const ratings = films.map(({ rating }) => rating);
  const steps = [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5];
  const numbers = steps.map((step) => [step, ratings.filter((rating) => rating === step).length]);
  return { average: mean(ratings), histogram: Object.fromEntries(numbers) };
}

function mean(ratings: (number | null)[]): number | null {
  const given = ratings.filter((rating) => rating !== null);
  return given.length === 0 ? null : given.reduce((sum, rating) => sum + rating, 0) / given.length;
}

/** The longest run of neighbours in a set in rising order; of several, the first. */
function longestRun(
  set: ReadonlySet<number>,
  daysOf: (member: number) => [first: number, last: number],
): Run | null {
  let longest: Run | null = null;
  for (const start of set) {
    if (set.has(start - 1)) continue;
    let end = start;
    while (set.has(end + 1)) end += 1;
    const length = end - start + 1;
    if (longest !== null && length <= longest.length) continue;
    longest = { length, from: dayOfNumber(daysOf(start)[0]), to: dayOfNumber(daysOf(end)[1]) };
  }
  return longest;
}

/** The run that ends on the as-of day or on the day before. */
function currentRun(days: ReadonlySet<number>, asOf: string): Run | null {
  const last = numberOfDay(asOf);
  const end = last === null ? undefined : [last, last - 1].find((day) => days.has(day));
  if (end === undefined) return null;
  let start = end;
  while (days.has(start - 1)) start -= 1;
  return { length: end - start + 1, from: dayOfNumber(start), to: dayOfNumber(end) };
}

/** The most days without a viewing between two days with one, bulk days not being such ends. */
function longestGap(days: number[], bulkDays: ReadonlySet<number>): Figures["longestGap"] {
  let longest: Figures["longestGap"] = null;
  for (const [index, to] of days.entries()) {
    const from = days[index - 1];
    if (from === undefined || bulkDays.has(from) || bulkDays.has(to)) continue;
    const between = to - from - 1;
    if (between <= (longest?.days ?? 0)) continue;
    longest = { days: between, from: dayOfNumber(from), to: dayOfNumber(to) };
  }
  return longest;
}

function countYears(viewings: Viewing[]): Year[] {
  const perYear = Map.groupBy(viewings, ({ day }) => Number(dayOfNumber(day).slice(0, 4)));
  return [...perYear]
    .map(([year, ofYear]) => ({
      year,
      viewings: ofYear.length,
      films: new Set(ofYear.map(({ film }) => film)).size,
      rewatches: ofYear.filter(({ isRewatch }) => isRewatch).length,
      averageRating: mean(ofYear.map(({ rating }) => rating)),
    }))
    .sort((a, b) => a.year - b.year);
}
