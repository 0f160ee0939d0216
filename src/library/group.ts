import type { ListedFilm } from "../tmdb/client/filmList.ts";
import type { Film } from "./film.ts";
import { type Kind, kindOf, type Member, type MemberSource } from "./kinds.ts";
import { Spellings } from "./spellings.ts";

/** Seen films that have something in common: a genre, a country, a collection … */
export interface Group {
  kind: Kind;
  /** TMDB's id, an ISO code or the decade's first year. */
  id: string;
  name: string;
  /** Address of its page, without the base path; null if it has no page. */
  path: string | null;
  films: Film[];
  /** TMDB's list of all its films, seen or not; null if TMDB was not asked. */
  parts: ListedFilm[] | null;
}

/** The groups of one kind, made when a film first belongs to them. */
export class Groups {
  readonly #kind: Kind;
  readonly #groups = new Map<string, Group>();
  readonly #spellings = new Spellings<string>();
  readonly #parts: ReadonlyMap<number, ListedFilm[]>;

  /** @param parts TMDB's lists of films, by the id of a group */
  constructor(kind: Kind, parts: ReadonlyMap<number, ListedFilm[]>) {
    this.#kind = kind;
    this.#parts = parts;
  }

  /** Puts the film into its groups, once into each, and returns them. */
  add(film: Film, source: MemberSource): Group[] {
    // TMDB lists some studios and keywords of a film twice.
    const members = new Map(
      kindOf(this.#kind)
        .membersOf(source)
        .map((member) => [member.id, member]),
    );
    return [...members.values()].map((member) => {
      this.#spellings.add(member);
      const group = this.#groups.get(member.id) ?? this.#create(member);
      group.films.push(film);
      return group;
    });
  }

  #create({ id, name }: Member): Group {
    const group: Group = {
      kind: this.#kind,
      id,
      name,
      path: null,
      films: [],
      parts: this.#parts.get(Number(id)) ?? null,
    };
    this.#groups.set(id, group);
    return group;
  }

  /** All groups, each with the spelling that most of its films have. */
  all(): Group[] {
    for (const group of this.#groups.values()) group.name = this.#spellings.of(group.id);
    return [...this.#groups.values()];
  }
}
