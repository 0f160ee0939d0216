import type { Film } from "../library/film.ts";
import { isMatched } from "./counts.ts";

/** How many films were directed by women, as TMDB records the gender of directors. */
export interface DirectedByWomen {
  /** Films with a woman among their directors. */
  women: number;
  /** Films with a director whose gender is recorded. */
  known: number;
  /** The other films that TMDB knows: it records the gender of none of their directors. */
  unrecorded: number;
}

/** The number of known films from which a page states the share. */
export const enoughForShare = 20;

/**
 * Whether the share may be stated: of few films it is chance, and where the gender is recorded for fewer
 * than half, the films with a record may not be like the others.
 */
export const isShareKnown = ({ known, unrecorded }: DirectedByWomen): boolean =>
  known >= enoughForShare && known >= unrecorded;

const female = 1;

export function directedByWomen(films: readonly Film[]): DirectedByWomen {
  const matched = films.filter(isMatched);
  const genders = matched.map(({ credits }) => credits.director.map(({ gender }) => gender));
  const known = genders.filter((own) => own.some((gender) => gender !== null));
  return {
    women: known.filter((own) => own.includes(female)).length,
    known: known.length,
    unrecorded: matched.length - known.length,
  };
}
