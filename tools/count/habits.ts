import { dayOfNumber } from "./days.ts";
import type { Film, Joined } from "./films.ts";

/** What somebody does with films, with the keys of summary.json (docs/data.md). */
export interface Habits {
  mostSeen: { name: string; year: number | null; uri: string | null; viewings: number }[];
  likes: { byRating: Record<string, number>; unrated: number };
  doubleBills: { days: number; most: number; on: string[] };
}

/** @param bulkDays days since 1970-01-01 that were filled in afterwards */
export function countHabits(joined: Joined, bulkDays: ReadonlySet<number>): Habits {
  return {
    mostSeen: countMostSeen(joined),
    likes: countLikes(joined),
    doubleBills: countDoubleBills(joined, bulkDays),
  };
}

/** Films with two viewings or more, most viewings first, then by title, year and address. */
function countMostSeen({ films, viewings }: Joined): Habits["mostSeen"] {
  const seen = new Map<Film, number>(films.map((film) => [film, 0]));
  for (const { film } of viewings) seen.set(film, (seen.get(film) ?? 0) + 1);
  const keyOf = ({ uri, name, year }: Film) => uri || `${name}\0${year}`;
  return [...seen]
    .filter(([, count]) => count > 1)
    .sort(
      ([a, more], [b, count]) =>
        count - more ||
        a.name.localeCompare(b.name, "en", { numeric: true }) ||
        Number(a.year) - Number(b.year) ||
        (keyOf(a) < keyOf(b) ? -1 : 1),
    )
    .map(([{ name, year, uri }, count]) => ({
      name,
      year: year === "" ? null : Number(year),
      uri: uri === "" ? null : uri,
      viewings: count,
    }));
}

function countLikes({ films }: Joined): Habits["likes"] {
  const byRating: Record<string, number> = {};
  for (let half = 1; half <= 10; half += 1) byRating[half / 2] = 0;
  let unrated = 0;
  for (const { rating, isLiked } of films) {
    if (!isLiked) continue;
    if (rating === null) unrated += 1;
    else byRating[rating] = (byRating[rating] ?? 0) + 1;
  }
  return { byRating, unrated };
}

/** Days with two different films or more. */
function countDoubleBills(
  { viewings }: Joined,
  bulkDays: ReadonlySet<number>,
): Habits["doubleBills"] {
  const perDay = new Map<number, Set<Film>>();
  for (const { day, film } of viewings) {
    if (!bulkDays.has(day)) perDay.set(day, new Set([...(perDay.get(day) ?? []), film]));
  }
  const days = [...perDay].filter(([, films]) => films.size > 1);
  const most = Math.max(0, ...days.map(([, films]) => films.size));
  const fullest = days.filter(([, films]) => films.size === most).map(([day]) => day);
  return { days: days.length, most, on: fullest.sort((a, b) => a - b).map(dayOfNumber) };
}
