import type { Role } from "../../../roles.ts";
import type { Site } from "../../../site.ts";
import type { PersonFacts } from "../../../stats/personFacts.ts";
import type { Block } from "../../block.ts";
import { missingBlock } from "../../filmBlocks.ts";

interface RoleWords {
  id: string;
  did: string;
  /** What TMDB's list contains. */
  which: (name: string) => string;
}

const roleWords: Partial<Record<Role, RoleWords>> = {
  director: {
    id: "directed",
    did: "Directed",
    which: (name) => `with ${name} as director at TMDB, shorts among them,`,
  },
  actor: {
    id: "acted",
    did: "Acted in",
    which: (name) => `with ${name} in the cast at TMDB, small parts among them,`,
  },
};

/** What is missing of each role whose films TMDB listed. */
export const unseenBlocks = (site: Site, { person, careers }: PersonFacts): (Block | null)[] =>
  careers.map(({ role, ...state }) => {
    const words = roleWords[role];
    if (!words) return null;
    const { format } = site;
    const seen =
      state.missing.length === 0
        ? `all ${format.integer(state.total)}`
        : `${format.integer(state.seen)} of ${format.integer(state.total)}`;
    const title = `${words.did}: ${seen} seen`;
    return missingBlock(site, state, words.which(person.name), { id: words.id, title });
  });
