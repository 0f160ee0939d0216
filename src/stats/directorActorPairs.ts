import type { Film } from "../library/film.ts";
import type { Person } from "../library/person.ts";
import { byName } from "./ranking.ts";

/** A director and an actor who made films together. */
export interface DirectorActorPair {
  director: Person;
  actor: Person;
  /** The seen films that they made together. */
  films: number;
  /** Diary rows of these films. */
  viewings: number;
}

/**
 * Every director with every actor of two of the films or more: most films first, then most viewings, then
 * by names. A director who acts is no pair with themselves.
 */
export function directorActorPairs(films: readonly Film[]): DirectorActorPair[] {
  const pairs = new Map<Person, Map<Person, DirectorActorPair>>();
  for (const { credits, viewings } of films) {
    for (const director of credits.director) {
      const own = pairs.get(director) ?? new Map<Person, DirectorActorPair>();
      pairs.set(director, own);
      for (const actor of credits.actor) {
        if (actor === director) continue;
        const pair = own.get(actor) ?? { director, actor, films: 0, viewings: 0 };
        own.set(actor, pair);
        pair.films += 1;
        pair.viewings += viewings.length;
      }
    }
  }
  return [...pairs.values()]
    .flatMap((own) => [...own.values()])
    .filter((pair) => pair.films > 1)
    .sort(
      (a, b) =>
        b.films - a.films ||
        b.viewings - a.viewings ||
        byName(a.director, b.director) ||
        byName(a.actor, b.actor),
    );
}
