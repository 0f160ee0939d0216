import type { Film } from "../library/film.ts";
import type { Group } from "../library/group.ts";
import type { Kind } from "../library/kinds.ts";
import { byName } from "./ranking.ts";

/** Two groups of one kind and the films that belong to both. */
export interface GroupPair {
  /** In the order of their names. */
  groups: [Group, Group];
  films: Film[];
}

/** All pairs with two films or more, most films first; equals by name. */
export function pairs(films: readonly Film[], kind: Kind): GroupPair[] {
  const found = new Map<Group, Map<Group, GroupPair>>();
  for (const film of films) {
    const groups = film.groups[kind].toSorted(byName);
    for (const [i, one] of groups.entries()) {
      for (const other of groups.slice(i + 1)) {
        const row = found.get(one) ?? new Map<Group, GroupPair>();
        const pair = row.get(other) ?? { groups: [one, other], films: [] };
        pair.films.push(film);
        found.set(one, row.set(other, pair));
      }
    }
  }
  return [...found.values()]
    .flatMap((row) => [...row.values()])
    .filter((pair) => pair.films.length > 1)
    .sort(
      (a, b) =>
        b.films.length - a.films.length ||
        byName(a.groups[0], b.groups[0]) ||
        byName(a.groups[1], b.groups[1]),
    );
}
