import type { CanonFile } from "../../letterboxd/canonFiles.ts";
import type { CanonRow } from "../../letterboxd/canonTable.ts";
import type { LedgerFilm } from "../../letterboxd/ledger.ts";
import { type Metadata, matchedPage } from "../metadata.ts";
import { normaliseTitle } from "./normaliseTitle.ts";

/** A row of a canon list, and the film of the export that it means; null if the export has none. */
export interface FoundRow {
  row: CanonRow;
  film: LedgerFilm | null;
}

type KnownMetadata = ReadonlyMap<string, Metadata>;

/** The key of a row's metadata, if no film of the export has it. */
export const canonKey = ({ page, name, year }: CanonRow): string =>
  page ? `canon/${page}` : `${name}\0${year ?? ""}`;

/**
 * Finds the film of each row: by its page at TMDB if the list and the match of the film both say one,
 * otherwise by name and year. Seen films come first. A film is found once in a list.
 *
 * Names are compared as written, then without accents and punctuation, then in TMDB's spellings with the
 * year of TMDB's main date.
 */
export function findCanonFilms(
  { rows }: CanonFile,
  films: readonly LedgerFilm[],
  metadata: KnownMetadata,
): FoundRow[] {
  const index = indexOf(films, metadata);
  const found = new Map<CanonRow, LedgerFilm>();
  const taken = new Set<LedgerFilm>();
  const take = (row: CanonRow, film: LedgerFilm | undefined) => {
    if (!film || taken.has(film) || found.has(row)) return;
    found.set(row, film);
    taken.add(film);
  };
  for (const row of rows) if (row.page) take(row, index.byPage.get(row.page));
  for (const titles of index.byTitle) {
    for (const row of rows.filter(({ isFoundByName }) => isFoundByName)) {
      const films = titles.get(row) ?? [];
      take(
        row,
        films.find((film) => !taken.has(film) && !(row.page && index.hasPage(film))),
      );
    }
  }
  return rows.map((row) => ({ row, film: found.get(row) ?? null }));
}

type Spelt = Pick<CanonRow, "name" | "year">;

class Titles {
  readonly #films = new Map<string, LedgerFilm[]>();
  readonly #spell: (name: string) => string;

  constructor(spell: (name: string) => string) {
    this.#spell = spell;
  }

  add(title: Spelt, film: LedgerFilm): void {
    const key = this.#keyOf(title);
    this.#films.set(key, [...(this.#films.get(key) ?? []), film]);
  }

  get(title: Spelt): LedgerFilm[] | undefined {
    return this.#films.get(this.#keyOf(title));
  }

  #keyOf({ name, year }: Spelt): string {
    return `${this.#spell(name)}\0${year ?? ""}`;
  }
}

function indexOf(films: readonly LedgerFilm[], metadata: KnownMetadata) {
  const byPage = new Map<string, LedgerFilm>();
  const exact = new Titles((name) => name.normalize("NFC"));
  const folded = new Titles(normaliseTitle);
  const atTmdb = new Titles(normaliseTitle);
  const pageOf = ({ key }: LedgerFilm) => {
    const match = metadata.get(key)?.match;
    return match ? matchedPage(match) : null;
  };
  const seenFirst = [...films.filter(({ seen }) => seen), ...films.filter(({ seen }) => !seen)];
  for (const film of seenFirst) {
    const page = pageOf(film);
    if (page && !byPage.has(page)) byPage.set(page, film);
    exact.add(film, film);
    folded.add(film, film);
    const details = metadata.get(film.key)?.film;
    if (!details) continue;
    const year = details.releaseDate ? Number(details.releaseDate.slice(0, 4)) : film.year;
    for (const name of new Set([film.name, details.title, details.originalTitle])) {
      atTmdb.add({ name, year }, film);
    }
  }
  return {
    byPage,
    byTitle: [exact, folded, atTmdb],
    hasPage: (film: LedgerFilm) => pageOf(film) !== null,
  };
}
