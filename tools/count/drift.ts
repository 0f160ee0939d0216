import type { Film, Joined } from "./films.ts";

/** Of films with two ratings, how many of the later ones are higher, lower and the same. */
interface Moved {
  films: number;
  up: number;
  down: number;
  same: number;
  /** Mean change in stars; null without films. */
  mean: number | null;
}

export interface Drift {
  /** From the first rated viewing to the last. */
  rewatched: Moved;
  /** From the last rated viewing to ratings.csv. */
  sinceLogged: Moved;
}

/** How ratings moved. The viewings are in order. */
export function countDrift({ films, viewings }: Joined): Drift {
  const given = new Map<Film, number[]>();
  for (const { film, rating } of viewings) {
    if (rating !== null) given.set(film, [...(given.get(film) ?? []), rating]);
  }
  const rewatched: number[] = [];
  const sinceLogged: number[] = [];
  for (const film of films) {
    const ratings = given.get(film) ?? [];
    const [first, last] = [ratings[0], ratings.at(-1)];
    if (first === undefined || last === undefined) continue;
    if (ratings.length > 1) rewatched.push(last - first);
    if (film.givenRating !== null) sinceLogged.push(film.givenRating - last);
  }
  return { rewatched: moved(rewatched), sinceLogged: moved(sinceLogged) };
}

const moved = (changes: number[]): Moved => ({
  films: changes.length,
  up: changes.filter((change) => change > 0).length,
  down: changes.filter((change) => change < 0).length,
  same: changes.filter((change) => change === 0).length,
  mean: changes.length === 0 ? null : changes.reduce((sum, each) => sum + each) / changes.length,
});
