import { sum } from "../numbers.ts";
import type { Site } from "../site.ts";
import { yearRows } from "../stats/years.ts";
import { pictureGroups } from "./cards/groups.ts";
import { dataFiles } from "./dataFiles.ts";
import { seenIn } from "./people/rolePeople.ts";
import { sections } from "./sections.ts";

/** A page that lists things, with the number of its rows. */
interface SiteList {
  path: string;
  name: string;
  count: number;
}

/**
 * Every list of the site that has a row.
 *
 * @param cards whether cards for link previews are drawn
 */
export function siteLists(site: Site, { cards }: { cards: boolean }): SiteList[] {
  const { films, viewings } = site.library;
  const pictures = pictureGroups(site, { cards }).map((group) => group.pictures.length);
  const lists: [path: string, name: string, count: number][] = [
    ["/films/", "Films by year of release", films.length],
    ...sections.map(({ folder, name, count }): [string, string, number] => [
      `/${folder}/`,
      name,
      count(site),
    ]),
    ["/people/", "Directors from A to Z", seenIn(site.library, "director").length],
    ["/timeline/", "Years of the diary", yearRows(viewings).length],
    ["/cards/", "Pictures to pass on", sum(pictures)],
    ["/data/", "The figures as files", dataFiles(site).files.length],
  ];
  return lists
    .map(([path, name, count]) => ({ path, name, count }))
    .filter(({ count }) => count > 0);
}
