import type { LedgerFilm } from "./ledger.ts";
import { nameKeyOf } from "./rows.ts";

/** Films by Name and Year, and by Name alone, in the order in which they were added. */
export class FilmsByTitle {
  readonly #byNameKey = new Map<string, LedgerFilm[]>();
  readonly #byName = new Map<string, LedgerFilm[]>();

  add(nameKey: string, film: LedgerFilm): void {
    for (const [films, key] of [
      [this.#byNameKey, nameKey],
      [this.#byName, nameIn(nameKey)],
    ] as const) {
      const known = films.get(key);
      if (!known) films.set(key, [film]);
      else if (!known.includes(film)) known.push(film);
    }
  }

  films(nameKey: string): readonly LedgerFilm[] | undefined {
    return this.#byNameKey.get(nameKey);
  }

  hasName(name: string): boolean {
    return this.#byName.has(name.normalize("NFC"));
  }

  /** Name and Year of the film without a Year, else of the only film of the Name; null if there are several. */
  nameKeyFor(name: string): string | null {
    const withoutYear = nameKeyOf(name, null);
    if (this.#byNameKey.has(withoutYear)) return withoutYear;
    const [film, ...others] = this.#byName.get(name.normalize("NFC")) ?? [];
    return film && others.length === 0 ? nameKeyOf(film.name, film.year) : null;
  }
}

const nameIn = (nameKey: string): string => nameKey.slice(0, nameKey.indexOf("\0"));
