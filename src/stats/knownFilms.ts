import type { Film } from "../library/film.ts";
import { type Kind, kindOf } from "../library/kinds.ts";
import { isMatched } from "./counts.ts";

/** The films whose groups of a kind are known. They are the whole of which shares are stated. */
export const knownFilms = (films: readonly Film[], kind: Kind): Film[] =>
  films.filter(kindOf(kind).from === "TMDB" ? isMatched : ({ year }) => year !== null);
