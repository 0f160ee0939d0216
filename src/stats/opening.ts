import type { Film } from "../library/film.ts";
import type { Person } from "../library/person.ts";
import { decadeRows } from "./decades.ts";
import { enoughToDraw, foremost } from "./finding.ts";
import { byName } from "./ranking.ts";

export interface Opening {
  /**
   * The latest decade for which at least a quarter of the films are from it or later. Films without a
   * Year are left out.
   */
  recent: { since: number; share: number } | null;
  /** The directors of the most seen films: several if they are equal. */
  directors: Person[];
}

/** What the dashboard's first sentence says. */
export function opening(films: Film[], people: Person[]): Opening {
  const years = films.flatMap(({ year }) => (year === null ? [] : [year]));
  const recent = decadeRows(years.length < enoughToDraw ? [] : films)
    .toReversed()
    .map(({ decade }) => ({
      since: decade,
      share: years.filter((year) => year >= decade).length / years.length,
    }))
    .find(({ share }) => share >= 0.25);
  const directors = people.filter(({ credits }) => credits.director.length > 0).toSorted(byName);
  return {
    recent: recent ?? null,
    directors: foremost(directors, ({ credits }) => credits.director.length, { all: films.length }),
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

/** A share in words, "a third"; null if no simple fraction is within 1.5%. */
export const shareInWords = (share: number): string | null =>
  fractions.find(([value]) => Math.abs(value - share) <= 0.015)?.[1] ?? null;
