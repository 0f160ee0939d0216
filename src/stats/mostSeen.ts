import type { Film } from "../library/film.ts";
import type { Person } from "../library/person.ts";
import type { Role } from "../roles.ts";
import { byFilms, type RankingRow, rankingRows } from "./ranking.ts";

/**
 * The people with the most of these films in a role, most films first, from two films on.
 *
 * @param most the number of people
 */
export function mostSeen(films: readonly Film[], role: Role, most: number): RankingRow<Person>[] {
  const counts = new Map<Person, number>();
  for (const { credits } of films) {
    for (const person of credits[role]) counts.set(person, (counts.get(person) ?? 0) + 1);
  }
  const several = [...counts].filter(([, count]) => count > 1);
  // Only people who may be listed are sorted by name, because there are thousands of others.
  const least = several.map(([, count]) => count).sort((a, b) => b - a)[most - 1] ?? 0;
  const inFilms = new Set(films);
  return rankingRows(
    several.flatMap(([person, count]) => (count >= least ? [person] : [])),
    ({ credits }) => credits[role].filter((film) => inFilms.has(film)),
  )
    .sort(byFilms)
    .slice(0, most);
}
