import type { CanonFile } from "../letterboxd/canonFiles.ts";
import type { CanonRow } from "../letterboxd/canonTable.ts";
import type { LedgerFilm } from "../letterboxd/ledger.ts";
import { canonKey, findCanonFilms } from "../tmdb/match/findCanonFilms.ts";
import { type Metadata, matchedPage } from "../tmdb/metadata.ts";
import { addresses, slug } from "./address.ts";
import type { Film } from "./film.ts";
import type { CanonList, Title } from "./title.ts";

/** Makes the title of a film of the export, seen or not. */
export function titlesOf(
  films: ReadonlyMap<LedgerFilm, Film>,
  metadata: ReadonlyMap<string, Metadata>,
): (film: LedgerFilm) => Title {
  return (film) => ({
    ...known(metadata.get(film.key)),
    name: film.name,
    year: film.year,
    film: films.get(film) ?? null,
    uri: film.uri,
    watchlisted: film.watchlisted,
  });
}

/** The canon lists with their titles. */
export function canonLists(
  lists: readonly CanonFile[],
  {
    films,
    metadata,
    titleOf,
    knowsUnseen,
  }: {
    films: readonly LedgerFilm[];
    metadata: ReadonlyMap<string, Metadata>;
    titleOf: (film: LedgerFilm) => Title;
    knowsUnseen: boolean;
  },
): CanonList[] {
  const paths = addresses("lists", lists, ({ id }) => ({ title: slug(id), code: id, key: id }));
  const titleOfRow = (row: CanonRow): Title => {
    const unseen = known(metadata.get(canonKey(row)));
    const own = { name: row.name, year: row.year, film: null, uri: null, watchlisted: null };
    return { ...unseen, ...own, page: row.page ?? unseen.page };
  };
  /** With the list's spelling: the export's would give away that a withheld watchlist has the film. */
  const titleOfUnseen = (row: CanonRow, film: LedgerFilm | null): Title => {
    const title = titleOfRow(row);
    if (!film) return title;
    const more = knowsUnseen ? known(metadata.get(film.key)) : title;
    return {
      ...title,
      ...more,
      page: row.page ?? more.page,
      watchlisted: film.watchlisted,
    };
  };
  return lists.map((list) => ({
    id: list.id,
    name: list.name,
    path: paths.get(list) ?? "",
    items: findCanonFilms(list, films, metadata).map(({ row, film }) => ({
      position: row.position,
      title: film?.seen ? titleOf(film) : titleOfUnseen(row, film),
    })),
  }));
}

function known(metadata: Metadata | undefined) {
  const details = metadata?.film ?? null;
  const series = metadata?.series ?? null;
  return {
    page: metadata ? matchedPage(metadata.match) : null,
    details,
    series,
    runtime: details?.runtime ?? null,
    groups: { genre: details?.genres ?? [] },
  };
}
