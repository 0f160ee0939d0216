import { allKinds, type Kind, kindOf } from "../library/kinds.ts";
import type { Library } from "../library/library.ts";
import { allRoles } from "../roles.ts";
import type { Site } from "../site.ts";
import { capital } from "../words/richText.ts";
import { groupRanking } from "./groups/rankingPage.ts";
import { countCrew, crewPages } from "./people/crewPages.ts";
import { crewFolder, seenIn, seenTwice } from "./people/rolePeople.ts";
import { roleRanking } from "./people/roleRanking.ts";
import type { RankingPage } from "./rankedPages.ts";

/** Pages that rank people or groups, as one section of the site. */
export interface Ranking {
  /** Its address, below the site's root. */
  folder: string;
  /** What the navigation calls it. */
  name: string;
  /** How many people or groups it has. */
  count: (library: Library) => number;
  /** Its pages, the first one first. */
  pages: (site: Site) => RankingPage[];
}

/** Kinds whose members can have pages; the others have no ranking. */
export const kindsWithPages: Kind[] = allKinds.filter((kind) =>
  Number.isFinite(kindOf(kind).pageFrom),
);

/** All rankings of people or groups, in the order of the navigation. */
export const rankings: Ranking[] = [
  ...allRoles.flatMap(({ role, many, folder, pageFrom }) =>
    folder
      ? [
          {
            folder,
            name: capital(many),
            count: (library: Library) => (pageFrom > 1 ? seenTwice : seenIn)(library, role).length,
            pages: (site: Site) => roleRanking(site, role),
          },
        ]
      : [],
  ),
  { folder: crewFolder, name: "Crew", count: countCrew, pages: crewPages },
  ...kindsWithPages.map((kind) => ({
    folder: kindOf(kind).folder,
    name: capital(kindOf(kind).many),
    count: ({ groups }: Library) =>
      groups[kind].filter(({ films }) => films.length >= kindOf(kind).pageFrom).length,
    pages: (site: Site) => groupRanking(site, kind),
  })),
];

/** Every page of every ranking, in the shape of Astro's getStaticPaths. */
export const rankingRoutes = (site: Site) =>
  rankings.flatMap(({ pages }) =>
    pages(site).map(({ path, view }) => {
      const [ranking, ...rest] = path.split("/").filter((part) => part !== "");
      return { params: { ranking, page: rest.join("/") || undefined }, props: { view } };
    }),
  );

/** Every group that has a page, in the shape of Astro's getStaticPaths. */
export const membersWithPage = ({ library }: Site) =>
  Object.values(library.groups)
    .flat()
    .flatMap((group) => {
      const [, ranking, member] = group.path?.split("/") ?? [];
      return member ? [{ params: { ranking, member }, props: { group } }] : [];
    });
