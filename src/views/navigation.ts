import { yearOf } from "../day.ts";
import { yearPath } from "../library/address.ts";
import { remembered } from "../remembered.ts";
import type { Site } from "../site.ts";
import { type MenuPart, menuParts } from "./section.ts";
import { sections } from "./sections.ts";

interface NavigationLink {
  name: string;
  href: string;
  /** Whether the current page is in this section. */
  isCurrent: boolean;
}

interface Entry {
  to: string;
  name: string;
  part: MenuPart;
  isInLine: boolean;
}

/** The links at the top of every page. A section without data is left out. */
export function navigation(site: Site, pathname: string) {
  const { href } = site;
  const entries = entriesOf(site).map((entry) => ({ ...entry, href: href(entry.to) }));
  // A year's address is below that of the timeline, so the longest match is the section.
  const here = entries
    .filter((entry) => pathname.startsWith(entry.href))
    .toSorted((a, b) => b.href.length - a.href.length)[0];
  const linkTo = ({ name, href, to }: (typeof entries)[number]): NavigationLink => ({
    name,
    href,
    isCurrent: to === here?.to,
  });
  return {
    home: href("/"),
    /** On a wide screen, in a line: the sections most wanted, and the one where the reader is. */
    line: entries.filter((entry) => entry.isInLine || entry === here).map(linkTo),
    /** Every section, below the headings of the menu. */
    menu: menuParts
      .map((name) => ({ name, links: entries.filter(({ part }) => part === name).map(linkTo) }))
      .filter(({ links }) => links.length > 0),
    search: {
      name: "Search",
      href: href("/search/"),
      isCurrent: pathname.startsWith(href("/search/")),
    } satisfies NavigationLink,
  };
}

const entriesOf = remembered((site: Site): Entry[] => {
  const { films, viewings } = site.library;
  const newest = viewings.at(-1);
  const year = newest && yearOf(newest.date);
  const inLine = (to: string, name: string, part: MenuPart): Entry => ({
    to,
    name,
    part,
    isInLine: true,
  });
  const entries = [
    ...(films.length > 0 ? [inLine("/films/", "Films", "Films")] : []),
    ...sections
      .filter(({ count }) => count(site) > 0)
      .map(({ folder, name, part, isInLine = false }) => ({
        to: `/${folder}/`,
        name,
        part,
        isInLine,
      })),
    ...(viewings.length > 0 ? [inLine("/timeline/", "Timeline", "Diary")] : []),
    ...(year === undefined ? [] : [inLine(yearPath(year), `${year}`, "Diary")]),
  ];
  return [
    ...menuParts.flatMap((name) => entries.filter(({ part }) => part === name)),
    inLine("/about/", "About", "Site"),
    { to: "/data/", name: "Data", part: "Site", isInLine: false },
  ];
});
