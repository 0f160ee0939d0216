import type { Film } from "../../library/film.ts";
import type { Site } from "../../site.ts";
import type { Block, BlockPage } from "../block.ts";
import { neighbours } from "../neighbours.ts";
import { rowsPerPage } from "../rankedPages.ts";
import type { SectionPage } from "../section.ts";

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
  { format, href }: Site,
  { path, title, above, films, isRatedAlike = false }: ListedFilms,
  first: (list: Block) => BlockPage,
): SectionPage[] {
  const count = Math.max(1, Math.ceil(films.length / rowsPerPage));
  const pathOf = (page: number) => (page === 1 ? path : `${path}${page}/`);
  return Array.from({ length: count }, (_, i) => i + 1).map((page) => {
    const from = (page - 1) * rowsPerPage;
    const shown = films.slice(from, from + rowsPerPage);
    const others = neighbours(page, count, (other) => href(pathOf(other)));
    const part = `${format.integer(from + 1)} to ${format.integer(from + shown.length)} of ${format.count(films.length, "film")}`;
    const list: Block = {
      id: "all",
      title:
        count > 1
          ? part
          : films.length === 1
            ? "The film"
            : `All ${format.count(films.length, "film")}`,
      shown: [
        isRatedAlike
          ? {
              as: "names",
              names: shown.map(({ name, path: to, year }) => ({
                name,
                href: href(to),
                ...(year !== null && { note: `${year}` }),
              })),
            }
          : { as: "columns", films: shown },
        ...(others.length > 0 ? [{ as: "pages" as const, pages: others }] : []),
      ],
    };
    const heading = `${title}, page ${page} of ${count}`;
    return {
      path: pathOf(page),
      view: () =>
        page === 1
          ? first(list)
          : {
              title: heading,
              description: `${title}: ${part}, by title.`,
              above: [...above, [path, title]],
              heading: [heading],
              figures: [],
              blocks: [list],
            },
    };
  });
}
