// Sorts the rows of a ranking that is whole on its page. Without a script, the heads of the columns lead
// to pages in the other orders. With it they lead to #by-rating and the like, so that an order can be
// shared and undone.

const table = document.querySelector<HTMLTableElement>("table[data-sorts]");
const body = table?.tBodies[0];
const heads = [...(table?.querySelectorAll<HTMLElement>("th[data-order]") ?? [])];
const first = heads.findIndex((head) => head.ariaSort !== null);
const hashOf = (head: HTMLElement) => `#by-${head.dataset.order}`;

for (const head of heads) {
  const link = head.querySelector("a");
  if (link) link.href = hashOf(head);
}

/** Another anchor of the page, such as the title of a section, leaves the order as it is. */
function sort(): boolean {
  const { hash } = location;
  const chosen = hash === "" ? first : heads.findIndex((head) => hashOf(head) === hash);
  if (!body || chosen < 0) return false;
  const place = (row: HTMLElement) => Number(row.dataset.places?.split(" ")[chosen]);
  body.append(...[...body.rows].sort((a, b) => place(a) - place(b)));
  for (const [i, head] of heads.entries()) {
    const direction = head.dataset.order === "name" ? "ascending" : "descending";
    head.ariaSort = i === chosen ? direction : null;
  }
  return true;
}

addEventListener("hashchange", sort);
if (location.hash !== "" && sort()) table?.scrollIntoView();
