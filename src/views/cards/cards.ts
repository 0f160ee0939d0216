import type { Picture } from "../../cards/markup.ts";
import { type WideCard, wideCard } from "../../cards/wideCard.ts";
import { portrait, square } from "../../cards/yearPicture.ts";
import { yearPath } from "../../library/address.ts";
import { allKinds, kindOf } from "../../library/kinds.ts";
import type { Site } from "../../site.ts";
import { enoughToDraw } from "../../stats/finding.ts";
import { byFilms, rankingRows } from "../../stats/ranking.ts";
import { type YearRow, yearRows } from "../../stats/years.ts";
import { dashboardCard, directorCard, groupCard } from "./overall.ts";
import { yearContent } from "./year.ts";

/** So many directors, those of whom most films were seen, have a card of their own. */
const directorCards = 30;

/** The picture that stands for a page where its address is passed on. */
export interface Card {
  /** Address, without the base path. */
  path: string;
  /** What its page is about. */
  name: string;
  /** What the picture says, for those who cannot see it. */
  alt: string;
  picture: Picture;
}

const known = new WeakMap<Site, Map<string, Card>>();

/** The card of a page; of pages that have none of their own, the dashboard's. */
export function cardOf(site: Site, page: string): Card {
  const cards = pageCards(site);
  const card = cards.get(page) ?? cards.get("/");
  if (!card) throw new Error("The dashboard has no card.");
  return card;
}

/** Cards by the address of their page: the dashboard, each fuller year, each genre, the most seen directors. */
export function pageCards(site: Site): Map<string, Card> {
  let cards = known.get(site);
  if (!cards) {
    const { library } = site;
    const all = yearRows(library.viewings);
    const directors = rankingRows(
      library.people.filter(({ credits }) => credits.director.length > 0),
      ({ credits }) => credits.director,
    )
      .sort(byFilms)
      .slice(0, directorCards);
    cards = new Map([
      ["/", card("/cards/dashboard.png", dashboardCard(site))],
      ...drawnYears(all).map((row) => cardAt(yearPath(row.year), yearContent(site, row, all))),
      ...allKinds
        .filter((kind) => kindOf(kind).hasCards)
        .flatMap((kind) => library.groups[kind])
        .map((group) => cardAt(group.path, groupCard(site, group))),
      ...directors.map(({ subject }) => cardAt(subject.path, directorCard(site, subject))),
    ]);
    known.set(site, cards);
  }
  return cards;
}

/** Of fewer viewings there is nothing to show. */
const drawnYears = (rows: YearRow[]): YearRow[] =>
  rows.filter(({ viewings }) => viewings >= enoughToDraw);

/** Where a year's pictures to keep are. */
export const yearPictures = (year: number) => ({
  portrait: `/cards${yearPath(year).slice(0, -1)}-portrait.png`,
  square: `/cards${yearPath(year).slice(0, -1)}-square.png`,
});

/** Every picture of the site by its address. Cards are of use only where pages have full addresses. */
export function pictures(site: Site, { cards }: { cards: boolean }): Map<string, Picture> {
  const all = yearRows(site.library.viewings);
  return new Map([
    ...drawnYears(all).flatMap((row): [string, Picture][] => {
      const content = yearContent(site, row, all);
      const paths = yearPictures(row.year);
      return [
        [paths.portrait, portrait(content)],
        [paths.square, square(content)],
      ];
    }),
    ...(cards
      ? [...pageCards(site).values()].map(({ path, picture }): [string, Picture] => [path, picture])
      : []),
  ]);
}

/** A picture as lists show it: address without the base path, and pixels wide and high. */
export interface SmallPicture extends Pick<Picture, "width" | "height"> {
  path: string;
}

/** The small one of a picture. No address of a page has a dot, so none has the name of a small one. */
export function smallOf(path: string, picture: Pick<Picture, "width" | "height">): SmallPicture {
  const shape = Math.sign(picture.width - picture.height);
  // All take about as many bytes, and are sharp at the size the lists have on a wide screen.
  const width = shape < 0 ? 270 : shape === 0 ? 360 : 480;
  return {
    path: path.replace(/\.png$/, ".small.png"),
    width,
    height: Math.round((width * picture.height) / picture.width),
  };
}

const cardAt = (page: string | null, content: WideCard): [string, Card] => [
  page ?? "",
  card(`/cards${page?.slice(0, -1)}.png`, content),
];

function card(path: string, content: WideCard): Card {
  const { name, sentence, figures } = content;
  const said = figures.map(({ label, value }) => `${label}: ${value}`).join("; ");
  const alt = [name, sentence, said].filter(Boolean).join(". ");
  return { path, name: name ?? "Dashboard", alt: `${alt}.`, picture: wideCard(content) };
}
