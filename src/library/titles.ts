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
  }: {
    films: readonly LedgerFilm[];
    metadata: ReadonlyMap<string, Metadata>;
    titleOf: (film: LedgerFilm) => Title;
  },
): CanonList[] {
  const paths = addresses("lists", lists, ({ id }) => ({ title: slug(id), code: id, key: id }));
  const titleOfRow = (row: CanonRow): Title => {
    const unseen = known(metadata.get(canonKey(row)));
    const own = { name: row.name, year: row.year, film: null, uri: null, watchlisted: null };
    return { ...unseen, ...own, page: row.page ?? unseen.page };
  };
  return lists.map((list) => ({
    id: list.id,
    name: list.name,
    path: paths.get(list) ?? "",
    items: findCanonFilms(list, films, metadata).map(({ row, film }) => ({
      position: row.position,
      title: film ? titleOf(film) : titleOfRow(row),
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
