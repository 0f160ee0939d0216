import { rowsPerPage } from "../../pageSizes.ts";
import type { Site } from "../../site.ts";
import type { BlockPage, Shown } from "../block.ts";
import { neighbours } from "../neighbours.ts";
import type { SectionPage } from "../section.ts";

/** One page of a long list. */
export interface ListPart<Row> {
  rows: Row[];
  /** From 1. */
  page: number;
  /** How many pages the list has. */
  count: number;
  /** The first and the last row of the page, from 1. */
  from: number;
  to: number;
  /** "1–250 of 612"; null if everything is on one page. */
  span: string | null;
  /** The links to the other pages, to stand below the rows. */
  ways: Shown[];
}

/**
 * The pages of a list: as many as its rows need, at least one.
 *
 * @param path of the first page; the second is at `{path}2/`
 */
export function pagedList<Row>(
  { format, href }: Site,
  { path, rows, perPage = rowsPerPage }: { path: string; rows: readonly Row[]; perPage?: number },
  pageOf: (part: ListPart<Row>) => BlockPage,
): SectionPage[] {
  const count = Math.max(1, Math.ceil(rows.length / perPage));
  const pathOf = (page: number) => (page === 1 ? path : `${path}${page}/`);
  return Array.from({ length: count }, (_, i): SectionPage => {
    const page = i + 1;
    const own = rows.slice(i * perPage, page * perPage);
    const from = i * perPage + 1;
    const to = i * perPage + own.length;
    const pages = neighbours(page, count, (other) => href(pathOf(other)));
    const span = `${format.integer(from)}–${format.integer(to)} of ${format.integer(rows.length)}`;
    return {
      path: pathOf(page),
      view: () =>
        pageOf({
          rows: own,
          ...{ page, count, from, to },
          span: count === 1 ? null : span,
          ways: pages.length > 0 ? [{ as: "pages", pages }] : [],
        }),
    };
  });
}
