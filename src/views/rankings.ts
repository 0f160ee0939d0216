import type { Group } from "../library/group.ts";
import { allKinds, type Kind, kindOf } from "../library/kinds.ts";
import type { Library } from "../library/library.ts";
import { roles } from "../roles.ts";
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

/** Kinds of which no member can have a page have no ranking either. */
export const kindsWithPages = allKinds.filter((kind: Kind) =>
  Number.isFinite(kindOf(kind).pageFrom),
);

export const rankings: Ranking[] = [
  {
    folder: roles.director.folder,
    name: capital(roles.director.many),
    count: ({ people }) => people.filter(({ credits }) => credits.director.length > 0).length,
    view: directorsPage,
  },
  ...kindsWithPages.map((kind) => ({
    folder: kindOf(kind).folder,
    name: capital(kindOf(kind).many),
    count: ({ groups }: Library) => groups[kind].filter(({ path }) => path !== null).length,
    view: (site: Site) => rankingPage(site, kind),
  })),
];

/** Every group that has a page, as Astro's getStaticPaths wants it. */
export const membersWithPage = ({ library }: Site) =>
  Object.values(library.groups)
    .flat()
    .flatMap((group: Group) => {
      const [, ranking, member] = group.path?.split("/") ?? [];
      return member ? [{ params: { ranking, member }, props: { group } }] : [];
    });
