import { sum } from "../numbers.ts";
import type { Site } from "../site.ts";
import { yearRows } from "../stats/years.ts";
import { pictureGroups } from "./cards/groups.ts";
import { dataFiles } from "./dataFiles.ts";
import { finder } from "./finder.ts";
import { seenIn } from "./people/rolePeople.ts";
import { rankings } from "./rankings.ts";

type List = [path: string, name: string, count: number];

/**
 * What the search page shows: the search box, and every list of the site with the number of its rows.
 *
 * @param cards whether cards for link previews are drawn
 */
export function search(site: Site, { cards }: { cards: boolean }) {
  const { library, format, href } = site;
  const { films, viewings } = library;
  const pictures = pictureGroups(site, { cards }).map((group) => group.pictures.length);
  const lists: List[] = [
    ["/films/", "Films by year of release", films.length],
    ...rankings.map(({ folder, name, count }): List => [`/${folder}/`, name, count(library)]),
    ["/people/", "Directors from A to Z", seenIn(library, "director").length],
    ["/timeline/", "Years of the diary", yearRows(viewings).length],
    ["/cards/", "Pictures to pass on", sum(pictures)],
    ["/data/", "The figures as files", dataFiles(site).files.length],
  ];
  return {
    description: `Search ${format.count(films.length, "film")} and who made them.`,
    finder: finder(site),
    lists: lists
      .filter(([, , count]) => count > 0)
      .map(([path, name, count]) => ({ name, href: href(path), count: format.integer(count) })),
  };
}
