import { type ScatterPoint, scatterChart } from "../../charts/scatter.ts";
import type { Person } from "../../library/person.ts";
import type { Site } from "../../site.ts";
import { completeness } from "../../stats/completeness.ts";
import { countFilms } from "../../stats/counts.ts";
import { directedByWomen } from "../../stats/directedByWomen.ts";
import { foremost } from "../../stats/finding.ts";
import {
  bestRatedOf,
  byFilms,
  byScore,
  byViewings,
  personRule,
  type RankingRow,
  rankingRows,
} from "../../stats/ranking.ts";
import { averageRating } from "../../stats/ratings.ts";
import { standouts } from "../../stats/standouts.ts";
import { byWomenText, shareByWomen } from "../../words/directedByWomen.ts";
import { metadataNotice } from "../../words/metadataNotice.ts";
import { describeDirectors, directorsHeading, directorsKicker } from "../../words/people.ts";
import { type Block, type BlockPage, blocksOf } from "../block.ts";
import { byRatingBlock, byViewingsBlock } from "../rankingBlocks.ts";

type Row = RankingRow<Person>;

/** The length of the rankings by rating and by viewings. */
const ranked = 20;
/** The number of directors from which a chart is clearer than a list. */
const enoughDots = 5;
/** More dots than these cannot be told apart, and a phone takes long to draw them. */
const mostDots = 120;

/** The page that ranks all directors. */
export function directorsPage(site: Site): BlockPage {
  const { library } = site;
  const overallMean = averageRating(library.films);
  const rows = rankingRows(
    library.people.filter(({ credits }) => credits.director.length > 0),
    ({ credits }) => credits.director,
    { rule: personRule, overallMean },
  ).sort(byFilms);
  const all = countFilms(library.films).matched;
  const first = foremost(rows, ({ films }) => films, { all });
  const eligible = rows.filter(({ score }) => score !== null);
  const seenAgain = rows.filter(({ viewings }) => viewings > 1);
  return {
    title: "Directors",
    description: describeDirectors(site, { rows, first }),
    above: [],
    heading: directorsHeading(site, { rows, first }),
    kicker: directorsKicker(site, rows),
    figures: [],
    notice: metadataNotice(site, "Directors"),
    blocks: blocksOf([
      scatterBlock(site, eligible, overallMean),
      byRatingBlock(site, {
        rows: eligible.toSorted(byScore).slice(0, ranked),
        rule: personRule,
        overallMean,
      }),
      byViewingsBlock(site, seenAgain.toSorted(byViewings).slice(0, ranked)),
      severalBlock(site, rows, first),
      singleBlock(site, rows),
      womenBlock(site),
    ]),
  };
}

function scatterBlock(
  { library, format, href }: Site,
  eligible: Row[],
  overallMean: number | null,
): Block | null {
  const least = leastRated(eligible);
  const drawn = eligible.filter(({ rated }) => rated >= least);
  if (drawn.length < enoughDots || overallMean === null) return null;
  const point = ({ subject, films, average, rated }: Row): ScatterPoint => ({
    name: subject.name,
    films,
    mean: average ?? 0,
    rated,
    ...(subject.path && { href: href(subject.path) }),
  });
  const best = bestRatedOf(eligible, {
    filmsOf: ({ credits }) => credits.director,
    all: library.films,
    rule: personRule,
  });
  return {
    id: "standouts",
    title:
      best && drawn.includes(best)
        ? `Best rated: ${best.subject.name}`
        : "Films seen and how you rate them",
    shown: [
      {
        as: "chart",
        chart: scatterChart(drawn.map(point), {
          title: "Directors by films seen and mean rating",
          format,
          overall: overallMean,
          head: "Director",
          named: standouts(drawn, 30).map(point),
        }),
        caption: [
          `The ${format.integer(drawn.length)} directors with ${format.integer(least)} rated films or more. The scale of films is logarithmic, since few have many.`,
        ],
      },
    ],
  };
}

/** The rated films that a director of the chart needs, so that there are not too many dots. */
function leastRated(rows: Row[]): number {
  let least = personRule.minimum;
  while (rows.filter(({ rated }) => rated >= least).length > mostDots) least += 1;
  return least;
}

function severalBlock({ library }: Site, rows: Row[], first: Row[]): Block | null {
  const several = rows.filter(({ films }) => films > 1);
  if (several.length === 0) return null;
  const totals = new Map(
    several.flatMap(({ subject }) => {
      const career = completeness(subject.filmography, subject.credits.director, library.asOf);
      return career ? [[subject, career.total] as const] : [];
    }),
  );
  return {
    id: "several",
    title: "Two films or more",
    shown: [{ as: "table", rows: several, head: "Director", totals, named: first.length }],
  };
}

function singleBlock({ href }: Site, rows: Row[]): Block | null {
  const names = rows
    .filter(({ films }) => films === 1)
    .map(({ subject: { name, path } }) => ({ name, href: path && href(path) }));
  return names.length > 0
    ? { id: "single", title: "One film each", shown: [{ as: "names", names }] }
    : null;
}

function womenBlock(site: Site): Block | null {
  const counts = directedByWomen(site.library.films);
  const share = shareByWomen(site, counts);
  return share === null
    ? null
    : {
        id: "women",
        title: `${share} directed by women`,
        shown: [{ as: "text", text: byWomenText(site, counts) }],
      };
}
