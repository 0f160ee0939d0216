import type { Group } from "../../library/group.ts";
import { type Role, roles } from "../../roles.ts";
import type { Site } from "../../site.ts";
import { enoughToDraw } from "../../stats/finding.ts";
import { mostSeen } from "../../stats/mostSeen.ts";
import { peopleNote } from "../../words/groupBlocks.ts";
import { capital } from "../../words/richText.ts";
import type { Block } from "../block.ts";
import { countRows } from "../rankRows.ts";

/** People in each list. */
const listed = 8;
/** In both of two films is nearly everybody of a sequel. */
const enoughFilms = 3;

/** The people with most of a group's films in one role: a ranking, or names if the films are few. */
export const peopleBlock =
  (role: Role) =>
  (site: Site, { films }: Pick<Group, "films">): Block | null => {
    const rows = films.length < enoughFilms ? [] : mostSeen(films, role, listed);
    if (rows.length === 0) return null;
    const { format, href } = site;
    const frame = { id: `${role}s`, title: capital(roles[role].many), isHalf: true };
    if (films.length < enoughToDraw) {
      const names = rows.map(({ subject: { name, path }, films: count }) => ({
        name,
        href: path && href(path),
        note: format.count(count, "film"),
      }));
      return { ...frame, shown: [{ as: "names", names }] };
    }
    return {
      ...frame,
      shown: [
        { as: "ranks", rows: countRows(rows, "films", { format, href }) },
        { as: "small", text: peopleNote },
      ],
    };
  };
