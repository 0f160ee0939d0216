import { yearOf } from "../day.ts";
import { yearPath } from "../library/address.ts";
import type { Library } from "../library/library.ts";
import { remembered } from "../remembered.ts";
import type { Site } from "../site.ts";
import { rankings } from "./rankings.ts";

interface NavigationLink {
  name: string;
  href: string;
  /** Whether the current page is in this section. */
  isCurrent: boolean;
}

/** The links at the top of every page. A section without data is left out. */
export function navigation(site: Site, pathname: string) {
  const { href } = site;
  const sections = sectionsOf(site.library).map(({ to, name }) => ({ name, href: href(to) }));
  // A year's address is below that of the timeline, so the longest match is the section.
  const here = sections.findLast((section) => pathname.startsWith(section.href));
  return {
    home: href("/"),
    sections: sections.map(
      (section): NavigationLink => ({ ...section, isCurrent: section === here }),
    ),
    search: {
      name: "Search",
      href: href("/search/"),
      isCurrent: pathname.startsWith(href("/search/")),
    } satisfies NavigationLink,
  };
}

const sectionsOf = remembered((library: Library): { to: string; name: string }[] => {
  const { films, viewings } = library;
  const newest = viewings.at(-1);
  const year = newest && yearOf(newest.date);
  return [
    ...(films.length > 0 ? [{ to: "/films/", name: "Films" }] : []),
    ...rankings.flatMap(({ folder, name, count }) =>
      count(library) > 0 ? [{ to: `/${folder}/`, name }] : [],
    ),
    ...(viewings.length > 0 ? [{ to: "/timeline/", name: "Timeline" }] : []),
    ...(year === undefined ? [] : [{ to: yearPath(year), name: `${year}` }]),
    { to: "/about/", name: "About" },
  ];
});
