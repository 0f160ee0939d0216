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

/** The number of directors with a card of their own: those with the most seen films. */
const directorCards = 30;

/** The picture that link previews show of a page. */
export interface Card {
  /** Address, without the base path. */
  path: string;
  /** What its page is about. */
  name: string;
  /** The words of the picture, for screen readers. */
  alt: string;
  picture: Picture;
}

const cachedCards = new WeakMap<Site, Map<string, Card>>();

/** The card of a page. A page without one of its own has the dashboard's. */
export function cardOf(site: Site, page: string): Card {
  const cards = pageCards(site);
  const card = cards.get(page) ?? cards.get("/");
  if (!card) throw new Error("The dashboard has no card.");
  return card;
}

/**
 * Cards by the address of their page: of the dashboard, of years with enough viewings, of each group
 * whose kind has cards, and of the most seen directors.
 */
export function pageCards(site: Site): Map<string, Card> {
  let cards = cachedCards.get(site);
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
        .flatMap((group) => (group.path ? [cardAt(group.path, groupCard(site, group))] : [])),
      ...directors.flatMap(({ subject }) =>
        subject.path ? [cardAt(subject.path, directorCard(site, subject))] : [],
      ),
    ]);
    cachedCards.set(site, cards);
  }
  return cards;
}

/** Years with enough viewings for a picture. */
const drawnYears = (rows: YearRow[]): YearRow[] =>
  rows.filter(({ viewings }) => viewings >= enoughToDraw);

/** The addresses of a year's two pictures to keep. */
export const yearPictures = (year: number) => ({
  portrait: `/cards${yearPath(year).slice(0, -1)}-portrait.png`,
  square: `/cards${yearPath(year).slice(0, -1)}-square.png`,
});

/** Every picture of the site by its address. Cards need a site with full addresses. */
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

/** The small version of a picture. Its name has a dot, so it cannot be the address of another card. */
export function smallOf(path: string, picture: Pick<Picture, "width" | "height">): SmallPicture {
  const shape = Math.sign(picture.width - picture.height);
  // Each shape takes about the same number of bytes and is sharp in lists on a wide screen.
  const width = shape < 0 ? 270 : shape === 0 ? 360 : 480;
  return {
    path: path.replace(/\.png$/, ".small.png"),
    width,
    height: Math.round((width * picture.height) / picture.width),
  };
}

const cardAt = (page: string, content: WideCard): [string, Card] => [
  page,
  card(`/cards${page.slice(0, -1)}.png`, content),
];

function card(path: string, content: WideCard): Card {
  const { name, sentence, figures } = content;
  const said = figures.map(({ label, value }) => `${label}: ${value}`).join("; ");
  const alt = [name, sentence, said].filter(Boolean).join(". ");
  return { path, name: name ?? "Dashboard", alt: `${alt}.`, picture: wideCard(content) };
}
