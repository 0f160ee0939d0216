import type { Site } from "../site.ts";
import type { BlockPage } from "./block.ts";

/** The headings of the menu. Their order is that of the menu. */
export const menuParts = ["Films", "Diary", "People", "Kinds", "Site"] as const;
export type MenuPart = (typeof menuParts)[number];

/** A page of a section. */
export interface SectionPage {
  /** Below the site's root: `/actors/by-rating/2/`. */
  path: string;
  view: () => BlockPage;
}

/** A page with an entry in the navigation, and the pages below it. */
export interface Section {
  /** Its address, below the site's root. */
  folder: string;
  /** What the navigation calls it. */
  name: string;
  /** Where the menu lists it. */
  part: MenuPart;
  /** Whether the line at the top of a wide screen names it too. */
  isInLine?: boolean;
  /** How many rows its list has. A section without any has no entry. */
  count: (site: Site) => number;
  /** Its pages, the first one first; none if there is nothing to show. */
  pages: (site: Site) => SectionPage[];
}
