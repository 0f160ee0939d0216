import type { Film } from "../library/film.ts";
import { type Kind, kindOf } from "../library/kinds.ts";
import { remembered } from "../remembered.ts";
import { isMatched } from "./counts.ts";

const hasYear = ({ year }: Film): boolean => year !== null;

const counted = remembered((films: readonly Film[]) => ({
  TMDB: films.filter(isMatched).length,
  export: films.filter(hasYear).length,
}));

/** How many films have known groups of a kind. They are the whole of which shares are stated. */
export const countKnown = (films: readonly Film[], kind: Kind): number =>
  counted(films)[kindOf(kind).from];
