import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Answers } from "./cache.ts";
import { parseCsv } from "./csv.ts";
import type { Film } from "./films.ts";
import type { KnownFilm } from "./knownFilms.ts";
import { Uncountable } from "./rows.ts";

/** How far somebody is through a list. */
export interface ListCount {
  seen: number;
  all: number;
}

interface CanonRow {
  name: string;
  year: string;
  /** `movie/12`, `none`, or empty. */
  page: string;
}

/** Signs and accents count for nothing. */
const plain = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/&/g, "and")
    .replace(/[^\p{L}\p{N}]/gu, "");

/**
 * The canon lists of the folders by the name of their file, each with how many of its films are seen. Of
 * two files with one name the later folder's counts.
 */
export function countCanon(
  folders: string[],
  films: KnownFilm[],
  answers: Answers,
): Map<string, ListCount> {
  const lists = new Map(folders.flatMap(readCanon));
  return new Map(
    [...lists].map(([id, rows]) => [
      id,
      { seen: countSeen(rows, films, answers), all: rows.length },
    ]),
  );
}

function readCanon(folder: string): [id: string, rows: CanonRow[]][] {
  if (!existsSync(folder)) throw new Uncountable(`There is no folder ${folder}.`);
  const files = readdirSync(folder).filter((name) => name.toLowerCase().endsWith(".csv"));
  return files.map((name) => {
    const records = parseCsv(readFileSync(join(folder, name), "utf8").replace(/^\uFEFF/, ""));
    const start = records.findIndex((record) => record.includes("Name") && record.includes("Year"));
    const [columns = [], ...rows] = records.slice(start);
    const field = (record: string[], column: string) => record[columns.indexOf(column)] ?? "";
    const read = rows.map((record) => {
      const tmdb = field(record, "TMDB");
      return {
        name: field(record, "Name").normalize("NFC"),
        year: field(record, "Year"),
        page: /^\d+$/.test(tmdb) ? `movie/${tmdb}` : tmdb,
      };
    });
    return [name.replace(/\.csv$/i, "").toLowerCase(), read];
  });
}

/** First by page, then by the name as written, then by the plain name, then by TMDB's names and year. */
function countSeen(rows: CanonRow[], films: KnownFilm[], answers: Answers): number {
  const free = new Set(films);
  const open = new Set(rows);
  const take = (isSame: (row: CanonRow, film: KnownFilm) => boolean) => {
    for (const row of open) {
      const found = [...free].find((film) => isSame(row, film));
      if (!found) continue;
      free.delete(found);
      open.delete(row);
    }
  };
  const mayMatch = (row: CanonRow, { page }: KnownFilm) =>
    row.page !== "none" && (row.page === "" || page === "");
  take((row, { page }) => page !== "" && page === row.page);
  take(
    (row, one) => mayMatch(row, one) && one.film.name === row.name && one.film.year === row.year,
  );
  take(
    (row, one) =>
      mayMatch(row, one) && plain(one.film.name) === plain(row.name) && one.film.year === row.year,
  );
  take((row, one) => {
    const details = answers.get(one.page);
    if (!details || !mayMatch(row, one)) return false;
    const year = details.released.slice(0, 4) || one.film.year;
    const names = [one.film.name, ...details.titles].map(plain);
    return year === row.year && names.includes(plain(row.name));
  });
  return rows.length - open.size;
}

/** The lists of the export by the name of their file. A film stands on a list once. */
export function countOwn(
  listed: { list: string; film: Film }[],
  seen: ReadonlySet<Film>,
): Map<string, ListCount> {
  return new Map(
    [...Map.groupBy(listed, ({ list }) => list)].map(([list, rows]) => {
      const films = new Set(rows.map(({ film }) => film));
      const number = [...films].filter((film) => seen.has(film)).length;
      return [list, { seen: number, all: films.size }];
    }),
  );
}

/** The unseen films of the watchlist, and the minutes of those whose runtime is known. */
export interface WatchlistCount {
  films: number;
  timed: number;
  minutes: number;
}

/** @param pages the page at TMDB of each address, as the cache has it */
export function countWatchlist(
  wanted: Film[],
  {
    seen,
    answers,
    pages,
  }: { seen: ReadonlySet<Film>; answers: Answers; pages: ReadonlyMap<string, string> },
): WatchlistCount {
  const unseen = [...new Set(wanted)].filter((film) => !seen.has(film));
  const runtimes = unseen.flatMap(({ uri }) => answers.get(pages.get(uri) ?? "")?.runtime || []);
  return {
    films: unseen.length,
    timed: runtimes.length,
    minutes: runtimes.reduce((sum, minutes) => sum + minutes, 0),
  };
}
