import { slug } from "../library/address.ts";

/** How often each id was used on a page, by the page's request. */
const pages = new WeakMap<Request, Map<string, number>>();

/**
 * The id of a chart's caption, made from its title. A title that occurs again on the page gets a
 * number.
 */
export function captionId(page: Request, title: string): string {
  const taken = pages.get(page) ?? new Map<string, number>();
  pages.set(page, taken);
  const id = `under-${slug(title)}`;
  const count = (taken.get(id) ?? 0) + 1;
  taken.set(id, count);
  return count === 1 ? id : `${id}-${count}`;
}
