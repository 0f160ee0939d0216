import type { Site } from "../../site.ts";
import { enoughToDraw } from "../../stats/finding.ts";
import { mostViewed, seenAgain } from "../../stats/seenAgain.ts";
import * as words from "../../words/rewatches.ts";
import { type Block, type BlockPage, blocksOf, type Shown } from "../block.ts";
import { neighbours } from "../neighbours.ts";
import type { Section, SectionPage } from "../section.ts";
import {
  longestBlock,
  longUnseenBlock,
  manyYearsBlock,
  rewatchYearsBlock,
  seenBeforeBlock,
  shortestBlock,
} from "./rewatches/blocks.ts";
import { dotsOf } from "./rewatches/dots.ts";
import { rewatchFigures } from "./rewatches/figures.ts";

const path = "/rewatches/";
/** The films of a page, and those of the first page that are visible at once. */
const [rowsPerPage, open] = [100, 20];

export const rewatches: Section = {
  folder: "rewatches",
  name: "Rewatches",
  part: "Films",
  count: ({ library }) => seenAgain(library.films).length,
  pages: (site) => {
    if (seenAgain(site.library.films).length === 0) return [];
    const count = Math.max(1, Math.ceil(mostViewed(site.library.films).length / rowsPerPage));
    return Array.from({ length: count }, (_, i): SectionPage => {
      const page = i + 1;
      return {
        path: pathOf(page),
        view: () => (page === 1 ? firstPage(site, count) : furtherPage(site, { page, count })),
      };
    });
  },
};

const pathOf = (page: number): string => (page === 1 ? path : `${path}${page}/`);

function firstPage(site: Site, count: number): BlockPage {
  const films = seenAgain(site.library.films);
  const isShort = site.library.viewings.length < enoughToDraw;
  return {
    title: "Rewatches",
    description: words.describeRewatches(site, films),
    above: [],
    heading: words.rewatchesHeading(site, films),
    kicker: words.rewatchesKicker(site, films),
    figures: rewatchFigures(site, films),
    blocks: isShort
      ? [fewBlock(site)]
      : blocksOf([
          dotsBlock(site, count),
          rewatchYearsBlock(site),
          manyYearsBlock(site),
          longestBlock(site),
          shortestBlock(site),
          longUnseenBlock(site),
          seenBeforeBlock(site),
        ]),
  };
}

/** The films of a short diary, which is not drawn. */
const fewBlock = ({ library }: Site): Block => ({
  id: "films",
  title: words.fewTitle,
  shown: [{ as: "rows", films: seenAgain(library.films), posters: true }],
});

/** The films with several viewings, the first of them visible; null without one. */
function dotsBlock(site: Site, count: number): Block | null {
  const films = mostViewed(site.library.films);
  if (films.length === 0) return null;
  const shown = films.slice(0, rowsPerPage);
  const rest = shown.slice(open);
  return {
    id: "films",
    title: words.filmsTitle(site, films.length),
    shown: [
      dotsOf(site, shown.slice(0, open), "years-of-first"),
      ...(rest.length > 0
        ? [
            {
              as: "closed" as const,
              summary: words.moreFilms(site, rest.length, films.length - open),
              shown: [dotsOf(site, rest, "years-of-others")],
            },
          ]
        : []),
      { as: "small", text: words.dotsNote(site) },
      ...pagesOf(site, 1, count),
    ],
  };
}

function furtherPage(site: Site, { page, count }: { page: number; count: number }): BlockPage {
  const films = mostViewed(site.library.films);
  const from = (page - 1) * rowsPerPage;
  const shown = films.slice(from, from + rowsPerPage);
  const title = words.pageTitle(page, count);
  return {
    title,
    description: words.describePage(site, title, films.length),
    above: [[path, "Rewatches"]],
    heading: [title],
    figures: [],
    blocks: [
      {
        id: "films",
        title: words.partTitle(site, {
          from: from + 1,
          to: from + shown.length,
          all: films.length,
        }),
        shown: [dotsOf(site, shown, "years-of-first"), ...pagesOf(site, page, count)],
      },
    ],
  };
}

const pagesOf = ({ href }: Site, page: number, count: number): Shown[] =>
  count > 1
    ? [{ as: "pages", pages: neighbours(page, count, (other) => href(pathOf(other))) }]
    : [];
