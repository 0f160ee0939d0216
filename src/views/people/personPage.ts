import type { Person } from "../../library/person.ts";
import { type Role, roles } from "../../roles.ts";
import type { Site } from "../../site.ts";
import { enoughRatings } from "../../stats/finding.ts";
import { type PersonFacts, personFacts } from "../../stats/personFacts.ts";
import { describePerson, rolesInWords, seenWhen } from "../../words/person.ts";
import { capital } from "../../words/richText.ts";
import { type BlockPage, blocksOf } from "../block.ts";
import { ratingsInOrderBlock } from "../filmBlocks.ts";
import { companionsBlock } from "./person/companions.ts";
import { personFigures } from "./person/figures.ts";
import { archiveBlock, filmsBlock } from "./person/films.ts";
import { unseenBlocks } from "./person/unseen.ts";

type Link = [path: string, name: string];

/** The page of a person for all their roles. */
export function personPage(site: Site, person: Person): BlockPage {
  const facts = personFacts(site.library, person);
  return {
    title: person.name,
    description: describePerson(site, facts),
    above: [rankingOf(facts)],
    heading: [person.name],
    kicker: [`${rolesInWords(site, facts)}.`],
    figures: personFigures(site, facts),
    remark: seenWhen(site, facts),
    blocks: blocksOf([
      ratingsInOrderBlock(site, facts.films, {
        title: "Your ratings along the career",
        chartTitle: `Ratings of films with ${person.name}`,
        least: enoughRatings,
      }),
      filmsBlock(facts),
      ...unseenBlocks(site, facts),
      companionsBlock(site, facts),
      archiveBlock(facts),
    ]),
  };
}

/** The ranking of the role with the most films, or all people where that role has none. */
function rankingOf({ roles: [main] }: PersonFacts): Link {
  return (main && rankingLink(main.role)) ?? ["/people/", "People"];
}

const rankingLink = (role: Role): Link | null => {
  const { many, folder }: { many: string; folder?: string } = roles[role];
  return folder ? [`/${folder}/`, capital(many)] : null;
};

/** The ranking above the register. */
export const directorsLink: Link = [`/${roles.director.folder}/`, capital(roles.director.many)];
