import type { FilmList } from "../../letterboxd/ledger.ts";
import type { Library } from "../../library/library.ts";
import { listPaths } from "../../library/ownAddresses.ts";
import type { Title } from "../../library/title.ts";
import { remembered } from "../../remembered.ts";
import type { Site } from "../../site.ts";
import { listProgress } from "../../stats/listProgress.ts";
import { listRows } from "../../stats/lists.ts";
import { describeList } from "../../words/lists.ts";
import { type Block, type BlockPage, blocksOf, type TitleRow } from "../block.ts";
import type { SectionPage } from "../section.ts";
import { decadeBlock } from "./listBlocks.ts";
import { listFigures } from "./listFigures.ts";
import { type ListPart, pagedList } from "./pagedList.ts";

/** A list of the owner's with its films in order. */
export interface OwnList {
  list: FilmList;
  path: string;
  items: { position: number; title: Title; note: string }[];
}

const allOwnLists = remembered((library: Library): OwnList[] => {
  const paths = listPaths(library.lists);
  return listRows(library.lists)
    .filter(({ items }) => items.length > 0)
    .map(({ list, items }) => ({
      list,
      path: paths.get(list) ?? "",
      items: items.map(({ film, position, note }) => ({
        position,
        note,
        title: library.titleOf(film),
      })),
    }));
});

/** The owner's lists that have films; none unless they are published. */
export const ownLists = ({ library, settings }: Site): OwnList[] =>
  settings.publish.lists ? allOwnLists(library) : [];

/** The address of a list's page by list; empty unless lists are published. */
export const ownListPaths = (site: Site): Map<FilmList, string> =>
  new Map(ownLists(site).map(({ list, path }) => [list, path]));

export const ownListPages = (site: Site): SectionPage[] =>
  ownLists(site).flatMap((own) =>
    pagedList(site, { path: own.path, rows: own.items }, (part) => ownListPage(site, own, part)),
  );

function ownListPage(
  site: Site,
  { list, items, path }: OwnList,
  { rows, page, span, ways }: ListPart<OwnList["items"][number]>,
): BlockPage {
  const titles = items.map(({ title }) => title);
  const progress = listProgress(titles);
  const films: Block = {
    id: "films",
    title: span === null ? "The films" : `Films ${span}`,
    shown: [{ as: "titles", rows: rows.map((item) => titleRow(site, item)) }, ...ways],
  };
  const isFirst = page === 1;
  const about = isFirst ? described(site, list) : null;
  return {
    title: isFirst ? list.name : `${list.name}, page ${page}`,
    description: describeList(site, list.name, progress),
    above: [
      ["/lists/", "Lists"],
      ...(isFirst ? [] : [[path, list.name] satisfies [string, string]]),
    ],
    heading: [list.name],
    figures: isFirst ? listFigures(site, progress) : [],
    blocks: blocksOf([
      about?.isShort && about.block,
      films,
      isFirst && decadeBlock(site, titles),
      about && !about.isShort && about.block,
    ]),
  };
}

/** The longest description that stands before the films, in letters. */
const shortText = 600;

/** What the owner wrote about the list, by the switch of the notes. */
function described(
  { settings }: Site,
  { description }: FilmList,
): { block: Block; isShort: boolean } | null {
  if (!settings.publish.listNotes || description.trim() === "") return null;
  return {
    block: {
      id: "about",
      title: "About the list",
      shown: [{ as: "typed", text: description }],
    },
    isShort: description.length <= shortText,
  };
}

function titleRow({ format, href, settings }: Site, item: OwnList["items"][number]): TitleRow {
  const { position, title, note } = item;
  const isWanted = settings.publish.watchlist && title.watchlisted !== null;
  return {
    title,
    number: format.integer(position),
    href: title.film && href(title.film.path),
    note: title.year === null ? "" : `${title.year}`,
    ...(title.film === null && { beside: isWanted ? "on the watchlist" : "not seen" }),
    ...(settings.publish.listNotes && note.trim() !== "" && { text: note }),
  };
}
