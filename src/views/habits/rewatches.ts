import type { Film } from "../../library/film.ts";
import { rewatchesPerPage } from "../../pageSizes.ts";
import type { Site } from "../../site.ts";
import { enoughToDraw } from "../../stats/finding.ts";
import { mostViewed, seenAgain } from "../../stats/seenAgain.ts";
import * as words from "../../words/rewatches.ts";
import { type Block, type BlockPage, blocksOf } from "../block.ts";
import type { Section } from "../section.ts";
import { type ListPart, pagedList } from "./pagedList.ts";
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
/** The films of the first page that are visible at once. */
const open = 20;

export const rewatches: Section = {
  folder: "rewatches",
  name: "Rewatches",
  part: "Films",
  count: ({ library }) => seenAgain(library.films).length,
  pages: (site) => {
    if (seenAgain(site.library.films).length === 0) return [];
    const rows = mostViewed(site.library.films);
    return pagedList(site, { path, rows, perPage: rewatchesPerPage }, (part) =>
      part.page === 1 ? firstPage(site, part, rows.length) : furtherPage(site, part, rows.length),
    );
  },
};

function firstPage(site: Site, part: ListPart<Film>, all: number): BlockPage {
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
          dotsBlock(site, part, all),
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
function dotsBlock(site: Site, { rows, ways }: ListPart<Film>, all: number): Block | null {
  if (all === 0) return null;
  const rest = rows.slice(open);
  return {
    id: "films",
    title: words.filmsTitle(site, all),
    shown: [
      dotsOf(site, rows.slice(0, open), "years-of-first"),
      ...(rest.length > 0
        ? [
            {
              as: "closed" as const,
              summary: words.moreFilms(site, rest.length, all - open),
              shown: [dotsOf(site, rest, "years-of-others")],
            },
          ]
        : []),
      { as: "small", text: words.dotsNote(site) },
      ...ways,
    ],
  };
}

function furtherPage(
  site: Site,
  { rows, page, count, from, to, ways }: ListPart<Film>,
  all: number,
): BlockPage {
  const title = words.pageTitle(page, count);
  return {
    title,
    description: words.describePage(site, title, all),
    above: [[path, "Rewatches"]],
    heading: [title],
    figures: [],
    blocks: [
      {
        id: "films",
        title: words.partTitle(site, { from, to, all }),
        shown: [dotsOf(site, rows, "years-of-first"), ...ways],
      },
    ],
  };
}
