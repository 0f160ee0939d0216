import type { LedgerFilm } from "./ledger.ts";
import { type ExportRows, type FilmRow, nameKeyOf } from "./rows.ts";

/** Every film of an export, findable by address and by Name and Year. */
export interface FilmIndex {
  /** The film of a row that holds a film's address, or none. */
  filmOf(row: FilmRow): LedgerFilm;
  /**
   * The films a row of Name and Year may mean, in file order: those of watched and ratings, those of
   * likes, watchlist and lists only if there is none. Empty when no file that names films has it.
   */
  candidates(nameKey: string): readonly LedgerFilm[];
  /**
   * Name and Year that a row of this Name means whose own Year cannot be: no Year if there is such a
   * film, else that of the only film of the Name; null if there are several. Asked are watched and
   * ratings, if none there has the Name likes, watchlist and lists, then films without an address.
   */
  nameKeyFor(name: string): string | null;
  /** A film no address is known of; one per Name and Year. */
  ownFilm(row: FilmRow): LedgerFilm;
  /** Films in the order of their first row. */
  all(): LedgerFilm[];
}

export function filmIndex({ watched, ratings, likes, watchlist, lists }: ExportRows): FilmIndex {
  const byUri = new Map<string, LedgerFilm>();
  const yearOf = new Map<string, number>();
  const order = new Map<LedgerFilm, number>();
  // By Name and Year: films of watched and ratings, of the other files, and those without an address.
  const seen = new Map<string, LedgerFilm[]>();
  const other = new Map<string, LedgerFilm[]>();
  const own = new Map<string, LedgerFilm[]>();
  const ownByName = new Map<string, Set<LedgerFilm>>();
  const settled = new Map<FilmRow, LedgerFilm>();

  const candidates = (nameKey: string): readonly LedgerFilm[] =>
    seen.get(nameKey) ?? other.get(nameKey) ?? own.get(nameKey) ?? [];
  // Few exports ever ask, so what is looked into is made when one does.
  let byNameAlone: Map<string, Set<LedgerFilm>>[] | null = null;
  const nameKeyFor = (name: string): string | null => {
    byNameAlone ??= [regroupedByName(seen), regroupedByName(other), ownByName];
    const sought = name.normalize("NFC");
    const tier = byNameAlone.findIndex((byName) => byName.has(sought));
    const withoutYear = nameKeyOf(name, null);
    if ([seen, other, own][tier]?.has(withoutYear)) return withoutYear;
    const [film, ...others] = byNameAlone[tier]?.get(sought) ?? [];
    return film && others.length === 0 ? nameKeyOf(film.name, film.year) : null;
  };
  const ownFilm = (row: FilmRow): LedgerFilm => {
    const [known] = own.get(row.nameKey) ?? [];
    if (known) return known;
    const film = newFilm(row.nameKey, row, null);
    own.set(row.nameKey, [film]);
    const name = row.name.normalize("NFC");
    ownByName.set(name, (ownByName.get(name) ?? new Set()).add(film));
    if (!order.has(film)) order.set(film, order.size);
    return film;
  };
  const filmOf = (row: FilmRow): LedgerFilm => {
    const film = row.uri === null ? candidates(row.nameKey)[0] : byUri.get(row.uri);
    return settled.get(row) ?? film ?? ownFilm(row);
  };

  const tiers = [
    { rows: [...(watched ?? []), ...(ratings ?? [])], byName: seen },
    {
      rows: [...(likes ?? []), ...(watchlist ?? []), ...lists.flatMap(({ items }) => items)],
      byName: other,
    },
  ];
  for (const { uri, year } of tiers.flatMap(({ rows }) => rows)) {
    if (uri !== null && year !== null && !yearOf.has(uri)) yearOf.set(uri, year);
  }
  for (const { rows, byName } of tiers) {
    for (const row of rows) {
      if (row.uri === null) continue;
      const year = row.year ?? yearOf.get(row.uri) ?? null;
      const film = byUri.get(row.uri) ?? newFilm(row.uri, { ...row, year }, row.uri);
      byUri.set(row.uri, film);
      // Where a row lacks the Year that another file has, entries may lack it, too, or have it.
      const keys = year === row.year ? [row.nameKey] : [row.nameKey, nameKeyOf(row.name, year)];
      for (const key of keys) {
        const sameName = byName.get(key);
        if (!sameName) byName.set(key, [film]);
        else if (!sameName.includes(film)) sameName.push(film);
      }
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
    const [film = ownFilm(row)] = candidates(nameKeyFor(row.name) ?? row.nameKey);
    settled.set(row, film);
    if (!order.has(film)) order.set(film, order.size);
  }
  const rank = (film: LedgerFilm): number => order.get(film) ?? 0;

  return {
    filmOf,
    candidates,
    nameKeyFor,
    ownFilm,
    all: () => [...byUri.values(), ...[...own.values()].flat()].sort((a, b) => rank(a) - rank(b)),
  };
}

/** From films by Name and Year to films by Name. */
function regroupedByName(byNameKey: Map<string, LedgerFilm[]>): Map<string, Set<LedgerFilm>> {
  const byName = new Map<string, Set<LedgerFilm>>();
  for (const [key, films] of byNameKey) {
    const name = key.slice(0, key.indexOf("\0"));
    byName.set(name, new Set([...(byName.get(name) ?? []), ...films]));
  }
  return byName;
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
