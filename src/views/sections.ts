import type { Site } from "../site.ts";
import { habits } from "./habits.ts";
import { rankings } from "./rankings.ts";
import type { Section } from "./section.ts";

/** All sections whose pages are made of blocks, in the order of the navigation. */
export const sections: Section[] = [...habits, ...rankings];

/** Every page of every section, in the shape of Astro's getStaticPaths. */
export const sectionRoutes = (site: Site) =>
  sections.flatMap(({ pages }) =>
    pages(site).map(({ path, view }) => {
      const [section, ...rest] = path.split("/").filter((part) => part !== "");
      return { params: { section, page: rest.join("/") || undefined }, props: { view } };
    }),
  );

/** Every group that has a page, in the shape of Astro's getStaticPaths. */
export const membersWithPage = ({ library }: Site) =>
  Object.values(library.groups)
    .flat()
    .flatMap((group) => {
      const [, section, member] = group.path?.split("/") ?? [];
      return member ? [{ params: { section, member }, props: { group } }] : [];
    });
