import { compareText } from "../compareText.ts";
import type { Viewing } from "../letterboxd/ledger.ts";
import type { Film } from "../library/film.ts";
import type { Library } from "../library/library.ts";
import type { Person } from "../library/person.ts";
import { careers } from "./careers.ts";
import { creditedFilms, onlyInArchives, roleCounts } from "./creditedFilms.ts";

export type PersonFacts = ReturnType<typeof personFacts>;

/** Everything that a person's page states. */
export function personFacts(library: Library, person: Person) {
  const credited = creditedFilms(person);
  const films = credited.map(({ film }) => film);
  return {
    person,
    credited,
    films,
    /** Without those that list them only as themselves, which may be of any time. */
    own: credited
      .filter(({ roles, isOneself }) => !(isOneself && roles.length === 1))
      .map(({ film }) => film),
    roles: roleCounts(credited),
    viewings: viewingsOf(films),
    undated: films.filter(({ viewings }) => viewings.length === 0).length,
    careers: careers(library, person, credited),
    archives: onlyInArchives(person, credited),
  };
}

/** Oldest first. */
const viewingsOf = (films: readonly Film[]): Viewing[] =>
  films.flatMap(({ viewings }) => viewings).sort((a, b) => compareText(a.date, b.date));
