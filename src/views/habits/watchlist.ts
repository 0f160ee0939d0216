import { columnsChart } from "../../charts/columns.ts";
import { dayNumber } from "../../day.ts";
import type { Title } from "../../library/title.ts";
import { sum } from "../../numbers.ts";
import type { Site } from "../../site.ts";
import { enoughToDraw } from "../../stats/finding.ts";
import { median } from "../../stats/median.ts";
import { waitingTitles } from "../../stats/waiting.ts";
import { knownFor } from "../../words/known.ts";
import { mostTitle } from "../../words/most.ts";
import { phrase, withCommas } from "../../words/richText.ts";
import { describeWatchlist, waitingTime, watchlistHeading } from "../../words/watchlist.ts";
import { barRows } from "../barRows.ts";
import { type Block, type BlockPage, blocksOf, type Figure } from "../block.ts";
import type { Section, SectionPage } from "../section.ts";
import { type ReadyList, readyLists, readyParts, waitingRow } from "./watchlist/readyLists.ts";
import { readyPages } from "./watchlist/readyPages.ts";

/** Rows of the longest waiting, and of the newest. */
const shownRows = 12;

/** Bars in half a row. The way to the others is above. */
const mostBars = 8;

/** The unseen films of the watchlist; none unless it is published. */
const waiting = ({ settings, library }: Site): Title[] =>
  settings.publish.watchlist ? waitingTitles(library) : [];

/** The watchlist's page, and its ready lists. */
export const watchlist: Section = {
  folder: "watchlist",
  name: "Watchlist",
  part: "Films",
  count: (site) => waiting(site).length,
  pages,
};

function pages(site: Site): SectionPage[] {
  if (waiting(site).length === 0) return [];
  const lists = readyLists(site);
  return [
    { path: "/watchlist/", view: () => watchlistPage(site, lists) },
    ...lists.flatMap((list) => readyPages(site, list)),
  ];
}

function watchlistPage(site: Site, lists: ReadyList[]): BlockPage {
  const titles = waiting(site);
  const runtimes = titles.flatMap(({ runtime }) => runtime ?? []);
  const minutes = runtimes.length === 0 ? null : sum(runtimes);
  const known = { films: titles.length, minutes, timed: runtimes.length };
  return {
    title: "Watchlist",
    description: describeWatchlist(site, { ...known, oldest: titles[0] }),
    above: [],
    heading: [watchlistHeading(site, known)],
    figures: figures(site, { titles, lists, minutes, timed: runtimes.length }),
    blocks: blocksOf([
      tonight(site, lists),
      longest(site, titles),
      newest(site, titles),
      lengthBars(site, lists),
      genreBars(site, lists),
      decades(site, lists),
    ]),
  };
}

function figures(
  { library, format, href }: Site,
  {
    titles,
    lists,
    minutes,
    timed,
  }: { titles: Title[]; lists: ReadyList[]; minutes: number | null; timed: number },
): Figure[] {
  const ages = titles.flatMap(({ watchlisted }) =>
    watchlisted ? Math.max(0, dayNumber(library.asOf) - dayNumber(watchlisted)) : [],
  );
  const half = median(ages);
  const seen = library.watchlist.filter(({ film }) => film.seen).length;
  const short = lists.find(({ path }) => path.includes("under-90"));
  return [
    { label: "Films", value: format.integer(titles.length), href: href("/watchlist/all/") },
    ...(minutes === null
      ? []
      : [
          {
            label: "Hours",
            value: format.hours(minutes),
            note: knownFor("runtime", { known: timed, all: titles.length, unit: "film", format }),
          },
        ]),
    ...(half === null || titles.length < 2
      ? []
      : [
          {
            label: "Half of them wait for",
            value: waitingTime(format, half),
            note: `or longer; at most ${waitingTime(format, Math.max(...ages))}`,
          },
        ]),
    ...(short
      ? [
          {
            label: "Under 90 minutes",
            value: format.integer(short.items.length),
            href: href(short.path),
          },
        ]
      : []),
    ...(seen > 0
      ? [
          {
            label: "Seen, still on the list",
            value: format.integer(seen),
            note: "not counted here",
          },
        ]
      : []),
  ];
}

/** The way to each ready list. */
function tonight({ format, href }: Site, lists: ReadyList[]): Block {
  const facts = readyParts.flatMap((part) => {
    const own = lists.filter((list) => list.part === part);
    const value = withCommas(
      own.map(({ name, path, items }) => [
        { text: name, href: href(path) },
        "\u00a0",
        { small: format.integer(items.length) },
      ]),
    );
    return own.length > 0 ? [{ label: [part], value }] : [];
  });
  const all = lists.find(({ part }) => part === null);
  return {
    id: "tonight",
    title: "What shall I watch tonight?",
    shown: [
      ...(facts.length > 0 ? [{ as: "facts" as const, facts }] : []),
      {
        as: "small",
        text: phrase(
          all && { text: `All ${format.count(all.items.length, "film")}`, href: href(all.path) },
        ),
      },
    ],
  };
}

const longest = (site: Site, titles: Title[]): Block => ({
  id: "longest",
  title: titles.length > shownRows ? "Longest waiting" : "The films",
  shown: [
    { as: "titles", rows: titles.slice(0, shownRows).map((title) => waitingRow(site, { title })) },
  ],
});

const newest = (site: Site, titles: Title[]): Block | null =>
  titles.length < 2 * shownRows
    ? null
    : {
        id: "newest",
        title: "Added last",
        shown: [
          {
            as: "titles",
            rows: titles
              .slice(-shownRows)
              .reverse()
              .map((title) => waitingRow(site, { title })),
          },
        ],
      };

const amounts = (lists: ReadyList[]) =>
  lists.map(({ name, items }) => ({ name, amount: items.length }));

/** Bars of the ready lists of one part; null with few films. */
function bars(
  { format, href }: Site,
  lists: ReadyList[],
  { part, id, otherwise }: { part: ReadyList["part"]; id: string; otherwise: string },
): Block | null {
  const own = lists.filter((list) => list.part === part);
  if (own.length < 2 || sum(own.map(({ items }) => items.length)) < enoughToDraw) return null;
  const rows = own.slice(0, mostBars).map(({ name, path, items }) => ({
    label: [{ text: name, href: href(path) }],
    amount: items.length,
    note: "",
  }));
  const title = mostTitle(amounts(own), { unit: "film", format, otherwise });
  return { id, title, isHalf: true, shown: [{ as: "bars", rows: barRows(rows, format) }] };
}

const lengthBars = (site: Site, lists: ReadyList[]): Block | null =>
  bars(site, lists, { part: "Length", id: "lengths", otherwise: "How long they run" });

const genreBars = (site: Site, lists: ReadyList[]): Block | null =>
  bars(site, lists, { part: "Genre", id: "genres", otherwise: "Genres" });

function decades({ format, href }: Site, lists: ReadyList[]): Block | null {
  const own = lists.filter(({ part }) => part === "Decade");
  if (own.length < 2 || sum(own.map(({ items }) => items.length)) < enoughToDraw) return null;
  return {
    id: "decades",
    title: mostTitle(amounts(own), { unit: "film", format, otherwise: "When they were made" }),
    shown: [
      {
        as: "chart",
        chart: columnsChart(
          own.map(({ name, path, items }) => ({
            label: name,
            value: items.length,
            href: href(path),
          })),
          {
            title: "Films on the watchlist by decade of release",
            format,
            unit: "film",
            head: ["Decade", "Films"],
            labelWidth: 50,
            isNamed: true,
          },
        ),
      },
    ],
  };
}
