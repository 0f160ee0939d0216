import { FilmsByTitle } from "./filmsByTitle.ts";
import type { LedgerFilm } from "./ledger.ts";
import { type ExportRows, type FilmRow, nameKeyOf } from "./rows.ts";

/** Finds the films of an export by address and by Name and Year. */
export interface FilmIndex {
  /** The film of a row with a film's address, or without an address. */
  filmOf(row: FilmRow): LedgerFilm;
  /**
   * The films that a row of this Name and Year may mean, in the order of the files or of their keys: those
   * of watched and ratings, else those of likes, watchlist and lists. Empty if no file of films has
   * the title.
   */
  candidates(nameKey: string): readonly LedgerFilm[];
  /**
   * The Name and Year of the film that a row with an impossible Year means. This is the film without a
   * Year, else the only film of the Name; null if there are several. Films of watched and ratings are
   * tried first, then those of likes, watchlist and lists, then films without an address.
   */
  nameKeyFor(name: string): string | null;
  /** The film of this Name and Year without a known address. It is created on first use. */
  filmWithoutAddress(row: FilmRow): LedgerFilm;
  /** Films in the order of their first row. */
  all(): LedgerFilm[];
}

/**
 * @param sortByKey sorts films of the same Name and Year by key, because the order of the files reveals
 *   which was seen first
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
      // If one row of a film lacks its Year, entries may lack it too. They mean this film, unless there
      // is a film that has no Year in any row.
      if (year !== row.year && !withoutYear.has(row.nameKey)) titles.add(row.nameKey, film);
    }
  }
  // Rows without an address come after all addresses are known, because the film's own row may follow.
  // Rows without an address and with an impossible Year come last.
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
