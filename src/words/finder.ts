import type { Format } from "../format.ts";
import { type Kind, kindOf } from "../library/kinds.ts";

/** What stands beside a hit of the search. */

/** "director, 20 films; actor, 12 films" */
export const foundPerson = (roles: { one: string; films: number }[], format: Format): string =>
  roles.map(({ one, films }) => `${one}, ${format.count(films, "film")}`).join("; ");

/** "studio, 12 films" */
export const foundGroup = (kind: Kind, films: number, format: Format): string =>
  `${kindOf(kind).one}, ${format.count(films, "film")}`;

/** For somebody without a page, who leads to a film. `#` stands for its name. */
export const foundFilms = (films: number, format: Format): string =>
  films === 1 ? "one film: #" : `${format.count(films, "film")}, one of them #`;

/** Of a page that lists things. */
export const foundList = (rows: number, format: Format): string =>
  `list of ${format.integer(rows)}`;
