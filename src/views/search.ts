import type { Site } from "../site.ts";
import { finder } from "./finder.ts";
import { siteLists } from "./siteLists.ts";

/**
 * What the search page shows: the search box, and every list of the site with the number of its rows.
 *
 * @param cards whether cards for link previews are drawn
 */
export function search(site: Site, options: { cards: boolean }) {
  const { library, format, href } = site;
  return {
    description: `Search ${format.count(library.films.length, "film")} and who made them.`,
    finder: finder(site),
    lists: siteLists(site, options).map(({ path, name, count }) => ({
      name,
      href: href(path),
      count: format.integer(count),
    })),
  };
}
