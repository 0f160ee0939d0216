import type { LedgerFilm } from "./ledger.ts";
import type { ExportRows, FilmRow } from "./rows.ts";

/** Every film of an export, findable by address and by Name and Year. */
export interface FilmIndex {
  /** The film of a row that holds a film's address, or none. */
  filmOf(row: FilmRow): LedgerFilm;
  /**
   * The films a row of Name and Year may mean, in file order: those of watched and ratings, those of
   * likes, watchlist and lists only if there is none. Empty when no file that names films has it.
   */
  candidates(nameKey: string): readonly LedgerFilm[];
  /** The same by Name alone. */
  namesakes(name: string): readonly LedgerFilm[];
  /** A film no address is known of; one per Name and Year. */
  ownFilm(row: FilmRow): LedgerFilm;
  /** Films in the order of their first row. */
  all(): LedgerFilm[];
}

export function filmIndex({ watched, ratings, likes, watchlist, lists }: ExportRows): FilmIndex {
  const byUri = new Map<string, LedgerFilm>();
  const own = new Map<string, LedgerFilm>();
  const order = new Map<LedgerFilm, number>();
  const seenByName = new Map<string, LedgerFilm[]>();
  const otherByName = new Map<string, LedgerFilm[]>();

  // Few exports ever ask, so what is looked into is made when one does.
  let byNameAlone: Map<string, LedgerFilm[]>[] | null = null;
  const namesakes = (name: string): readonly LedgerFilm[] => {
    byNameAlone ??= [seenByName, otherByName].map((byName) =>
      Map.groupBy([...byName.values()].flat(), ({ name }) => name.normalize("NFC")),
    );
    const found = byNameAlone.map((byName) => byName.get(name.normalize("NFC")));
    return found.find((films) => films !== undefined) ?? [];
  };
  const candidates = (nameKey: string): readonly LedgerFilm[] => {
    const film = own.get(nameKey);
    return seenByName.get(nameKey) ?? otherByName.get(nameKey) ?? (film ? [film] : []);
  };
  const ownFilm = (row: FilmRow): LedgerFilm => {
    const film = own.get(row.nameKey) ?? newFilm(row.nameKey, row, null);
    own.set(row.nameKey, film);
    if (!order.has(film)) order.set(film, order.size);
    return film;
  };
  const filmOf = (row: FilmRow): LedgerFilm =>
    (row.uri === null ? candidates(row.nameKey)[0] : byUri.get(row.uri)) ?? ownFilm(row);

  const tiers = [
    { rows: [...(watched ?? []), ...(ratings ?? [])], byName: seenByName },
    {
      rows: [...(likes ?? []), ...(watchlist ?? []), ...lists.flatMap(({ items }) => items)],
      byName: otherByName,
    },
  ];
  for (const { rows, byName } of tiers) {
    for (const row of rows) {
      if (row.uri === null) continue;
      const film = byUri.get(row.uri) ?? newFilm(row.uri, row, row.uri);
      byUri.set(row.uri, film);
      const sameName = byName.get(row.nameKey);
      if (!sameName) byName.set(row.nameKey, [film]);
      else if (!sameName.includes(film)) sameName.push(film);
    }
  }
  // Rows without an address wait until every address is known, since the film's own row may follow.
  for (const row of tiers.flatMap(({ rows }) => rows)) {
    const film = filmOf(row);
    if (!order.has(film)) order.set(film, order.size);
  }
  const rank = (film: LedgerFilm): number => order.get(film) ?? 0;

  return {
    filmOf,
    candidates,
    namesakes,
    ownFilm,
    all: () => [...byUri.values(), ...own.values()].sort((a, b) => rank(a) - rank(b)),
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
