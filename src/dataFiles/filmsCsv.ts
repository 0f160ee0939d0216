import { csvLine } from "../csvLine.ts";
import type { PublishedFilm } from "./publishedFilms.ts";

type Cell = string | number | boolean | null;

const columns: [head: string, cell: (film: PublishedFilm) => Cell][] = [
  ["name", ({ name }) => name],
  ["year", ({ year }) => year],
  ["uri", ({ uri }) => uri],
  ["path", ({ path }) => path],
  ["rating", ({ rating }) => rating],
  ["liked", ({ liked }) => liked],
  ["viewings", ({ viewings }) => viewings.length],
  ["dates", ({ viewings }) => viewings.map(({ date }) => date).join(" ")],
  ["tmdb", ({ tmdb }) => tmdb && `${tmdb.type}/${tmdb.id}`],
  ["confidence", ({ tmdb }) => tmdb?.confidence ?? null],
  ["runtime", ({ runtime }) => runtime],
  ["genres", ({ genres }) => genres.map(({ name }) => name).join("; ")],
  ["directors", ({ directors }) => directors.map(({ name }) => name).join("; ")],
  ["countries", ({ countries }) => countries.join("; ")],
];

/** The text of `dist/data/films.csv`: RFC 4180 with CRLF, one film a line. */
export const filmsCsv = (films: PublishedFilm[]): string =>
  [columns.map(([head]) => head), ...films.map((film) => columns.map(([, cell]) => cell(film)))]
    .map((cells) => `${csvLine(cells.map(defused))}\r\n`)
    .join("");

/**
 * A leading apostrophe keeps a spreadsheet from running a text as a formula
 * (https://owasp.org/www-community/attacks/CSV_Injection). Some also accept full-width signs.
 */
const defused = (cell: Cell): Cell =>
  typeof cell === "string" && /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;
