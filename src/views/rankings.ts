import type { Group } from "../library/group.ts";
import { allKinds, type Kind, kindOf } from "../library/kinds.ts";
import { roles } from "../roles.ts";
import type { Site } from "../site.ts";
import type { BlockPage } from "./block.ts";
import { rankingPage } from "./groups/rankingPage.ts";
import { directorsPage } from "./people/directorsPage.ts";

/** A page that ranks groups or people. */
export interface Ranking {
  /** Its address, below the site's root. */
  folder: string;
  view: (site: Site) => BlockPage;
}

/** Kinds of which no member can have a page have no ranking either. */
export const kindsWithPages = allKinds.filter((kind: Kind) =>
  Number.isFinite(kindOf(kind).pageFrom),
);

export const rankings: Ranking[] = [
  ...kindsWithPages.map((kind) => ({
    folder: kindOf(kind).folder,
    view: (site: Site) => rankingPage(site, kind),
  })),
  { folder: roles.director.folder, view: directorsPage },
];

/** Every group that has a page, as Astro's getStaticPaths wants it. */
export const membersWithPage = ({ library }: Site) =>
  Object.values(library.groups)
    .flat()
    .flatMap((group: Group) => {
      const [, ranking, member] = group.path?.split("/") ?? [];
      return member ? [{ params: { ranking, member }, props: { group } }] : [];
    });
