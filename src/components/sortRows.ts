// Sorts the rows of a ranking that is whole on its page. Without a script, the heads of the columns lead
// to pages in the other orders. With it they lead to #by-rating and the like, so that an order can be
// shared and undone.

const table = document.querySelector<HTMLTableElement>("table[data-sorts]");
const body = table?.tBodies[0];
const heads = [...(table?.querySelectorAll<HTMLElement>("th[data-order]") ?? [])];
const first = heads.findIndex((head) => head.ariaSort !== null);
/** The links above the table on a phone, which has no room for every column. */
const links = document.querySelectorAll<HTMLAnchorElement>(".rank-orders[data-sorts] a");
const hashOf = (head: HTMLElement) => `#by-${head.dataset.order}`;

for (const head of heads) {
  const link = head.querySelector("a");
  if (link) link.href = hashOf(head);
}
for (const link of links) link.href = hashOf(link);

/** Another anchor of the page, such as the title of a section, leaves the order as it is. */
function sort(): boolean {
  const { hash } = location;
  const chosen = hash === "" ? first : heads.findIndex((head) => hashOf(head) === hash);
  if (!table || !body || chosen < 0) return false;
  const place = (row: HTMLElement) => Number(row.dataset.places?.split(" ")[chosen]);
  body.append(...[...body.rows].sort((a, b) => place(a) - place(b)));
  for (const [i, head] of heads.entries()) {
    const direction = head.dataset.order === "name" ? "ascending" : "descending";
    head.ariaSort = i === chosen ? direction : null;
  }
  for (const link of links) {
    link.ariaCurrent = link.dataset.order === heads[chosen]?.dataset.order ? "true" : null;
  }
  for (const row of table.rows) {
    for (const [i, cell] of [...row.cells].entries()) {
      const head = table.rows[0]?.cells[i];
      cell.classList.toggle("is-extra", head?.dataset.extra === "" && head.ariaSort === null);
    }
  }
  return true;
}

addEventListener("hashchange", sort);
if (location.hash !== "" && sort()) table?.scrollIntoView();
