import { isArchiveFootage } from "../characters.ts";
import type { Role } from "../roles.ts";
import type { Filmography } from "../tmdb/client/filmList.ts";
import type { CastMember, CrewMember } from "../tmdb/metadata.ts";
import { addCredit, type Credits, noCredits } from "./credits.ts";
import type { Film } from "./film.ts";
import { Spellings } from "./spellings.ts";

/** A person with a credit on a seen film, identified by TMDB id and not by name. */
export interface Person {
  id: number;
  /** The most frequent spelling of the credits. */
  name: string;
  /** Address of the person's page, without the base path; null if they have no page. */
  path: string | null;
  /** As TMDB records it: 1 female, 2 male, 3 non-binary; null if it records nothing. */
  gender: 1 | 2 | 3 | null;
  /** Seen films by role. Cast credits count down to the fifteenth billing. */
  credits: Credits<Film>;
  /** Seen films that show them in archive footage only; they are in no ranking. */
  archiveFootage: readonly Film[];
  /** TMDB's lists of all films they directed and acted in; null if TMDB was not asked. */
  filmography: Filmography | null;
}

/** The number of films that somebody has a credit on, in whatever role. */
export const countFilms = ({ credits }: { credits: Credits<unknown> }): number =>
  new Set(Object.values(credits).flat()).size;

const none: readonly Film[] = [];

/** All people, made when their first credit is added. */
export class People {
  readonly #people = new Map<number, Person>();
  readonly #spellings = new Spellings<number>();
  readonly #filmographies: ReadonlyMap<number, Filmography>;

  /** @param filmographies TMDB's lists of films, by the id of a person */
  constructor(filmographies: ReadonlyMap<number, Filmography>) {
    this.#filmographies = filmographies;
  }

  /** Connects the film and its people by their credits. */
  addCredits(film: Film): void {
    const { crew, cast } = film.details ?? { crew: [], cast: [] };
    for (const member of crew) this.#add(film, member.role, member);
    for (const member of cast) {
      if (!isArchiveFootage(member.character)) this.#add(film, "actor", member);
      else {
        const person = this.#personOf(member);
        person.archiveFootage = [...person.archiveFootage, film];
      }
    }
  }

  #add(film: Film, role: Role, member: CastMember | CrewMember): void {
    const person = this.#personOf(member);
    addCredit(person.credits, role, film);
    addCredit(film.credits, role, person);
  }

  #personOf({ id, name, gender }: CastMember | CrewMember): Person {
    this.#spellings.add({ id, name });
    const person = this.#people.get(id) ?? this.#create(id, name);
    person.gender ??= gender ?? null;
    return person;
  }

  #create(id: number, name: string): Person {
    const filmography = this.#filmographies.get(id) ?? null;
    const person: Person = {
      id,
      name,
      path: null,
      gender: null,
      credits: noCredits(),
      archiveFootage: none,
      filmography,
    };
    this.#people.set(id, person);
    return person;
  }

  get(id: number): Person | undefined {
    return this.#people.get(id);
  }

  /** All of them, each with the spelling that most of their credits have. */
  all(): Person[] {
    for (const person of this.#people.values()) person.name = this.#spellings.of(person.id);
    return [...this.#people.values()];
  }
}
