import type { PageLink } from "./block.ts";

/** The links from one page of a list to the others. @param page from 1 */
export const neighbours = (
  page: number,
  count: number,
  hrefOf: (page: number) => string,
): PageLink[] =>
  [
    ...(page > 2 ? [{ name: "First", page: 1 }] : []),
    ...(page > 1 ? [{ name: "Previous", page: page - 1 }] : []),
    ...(page < count ? [{ name: "Next", page: page + 1 }] : []),
    ...(page < count - 1 ? [{ name: "Last", page: count }] : []),
  ].map(({ name, page: other }) => ({ name, href: hrefOf(other) }));
