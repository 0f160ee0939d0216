import type { Film } from "../library/film.ts";
import type { Person } from "../library/person.ts";

/** Everybody who directed one of the films, once. */
export const directorsOf = (films: readonly Film[]): Person[] => [
  ...new Set(films.flatMap(({ credits }) => credits.director)),
];
