import { allKinds, type Kind, kindOf } from "../library/kinds.ts";
import type { Library } from "../library/library.ts";
import { allRoles, type Role, type roles } from "../roles.ts";
import type { Site } from "../site.ts";
import { capital } from "../words/richText.ts";
import type { BlockPage } from "./block.ts";
import { rankingPage } from "./groups/rankingPage.ts";
import { directorsPage } from "./people/directorsPage.ts";

/** A page that ranks groups or people. */
export interface Ranking {
  /** Its address, below the site's root. */
  folder: string;
  /** What the navigation calls it. */
  name: string;
  /** How many rows it has. */
  count: (library: Library) => number;
  view: (site: Site) => BlockPage;
}

/** Kinds whose members can have pages; the others have no ranking. */
export const kindsWithPages: Kind[] = allKinds.filter((kind) =>
  Number.isFinite(kindOf(kind).pageFrom),
);

/** The page of each role that has a ranking: TypeScript asks for it. */
const roleViews: Record<RankedRole, Ranking["view"]> = { director: directorsPage };
type RankedRole = {
  [Key in Role]: (typeof roles)[Key] extends { folder: string } ? Key : never;
}[Role];

/** Every page that ranks people or groups, in the order of the navigation. */
export const rankings: Ranking[] = [
  ...allRoles.flatMap(({ role, many, folder }) =>
    folder
      ? [
          {
            folder,
            name: capital(many),
            count: ({ people }: Library) =>
              people.filter(({ credits }) => credits[role].length > 0).length,
            view: roleViews[role as RankedRole],
          },
        ]
      : [],
  ),
  ...kindsWithPages.map((kind) => ({
    folder: kindOf(kind).folder,
    name: capital(kindOf(kind).many),
    count: ({ groups }: Library) => groups[kind].filter(({ path }) => path !== null).length,
    view: (site: Site) => rankingPage(site, kind),
  })),
];

/** Every group that has a page, in the shape of Astro's getStaticPaths. */
export const membersWithPage = ({ library }: Site) =>
  Object.values(library.groups)
    .flat()
    .flatMap((group) => {
      const [, ranking, member] = group.path?.split("/") ?? [];
      return member ? [{ params: { ranking, member }, props: { group } }] : [];
    });
