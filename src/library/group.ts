import type { Film } from "./film.ts";

/** Seen films that share a genre, country, language or decade. */
export interface Group {
  /** TMDB's genre id, ISO code or the decade's first year. */
  id: string;
  name: string;
  /** Address of its page; null while it has none. */
  path: string | null;
  films: Film[];
}

/** Groups by id, made when first asked for. */
export class Groups {
  readonly #groups = new Map<string, Group>();
  readonly #nameOf: (id: string) => string;

  constructor(nameOf: (id: string) => string) {
    this.#nameOf = nameOf;
  }

  /** Puts the film into the group and returns the group. */
  add(id: string, film: Film): Group {
    let group = this.#groups.get(id);
    if (!group) {
      group = { id, name: this.#nameOf(id), path: null, films: [] };
      this.#groups.set(id, group);
    }
    group.films.push(film);
    return group;
  }

  all(): Group[] {
    return [...this.#groups.values()];
  }
}
