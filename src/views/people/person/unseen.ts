import type { Role } from "../../../roles.ts";
import type { Site } from "../../../site.ts";
import type { PersonFacts } from "../../../stats/personFacts.ts";
import { whatIsListed } from "../../../words/known.ts";
import type { Block } from "../../block.ts";

interface RoleWords {
  id: string;
  /** After the number of films. */
  did: string;
  /** Which films TMDB lists. */
  where: (name: string) => string;
  /** What readers may not expect among them. */
  included: string;
}

const roleWords: Partial<Record<Role, RoleWords>> = {
  director: {
    id: "directed",
    did: "directed",
    where: (name) => `with ${name} as director`,
    included: "shorts",
  },
  actor: {
    id: "acted",
    did: "acted in",
    where: (name) => `with ${name} in the cast`,
    included: "small parts",
  },
};

/** The films of each role that were not seen, where TMDB listed its films. */
export const unseenBlocks = (
  { library, format }: Site,
  { person, careers }: PersonFacts,
): (Block | null)[] =>
  careers.map(({ role, total, missing }) => {
    const words = roleWords[role];
    if (!words) return null;
    const { id, did, where, included } = words;
    const title =
      missing.length === 0
        ? `All ${format.count(total, "film")} ${did} seen`
        : `${format.count(missing.length, "film")} ${did} not yet seen`;
    return {
      id,
      title,
      shown: [
        ...(missing.length > 0 ? [{ as: "missing" as const, films: missing }] : []),
        { as: "small", text: whatIsListed(library, where(person.name), included) },
      ],
    };
  });
