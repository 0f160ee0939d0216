import { type Kind, kindOf } from "../../library/kinds.ts";
import type { Site } from "../../site.ts";
import { completeness } from "../../stats/completeness.ts";
import { countKnown } from "../../stats/countKnown.ts";
import { foremost } from "../../stats/finding.ts";
import { bestRatedOf, byFilms, rankingRows, ratingRules } from "../../stats/ranking.ts";
import { averageRating } from "../../stats/ratings.ts";
import {
  bestRatedTitle,
  describeRanking,
  noneYet,
  rankingHeading,
  rankingKicker,
} from "../../words/groups.ts";
import { metadataNotice } from "../../words/metadataNotice.ts";
import { capital } from "../../words/richText.ts";
import { type Block, type BlockPage, blocksOf } from "../block.ts";
import { rankedPages } from "../rankedPages.ts";
import type { SectionPage } from "../section.ts";
import { rankingBlocks } from "./rankingBlocks.ts";

/** The pages that rank genres, countries, collections …, those without a page of their own too. */
export function groupRanking(site: Site, kind: Kind): SectionPage[] {
  const { library } = site;
  const { one, many, folder, from, pageFrom, rule, rankingBlocks: names } = kindOf(kind);
  const members = library.groups[kind].filter(({ films }) => films.length >= pageFrom);
  const rows = rankingRows(members, ({ films }) => films, {
    rule: ratingRules[rule],
    overallMean: averageRating(library.films),
  }).sort(byFilms);
  const all = countKnown(library.films, kind);
  const first = foremost(rows, ({ films }) => films, { all });
  const states = new Map(
    members.flatMap((group) => {
      const state = completeness(group.parts, group.films, library.asOf);
      return state ? [[group, state] as const] : [];
    }),
  );
  const best = bestRatedOf(rows, {
    filmsOf: ({ films }) => films,
    all: library.films,
    rule: ratingRules[rule],
  });
  const firstPage = (table: Block | null): BlockPage => {
    const next = foremost(rows.slice(first.length), ({ films }) => films, { all });
    const complete = [...states.values()].filter(({ missing }) => missing.length === 0).length;
    return {
      title: capital(many),
      description: describeRanking(site, kind, { rows, first, next }),
      above: [],
      heading: rankingHeading(site, kind, { rows, first }),
      kicker: rankingKicker(site, kind, { rows, complete }),
      figures: [],
      remark: rows.length === 0 && all > 0 ? noneYet(site, kind) : undefined,
      notice: from === "TMDB" ? metadataNotice(site, capital(many)) : null,
      blocks: blocksOf([
        ...names.map((name) => rankingBlocks[name](site, kind, { rows, states })),
        table,
      ]),
    };
  };
  return rankedPages(
    site,
    {
      path: `/${folder}/`,
      one,
      many,
      above: [],
      title: best
        ? bestRatedTitle(best.subject)
        : `All ${site.format.count(rows.length, one, many)}`,
      rows,
      rule: ratingRules[rule],
      named: [...first, ...(best ? [best] : [])].map(({ subject }) => subject),
      totals: new Map([...states].map(([group, { total }]) => [group, total])),
    },
    firstPage,
  );
}
