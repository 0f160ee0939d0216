import type { Film } from "../library/film.ts";
import type { Person } from "../library/person.ts";
import { byName } from "./ranking.ts";

/** Actors in at least two of the films, most films first, without the given person. */
export function regularCast(
  films: readonly Film[],
  except?: Person,
): { person: Person; films: number }[] {
  const counts = new Map<Person, number>();
  for (const person of films.flatMap(({ credits }) => credits.actor)) {
    counts.set(person, (counts.get(person) ?? 0) + 1);
  }
  return [...counts]
    .map(([person, count]) => ({ person, films: count }))
    .filter((row) => row.films > 1 && row.person !== except)
    .sort((a, b) => b.films - a.films || byName(a.person, b.person));
}
