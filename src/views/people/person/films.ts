import type { PersonFacts } from "../../../stats/personFacts.ts";
import { rolesOfFilm } from "../../../words/person.ts";
import type { Block } from "../../block.ts";

/** Every film with a credit once, newest release first. */
export const filmsBlock = (facts: PersonFacts): Block => ({
  id: "films",
  title: facts.films.length === 1 ? "The film" : "The films",
  shown: [
    {
      as: "films",
      rows: facts.credited.map((credited) => ({
        film: credited.film,
        note: rolesOfFilm(credited, facts),
      })),
    },
  ],
});

/** Films that show somebody only in old footage. */
export const archiveBlock = ({ archives }: PersonFacts): Block | null =>
  archives.length > 0
    ? {
        id: "archive",
        title: "In archive footage",
        shown: [
          { as: "columns", films: archives },
          { as: "small", text: ["No figure counts these films."] },
        ],
      }
    : null;
