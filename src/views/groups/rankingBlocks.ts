import { yearOf } from "../../day.ts";
import type { Group } from "../../library/group.ts";
import { type Kind, kindOf, type RankingBlock } from "../../library/kinds.ts";
import type { Site } from "../../site.ts";
import type { Completeness } from "../../stats/completeness.ts";
import { enoughToDraw } from "../../stats/finding.ts";
import {
  bestRatedOf,
  byScore,
  byViewings,
  type RankingRow,
  ratingRules,
} from "../../stats/ranking.ts";
import { averageRating } from "../../stats/ratings.ts";
import { bestRatedTitle } from "../../words/groups.ts";
import { capital } from "../../words/richText.ts";
import type { Block } from "../block.ts";
import { byRatingBlock, byViewingsBlock } from "../rankingBlocks.ts";
import { complete, mostSeen, oneShort } from "./collectionBoxes.ts";
import { columns, decadeColumns } from "./columnBlocks.ts";
import { againstVoters, madeWhen, movedRatings, yearByYear } from "./comparisons.ts";
import { pairs } from "./pairBlock.ts";
import { mapBlock } from "./worldMap.ts";

/** All members of a kind that have a page, with how much of each is seen. */
export interface Ranked {
  /** Most films first. */
  rows: RankingRow<Group>[];
  /** The rows that the heading names; none if too many are equal. */
  first: RankingRow<Group>[];
  /** Only for members whose films TMDB has listed. */
  states: Map<{ name: string }, Completeness>;
}

type MakeBlock = (site: Site, kind: Kind, ranked: Ranked) => Block | null;

/** The parts of a ranking page by name. A part is null if there is nothing to show. */
export const rankingBlocks: Record<RankingBlock, MakeBlock> = {
  byFilms: (_, kind, { rows, first, states }) =>
    rows.length > 0
      ? {
          id: "by-films",
          title: "By films",
          shown: [
            {
              as: "table",
              rows,
              head: capital(kindOf(kind).one),
              named: first.length,
              totals: new Map([...states].map(([subject, { total }]) => [subject, total])),
            },
          ],
        }
      : null,

  byRating(site, kind, { rows }) {
    const { films } = site.library;
    const rule = ratingRules[kindOf(kind).rule];
    const best = bestRatedOf(rows, { filmsOf: (group) => group.films, all: films, rule });
    return byRatingBlock(site, {
      rows: rows.filter(({ score }) => score !== null).toSorted(byScore),
      rule,
      overallMean: averageRating(films),
      ...(best && { title: bestRatedTitle(best.subject), named: 1 }),
    });
  },

  byViewings: (site, _, { rows }) =>
    byViewingsBlock(
      site,
      site.library.viewings.length >= enoughToDraw
        ? rows.filter(({ viewings }) => viewings > 0).toSorted(byViewings)
        : [],
    ),

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
              `A ${kindOf(kind).one}’s films by decade of release. Half of them were made by the year beside its name; `,
              { key: "you" },
              " is the decade of that year.",
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
            "Means of the ",
            { text: "earlier and the later half", href: `${href("/about/")}#halves` },
            ` of the rated diary; over all viewings ${format.average(before.mean)} before, ${format.average(after.mean)} since${halves.filledIn > 0 ? ", filled-in days aside" : ""}.`,
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
