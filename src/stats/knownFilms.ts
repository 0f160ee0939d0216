import type { Film } from "../library/film.ts";
import { type Kind, kindOf } from "../library/kinds.ts";
import { isMatched } from "./counts.ts";

/** The films whose groups of a kind are known: of other films nobody can say which they belong to. */
export const knownFilms = (films: readonly Film[], kind: Kind): Film[] =>
  films.filter(kindOf(kind).from === "TMDB" ? isMatched : ({ year }) => year !== null);
