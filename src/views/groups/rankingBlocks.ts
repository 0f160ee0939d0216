import { yearOf } from "../../day.ts";
import type { Group } from "../../library/group.ts";
import { type Kind, kindOf, type RankingBlock } from "../../library/kinds.ts";
import type { Site } from "../../site.ts";
import type { Completeness } from "../../stats/completeness.ts";
import type { RankingRow } from "../../stats/ranking.ts";
import type { Block } from "../block.ts";
import { complete, mostSeen, oneShort } from "./collectionBoxes.ts";
import { columns, decadeColumns } from "./columnBlocks.ts";
import { againstVoters, madeWhen, movedRatings, yearByYear } from "./comparisons.ts";
import { pairs } from "./pairBlock.ts";
import { mapBlock } from "./worldMap.ts";

/** All members of a kind that have a page, with how much of each is seen. */
export interface Ranked {
  /** Most films first. */
  rows: RankingRow<Group>[];
  /** Only for members whose films TMDB has listed. */
  states: Map<{ name: string }, Completeness>;
}

type MakeBlock = (site: Site, kind: Kind, ranked: Ranked) => Block | null;

/** The parts of a ranking page before its table, by name. A part is null if there is nothing to show. */
export const rankingBlocks: Record<RankingBlock, MakeBlock> = {
  madeWhen(site, kind) {
    const made = madeWhen(site, kind);
    return (
      made && {
        id: "made",
        title: made.title,
        shown: [
          {
            as: "chart",
            chart: made.chart,
            caption: [
              `The year is the middle one: half the films of a ${kindOf(kind).one} are as old or older. `,
              { key: "you" },
              " marks its decade.",
            ],
          },
        ],
      }
    );
  },

  againstVoters(site, kind) {
    const against = againstVoters(site, kind);
    if (!against) return null;
    const { format, href } = site;
    const { films, you, voters } = against.overall;
    return {
      id: "voters",
      title: against.title,
      isHalf: true,
      shown: [
        {
          as: "chart",
          chart: against.chart,
          caption: [
            `Over the ${format.integer(films)} films that `,
            { text: "you and they have rated", href: `${href("/about/")}#voters` },
            `: you ${format.average(you)}, TMDB voters ${format.average(voters)}.`,
          ],
        },
      ],
    };
  },

  thenAndNow(site, kind) {
    const halves = movedRatings(site, kind);
    if (!halves) return null;
    const { format, href } = site;
    const { before, after } = halves.all;
    return {
      id: "halves",
      title: halves.title,
      isHalf: true,
      shown: [
        {
          as: "chart",
          chart: halves.chart,
          caption: [
            "Mean rating in the ",
            { text: "earlier and the later half", href: `${href("/about/")}#halves` },
            ` of the diary; all viewings: ${format.average(before.mean)}, then ${format.average(after.mean)}${halves.filledIn > 0 ? ", without filled-in days" : ""}.`,
          ],
        },
      ],
    };
  },

  yearByYear(site, kind) {
    const order = yearByYear(site, kind);
    if (!order) return null;
    const { format, href, library } = site;
    const isSoFar = order.last === yearOf(library.asOf);
    return {
      id: "ranks",
      title: order.title,
      shown: [
        {
          as: "chart",
          chart: order.chart,
          caption: [
            `The ${format.integer(order.count)} ${kindOf(kind).many} with the most viewings in these years, `,
            { text: "ranked among each other", href: `${href("/about/")}#rank` },
            ", with their share of the year’s viewings",
            order.of ? `; ${order.of} is in colour` : "",
            ...(isSoFar ? [`; ${order.last} is counted to `, { day: library.asOf }] : []),
            ".",
          ],
        },
      ],
    };
  },

  map: mapBlock,
  columns,
  decadeColumns,
  pairs,
  complete,
  oneShort,
  mostSeen,
};
