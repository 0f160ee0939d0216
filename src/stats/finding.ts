import type { Film } from "../library/film.ts";
import type { Person } from "../library/person.ts";
import { decadeRows } from "./decades.ts";
import { byName } from "./ranking.ts";

export interface Finding {
  /** The latest decade since whose start at least a quarter of the films with a Year were released. */
  recent: { since: number; share: number } | null;
  /** Whoever directed the most seen films, from three films on. */
  director: { person: Person; films: number } | null;
}

/** What the dashboard's first sentence says. */
export function finding(films: Film[], people: Person[]): Finding {
  const years = films.flatMap(({ year }) => (year === null ? [] : [year]));
  const recent = decadeRows(films)
    .toReversed()
    .map(({ decade }) => ({
      since: decade,
      share: years.filter((year) => year >= decade).length / years.length,
    }))
    .find(({ share }) => share >= 0.25);
  const [director] = people
    .filter(({ directed }) => directed.length >= 3)
    .toSorted((a, b) => b.directed.length - a.directed.length || byName(a, b));
  return {
    recent: recent ?? null,
    director: director ? { person: director, films: director.directed.length } : null,
  };
}

const fractions = [
  [1 / 2, "half"],
  [1 / 3, "a third"],
  [2 / 3, "two thirds"],
  [1 / 4, "a quarter"],
  [3 / 4, "three quarters"],
  [1 / 5, "a fifth"],
  [1 / 10, "a tenth"],
] as const;

/** A share in words where one is near enough (±1.5 %): "a third"; null otherwise. */
export const shareInWords = (share: number): string | null =>
  fractions.find(([value]) => Math.abs(value - share) <= 0.015)?.[1] ?? null;
