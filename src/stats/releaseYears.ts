import type { Film } from "../library/film.ts";

export interface ReleaseYearRow {
  year: number;
  films: number;
}

/** Films per year of release by Letterboxd's Year, including empty years between. */
export function releaseYearRows(
  films: readonly Film[],
  { from = -Infinity, to = Infinity }: { from?: number; to?: number } = {},
): ReleaseYearRow[] {
  const counts = new Map<number, number>();
  for (const { year } of films) {
    if (year !== null && year >= from && year <= to) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const years = [...counts.keys()];
  const first = Math.max(from, Math.min(...years));
  const last = Math.min(to, Math.max(...years));
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    year: first + i,
    films: counts.get(first + i) ?? 0,
  }));
}

export interface Era {
  id: string;
  name: string;
  from: number;
  to: number;
}

/** Silent and early sound, the studio years, new waves to blockbusters, digital. */
export const eras: Era[] = [
  { id: "to-1939", name: "to 1939", from: -Infinity, to: 1939 },
  { id: "1940-1969", name: "1940–1969", from: 1940, to: 1969 },
  { id: "1970-1999", name: "1970–1999", from: 1970, to: 1999 },
  { id: "since-2000", name: "since 2000", from: 2000, to: Infinity },
];
