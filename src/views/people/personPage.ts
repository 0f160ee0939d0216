import type { Person } from "../../library/person.ts";
import { remembered } from "../../remembered.ts";
import { isCrewRole, roles } from "../../roles.ts";
import type { Site } from "../../site.ts";
import { enoughRatings } from "../../stats/finding.ts";
import { type PersonFacts, personFacts } from "../../stats/personFacts.ts";
import { describePerson, rolesInWords, seenWhen } from "../../words/person.ts";
import { capital } from "../../words/richText.ts";
import { type BlockPage, blocksOf } from "../block.ts";
import { ratingsInOrderBlock } from "../filmBlocks.ts";
import { overTime } from "../groups/timeBlocks.ts";
import { companionsBlock } from "./person/companions.ts";
import { personFigures } from "./person/figures.ts";
import { archiveBlock, filmsBlock } from "./person/films.ts";
import { unseenBlocks } from "./person/unseen.ts";
import { crewFolder, crewRolesWithPage, rolePath } from "./rolePeople.ts";

type Link = [path: string, name: string];

/** The page of a person for all their roles. */
export function personPage(site: Site, person: Person): BlockPage {
  const facts = personFacts(site.library, person);
  return {
    title: person.name,
    description: describePerson(site, facts),
    above: rankingsAbove(site, facts),
    heading: [person.name],
    kicker: [`${rolesInWords(site, facts)}.`],
    figures: personFigures(site, facts),
    remark: seenWhen(site, facts),
    blocks: blocksOf([
      ratingsInOrderBlock(site, facts.own, {
        title: "Your ratings along the career",
        chartTitle: `Ratings of films with ${person.name}`,
        least: enoughRatings,
      }),
      filmsBlock(facts),
      ...unseenBlocks(site, facts),
      overTime(site, facts),
      companionsBlock(site, facts),
      archiveBlock(facts),
    ]),
  };
}

/** The rankings of the role with the most films. */
function rankingsAbove({ library }: Site, { roles: [main] }: PersonFacts): Link[] {
  if (!main) return [];
  const { role } = main;
  const own: Link = [rolePath(role), capital(roles[role].many)];
  if (!isCrewRole(role)) return [own];
  return [[`/${crewFolder}/`, "Crew"], ...(rankedCrew(library).includes(role) ? [own] : [])];
}

const rankedCrew = remembered(crewRolesWithPage);

/** The ranking above the register. */
export const directorsLink: Link = [rolePath("director"), capital(roles.director.many)];
