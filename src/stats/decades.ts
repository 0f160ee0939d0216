import type { Film } from "../library/film.ts";

/** Films per decade of release, oldest first, including empty decades between. */
export function decadeRows(films: readonly Film[]): { decade: number; films: number }[] {
  const decades = films.flatMap(({ year }) => (year === null ? [] : [Math.floor(year / 10) * 10]));
  if (decades.length === 0) return [];
  const first = Math.min(...decades);
  const last = Math.max(...decades);
  return Array.from({ length: (last - first) / 10 + 1 }, (_, i) => {
    const decade = first + i * 10;
    return { decade, films: decades.filter((other) => other === decade).length };
  });
}
