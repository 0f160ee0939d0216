import type { Site } from "../../../site.ts";
import { isOfLength, lengths } from "../../../stats/waiting.ts";
import { type Block, type BlockPage, blocksOf } from "../../block.ts";
import type { SectionPage } from "../../section.ts";
import { type ListPart, pagedList } from "../pagedList.ts";
import { type ReadyList, waitingRow } from "./readyLists.ts";

type Item = ReadyList["items"][number];

/** The pages of a ready list. */
export const readyPages = (site: Site, list: ReadyList): SectionPage[] =>
  pagedList(site, { path: list.path, rows: list.items }, (part) => readyPage(site, list, part));

function readyPage(
  site: Site,
  list: ReadyList,
  { rows, span, page, ways }: ListPart<Item>,
): BlockPage {
  const { format } = site;
  const { name, path, items, rule, part } = list;
  const isFirst = page === 1;
  const films = format.count(items.length, "film");
  const byLength = span === null && (part === "Genre" || part === "Decade");
  const whole: Block = {
    id: "films",
    title: span === null ? films : `Films ${span}`,
    shown: [{ as: "titles", rows: rows.map((item) => waitingRow(site, item)) }, ...ways],
  };
  return {
    title: `Watchlist: ${name}${isFirst ? "" : `, page ${page}`}`,
    description: `${films} on the watchlist: ${name}.`,
    above: [
      ["/watchlist/", "Watchlist"],
      ...(isFirst ? [] : [[path, name] satisfies [string, string]]),
    ],
    heading: [`${name}: ${films}`],
    kicker: [rule],
    figures: [],
    blocks: byLength ? blocksByLength(site, rows) : [whole],
  };
}

/** The films of a genre or a decade by how long they run, so that an evening finds its own. */
function blocksByLength(site: Site, items: readonly Item[]): Block[] {
  const block = (id: string, title: string, own: readonly Item[]): Block | null =>
    own.length === 0
      ? null
      : { id, title, shown: [{ as: "titles", rows: own.map((item) => waitingRow(site, item)) }] };
  return blocksOf([
    ...lengths.map((length) =>
      block(
        length.id,
        length.name,
        items.filter(({ title }) => isOfLength(length)(title)),
      ),
    ),
    block(
      "no-runtime",
      "Of unknown length",
      items.filter(({ title }) => title.runtime === null),
    ),
  ]);
}
