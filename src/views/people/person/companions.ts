import { roles } from "../../../roles.ts";
import type { Site } from "../../../site.ts";
import type { PersonFacts } from "../../../stats/personFacts.ts";
import { seenTogether } from "../../../stats/seenTogether.ts";
import type { Block } from "../../block.ts";

/** The most names of the list. */
const mostNames = 12;

/** The people who worked on the same films. */
export function companionsBlock(
  { format, href }: Site,
  { person, films }: PersonFacts,
): Block | null {
  const all = seenTogether(person, films);
  if (all.length === 0) return null;
  const names = all.slice(0, mostNames).map(({ person: { name, path }, films: common, role }) => ({
    name,
    href: path && href(path),
    note: `${roles[role].one}, ${format.count(common, "film").replace(" ", "\u00a0")}`,
  }));
  const rest = all.length - names.length;
  return {
    id: "together",
    title: "Seen together with",
    shown: [
      { as: "names", names },
      ...(rest > 0
        ? [
            {
              as: "small" as const,
              text: [
                `${format.integer(rest)} more ${rest === 1 ? "person has" : "people have"} two or more of these films in common.`,
              ],
            },
          ]
        : []),
    ],
  };
}
