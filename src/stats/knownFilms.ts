import type { Film } from "../library/film.ts";
import { type Kind, kindOf } from "../library/kinds.ts";
import { oncePer } from "../oncePer.ts";
import { isMatched } from "./counts.ts";

/** The films whose groups of a kind are known. They are the whole of which shares are stated. */
export const knownFilms = (films: readonly Film[], kind: Kind): Film[] =>
  kindOf(kind).from === "TMDB" ? matchedFilms(films) : datedFilms(films);

// Every page of a group states a share of them.
const matchedFilms = oncePer((films: readonly Film[]) => films.filter(isMatched));
const datedFilms = oncePer((films: readonly Film[]) => films.filter(({ year }) => year !== null));
