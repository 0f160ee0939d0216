import { allKinds, type Kind, kindOf } from "../library/kinds.ts";
import { allRoles } from "../roles.ts";
import type { Site } from "../site.ts";
import { capital } from "../words/richText.ts";
import { groupRanking } from "./groups/rankingPage.ts";
import { countCrew, crewPages } from "./people/crewPages.ts";
import { crewFolder, seenIn, seenTwice } from "./people/rolePeople.ts";
import { roleRanking } from "./people/roleRanking.ts";
import type { Section } from "./section.ts";

/** The line at the top of a wide screen has room for a few. */
const kindsInLine: Kind[] = ["genre", "country"];

/** All rankings of people or groups, in the order of the navigation. */
export const rankings: Section[] = [
  ...allRoles.flatMap(({ role, many, folder, pageFrom }): Section[] =>
    folder
      ? [
          {
            folder,
            name: capital(many),
            part: "People",
            isInLine: true,
            count: ({ library }) => (pageFrom > 1 ? seenTwice : seenIn)(library, role).length,
            pages: (site) => roleRanking(site, role),
          },
        ]
      : [],
  ),
  {
    folder: crewFolder,
    name: "Crew",
    part: "People",
    count: ({ library }: Site) => countCrew(library),
    pages: crewPages,
  },
  ...allKinds.map(
    (kind): Section => ({
      folder: kindOf(kind).folder,
      name: capital(kindOf(kind).many),
      part: "Kinds",
      isInLine: kindsInLine.includes(kind),
      count: ({ library }) =>
        library.groups[kind].filter(({ films }) => films.length >= kindOf(kind).pageFrom).length,
      pages: (site) => groupRanking(site, kind),
    }),
  ),
];
