import type { Site } from "../../site.ts";
import type { BlockPage, Shown } from "../block.ts";
import { neighbours } from "../neighbours.ts";
import type { SectionPage } from "../section.ts";

/** The most rows of a list on one page. */
export const rowsPerPage = 250;

/** One page of a long list. */
export interface ListPart<Row> {
  rows: readonly Row[];
  /** From 1. */
  page: number;
  /** "1–250 of 612"; null if everything is on one page. */
  span: string | null;
  /** The links to the other pages, to stand below the rows. */
  ways: Shown[];
}

/** The pages of a list: as many as its rows need, at least one. */
export function pagedList<Row>(
  { format, href }: Site,
  path: string,
  rows: readonly Row[],
  pageOf: (part: ListPart<Row>) => BlockPage,
): SectionPage[] {
  const count = Math.max(1, Math.ceil(rows.length / rowsPerPage));
  const pathOf = (page: number) => (page === 1 ? path : `${path}${page}/`);
  return Array.from({ length: count }, (_, i): SectionPage => {
    const page = i + 1;
    const from = i * rowsPerPage;
    const own = rows.slice(from, from + rowsPerPage);
    const pages = neighbours(page, count, (other) => href(pathOf(other)));
    const span = `${format.integer(from + 1)}–${format.integer(from + own.length)} of ${format.integer(rows.length)}`;
    return {
      path: pathOf(page),
      view: () =>
        pageOf({
          rows: own,
          page,
          span: count === 1 ? null : span,
          ways: pages.length > 0 ? [{ as: "pages", pages }] : [],
        }),
    };
  });
}
