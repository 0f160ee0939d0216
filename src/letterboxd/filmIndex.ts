import { FilmsByTitle } from "./filmsByTitle.ts";
import type { LedgerFilm } from "./ledger.ts";
import { type ExportRows, type FilmRow, nameKeyOf } from "./rows.ts";

/** Every film of an export, findable by address and by Name and Year. */
export interface FilmIndex {
  /** The film of a row that holds a film's address, or none. */
  filmOf(row: FilmRow): LedgerFilm;
  /**
   * The films a row of Name and Year may mean, in the order of the files or of their keys: those of
   * watched and ratings, those of likes, watchlist and lists only if there is none. Empty when no file
   * that names films has it.
   */
  candidates(nameKey: string): readonly LedgerFilm[];
  /**
   * Name and Year that a row of this Name means whose own Year cannot be: no Year if there is such a
   * film, else that of the only film of the Name; null if there are several. Asked are watched and
   * ratings, if none there has the Name likes, watchlist and lists, then films without an address.
   */
  nameKeyFor(name: string): string | null;
  /** A film no address is known of; one per Name and Year. */
  filmWithoutAddress(row: FilmRow): LedgerFilm;
  /** Films in the order of their first row. */
  all(): LedgerFilm[];
}

/**
 * @param sortByKey whether films of the same Name and Year stand in the order of their keys, for that of
 *   the files tells which was seen first
 */
export function filmIndex(
  { watched, ratings, likes, watchlist, lists }: ExportRows,
  { sortByKey = false } = {},
): FilmIndex {
  const byUri = new Map<string, LedgerFilm>();
  const yearOf = new Map<string, number>();
  const order = new Map<LedgerFilm, number>();
  const seen = new FilmsByTitle();
  const other = new FilmsByTitle();
  const own = new FilmsByTitle();
  const filmsWithoutAddress: LedgerFilm[] = [];
  const assigned = new Map<FilmRow, LedgerFilm>();

  const candidates = (nameKey: string): readonly LedgerFilm[] => {
    const films = seen.films(nameKey) ?? other.films(nameKey) ?? own.films(nameKey) ?? [];
    return sortByKey && films.length > 1
      ? films.toSorted((a, b) => (a.key < b.key ? -1 : 1))
      : films;
  };
  const nameKeyFor = (name: string): string | null =>
    [seen, other, own].find((titles) => titles.hasName(name))?.nameKeyFor(name) ?? null;
  const filmWithoutAddress = (row: FilmRow): LedgerFilm => {
    const [known] = own.films(row.nameKey) ?? [];
    if (known) return known;
    const film = newFilm(row.nameKey, row, null);
    own.add(row.nameKey, film);
    filmsWithoutAddress.push(film);
    order.set(film, order.size);
    return film;
  };
  const filmOf = (row: FilmRow): LedgerFilm => {
    const film = row.uri === null ? candidates(row.nameKey)[0] : byUri.get(row.uri);
    return assigned.get(row) ?? film ?? filmWithoutAddress(row);
  };

  const tiers = [
    { rows: [...(watched ?? []), ...(ratings ?? [])], titles: seen },
    {
      rows: [...(likes ?? []), ...(watchlist ?? []), ...lists.flatMap(({ items }) => items)],
      titles: other,
    },
  ];
  for (const { uri, year } of tiers.flatMap(({ rows }) => rows)) {
    if (uri !== null && year !== null && !yearOf.has(uri)) yearOf.set(uri, year);
  }
  const yearFor = ({ uri, year }: FilmRow) =>
    year ?? (uri === null ? null : yearOf.get(uri)) ?? null;
  for (const { rows, titles } of tiers) {
    const withoutYear = new Set(
      rows.flatMap((row) => (row.uri !== null && yearFor(row) === null ? row.nameKey : [])),
    );
    for (const row of rows) {
      if (row.uri === null) continue;
      const year = yearFor(row);
      const film = byUri.get(row.uri) ?? newFilm(row.uri, { ...row, year }, row.uri);
      byUri.set(row.uri, film);
      titles.add(nameKeyOf(row.name, year), film);
      // Where a row lacks the Year that another one has, entries may lack it, too. They mean this film
      // unless there is one that no row has a Year of.
      if (year !== row.year && !withoutYear.has(row.nameKey)) titles.add(row.nameKey, film);
    }
  }
  // Rows without an address wait until every address is known, since the film's own row may follow;
  // those whose Year cannot be either wait for all others, and for none of the entries.
  const isLast = ({ uri, yearFault }: FilmRow) => uri === null && yearFault !== null;
  const inTurn = tiers.flatMap(({ rows }) => rows);
  for (const row of inTurn.filter((row) => !isLast(row))) {
    const film = filmOf(row);
    if (!order.has(film)) order.set(film, order.size);
  }
  for (const row of inTurn.filter(isLast)) {
    const [film = filmWithoutAddress(row)] = candidates(nameKeyFor(row.name) ?? row.nameKey);
    assigned.set(row, film);
    if (!order.has(film)) order.set(film, order.size);
  }
  const rank = (film: LedgerFilm): number => order.get(film) ?? 0;

  return {
    filmOf,
    candidates,
    nameKeyFor,
    filmWithoutAddress,
    all: () => [...byUri.values(), ...filmsWithoutAddress].sort((a, b) => rank(a) - rank(b)),
  };
}

const newFilm = (key: string, { name, year }: FilmRow, uri: string | null): LedgerFilm => ({
  key,
  uri,
  name,
  year,
  seen: false,
  rating: null,
  ratingFrom: null,
  liked: false,
  watchlisted: null,
  viewings: [],
  reviews: [],
});
