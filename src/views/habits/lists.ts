import type { Site } from "../../site.ts";
import { listProgress } from "../../stats/listProgress.ts";
import { canonName, seenOf } from "../../words/canon.ts";
import { describeLists, furthest, listsHeading } from "../../words/lists.ts";
import { type BarRow, type Block, type BlockPage, blocksOf } from "../block.ts";
import type { Section, SectionPage } from "../section.ts";
import { canonPages, canonWithPage } from "./canonPages.ts";
import { ownListPages, ownLists } from "./ownLists.ts";

/** Bars on the first page of the site. */
const onHome = 8;

/** The page of all lists, then a page for each. */
export const lists: Section = { folder: "lists", name: "Lists", part: "Films", count, pages };

function count(site: Site): number {
  return canonWithPage(site.library).length + ownLists(site).length;
}

function pages(site: Site): SectionPage[] {
  if (count(site) === 0) return [];
  return [
    { path: "/lists/", view: () => listsPage(site) },
    ...(ownLists(site).length > 0 ? [{ path: "/lists/own/", view: () => ownListsPage(site) }] : []),
    ...ownListPages(site),
    ...canonPages(site),
  ];
}

const canonProgress = ({ library, href }: Site) =>
  canonWithPage(library).map((list) => ({
    name: canonName(list),
    href: href(list.path),
    progress: listProgress(list.items.map(({ title }) => title)),
  }));

const ownProgress = (site: Site) =>
  ownLists(site).map(({ list, path, items }) => ({
    name: list.name,
    href: site.href(path),
    progress: listProgress(items.map(({ title }) => title)),
  }));

type Listed = ReturnType<typeof canonProgress>;

function listsPage(site: Site): BlockPage {
  const [canon, own] = [canonProgress(site), ownProgress(site)];
  return {
    title: "Lists",
    description: describeLists(site, [...canon, ...own]),
    above: [],
    heading: listsHeading(site, canon.length > 0 ? canon : own),
    figures: [],
    blocks: blocksOf([
      canon.length > 0 &&
        barsBlock(site, canon, { id: "canon", title: "What others chose", named: furthest(canon) }),
      own.length > 0 &&
        barsBlock(site, own, {
          id: "own",
          title: countOwn(site, own),
          named: canon.length > 0 ? null : furthest(own),
        }),
    ]),
  };
}

const countOwn = ({ format }: Site, own: Listed): string =>
  format.count(own.length, "list of yours", "lists of yours");

/** The owner's lists alone, for whoever cuts the address of one short. */
function ownListsPage(site: Site): BlockPage {
  const own = ownProgress(site);
  return {
    title: "Your lists",
    description: describeLists(site, own),
    above: [["/lists/", "Lists"]],
    heading: [countOwn(site, own)],
    figures: [],
    blocks: [barsBlock(site, own, { id: "own", title: "How far you are", named: furthest(own) })],
  };
}

/** @param named the list that a heading names */
function barsBlock(
  site: Site,
  shown: Listed,
  { named = null, ...names }: { id: string; title: string; named?: Listed[number] | null },
): Block {
  const rows = shown.map((list): BarRow => {
    const { seen, all } = list.progress;
    return {
      label: [{ text: list.name, href: list.href }],
      value: seenOf(site, list.progress),
      note: site.format.percent(seen / all),
      part: seen / all,
      isNamed: list === named,
    };
  });
  return { ...names, shown: [{ as: "bars", rows }] };
}

/** How far the owner is through the canon lists, for the first page of the site; null without any. */
export function listsBlock(site: Site): Block | null {
  const all = canonProgress(site);
  if (all.length === 0) return null;
  const shown = all
    .toSorted((a, b) => b.progress.seen / b.progress.all - a.progress.seen / a.progress.all)
    .slice(0, onHome);
  const first = furthest(all);
  const block = barsBlock(site, shown, {
    id: "lists",
    title: first ? `Furthest with ${first.name}: ${seenOf(site, first.progress)}` : "Lists",
    named: first,
  });
  const way = { text: "All lists", href: site.href("/lists/") };
  return { ...block, shown: [...block.shown, { as: "small", text: [way] }] };
}
