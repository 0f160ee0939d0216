import type { Film } from "../library/film.ts";
import { foremostAlone, leastOfFirst } from "./finding.ts";

/** Whether the diary has the film more often than any other, by the rule for findings. */
export const isSeenMost = (film: Film, films: readonly Film[]): boolean =>
  // Few films pass the first test, which spares a build the search for nearly all of them.
  film.viewings.length >= leastOfFirst &&
  foremostAlone(films, ({ viewings }) => viewings.length) === film;
