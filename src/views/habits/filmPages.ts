import type { Film } from "../../library/film.ts";
import type { Site } from "../../site.ts";
import type { Block, BlockPage } from "../block.ts";
import type { SectionPage } from "../section.ts";
import { pagedList } from "./pagedList.ts";

/** Films that a page lists, on several pages if they are many. */
interface ListedFilms {
  /** The address of the first page. */
  path: string;
  /** What the pages are called: "Films with four stars" */
  title: string;
  above: BlockPage["above"];
  /** In the order of the list. */
  films: readonly Film[];
  /** Whether all have one rating, which the list then leaves out. */
  isRatedAlike?: boolean;
}

/**
 * The pages of a list of films. The first page has more to show than its part of the list, so it is made
 * by `first`.
 */
export function filmPages(
  site: Site,
  { path, title, above, films, isRatedAlike = false }: ListedFilms,
  first: (list: Block) => BlockPage,
): SectionPage[] {
  const { format, href } = site;
  const all = format.count(films.length, "film");
  return pagedList(site, { path, rows: films }, ({ rows, page, count, from, to, ways }) => {
    const part = `${format.integer(from)} to ${format.integer(to)} of ${all}`;
    const whole = films.length === 1 ? "The film" : `All ${all}`;
    const list: Block = {
      id: "all",
      title: count > 1 ? part : whole,
      shown: [
        isRatedAlike
          ? {
              as: "names",
              names: rows.map(({ name, path: own, year }) => ({
                name,
                href: href(own),
                ...(year !== null && { note: `${year}` }),
              })),
            }
          : { as: "columns", films: rows },
        ...ways,
      ],
    };
    const heading = `${title}, page ${page} of ${count}`;
    return page === 1
      ? first(list)
      : {
          title: heading,
          description: `${title}: ${part}, by title.`,
          above: [...above, [path, title]],
          heading: [heading],
          figures: [],
          blocks: [list],
        };
  });
}
