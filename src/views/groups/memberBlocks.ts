import { barsChart } from "../../charts/bars.ts";
import { ratingHistogramChart } from "../../charts/ratingHistogram.ts";
import type { Film } from "../../library/film.ts";
import type { Group } from "../../library/group.ts";
import { kindOf, type MemberBlock } from "../../library/kinds.ts";
import type { Site } from "../../site.ts";
import { completeness } from "../../stats/completeness.ts";
import { decadeRows } from "../../stats/decades.ts";
import { directorsOf } from "../../stats/directorsOf.ts";
import { byYear, favourites, posterRow } from "../../stats/filmOrder.ts";
import { enoughToDraw, enoughToName } from "../../stats/finding.ts";
import { byFilms, personRule, rankingRows } from "../../stats/ranking.ts";
import { overallMean, ratingHistogram, ratingsOf } from "../../stats/ratings.ts";
import { capital } from "../../words/richText.ts";
import { decadesTitle, oddRating } from "../../words/titles.ts";
import type { Block } from "../block.ts";
import { missingBlock, ratingsInOrderBlock } from "../filmBlocks.ts";
import { countRows } from "../rankRows.ts";

/** The parts of a member's page by name. A part is null if there is nothing to show. */
export const memberBlocks: Record<MemberBlock, (site: Site, group: Group) => Block | null> = {
  best: (_, { films }) => {
    const best = isSmall(films) ? [] : favourites(films).slice(0, 8);
    return best.length > 0
      ? { id: "best", title: "What you rate highest", shown: [{ as: "strip", films: best }] }
      : null;
  },

  ratings({ library, format }, { kind, name, films }) {
    const rated = ratingsOf(films).length;
    if (rated < enoughToDraw) return null;
    const odd = oddRating(films, library.films, format);
    const chart = ratingHistogramChart(ratingHistogram(films), {
      title: `Ratings of ${kindOf(kind).filmsOf(name)}`,
      format,
      lit: odd?.rating ?? null,
    });
    return {
      id: "ratings",
      title: odd?.title ?? "How you rate it",
      isHalf: true,
      shown: [
        {
          as: "chart",
          chart,
          caption: [`Rated: ${format.integer(rated)} of ${format.count(films.length, "film")}.`],
        },
      ],
    };
  },

  decades({ format }, { kind, name, films }) {
    const decades = decadeRows(films);
    if (decades.length < 2 || films.length < enoughToDraw) return null;
    const bars = decades.map(({ decade, films: value }) => ({ label: `${decade}s`, value }));
    const chart = barsChart(bars, {
      title: `${capital(kindOf(kind).filmsOf(name))} by decade`,
      format,
      unit: "film",
      head: ["Decade", "Films"],
      labelWidth: 56,
    });
    return {
      id: "decades",
      title: decadesTitle(decades, format),
      isHalf: true,
      shown: [{ as: "chart", chart }],
    };
  },

  directors({ library, format, href }, { films }) {
    const inFilms = new Set(films);
    const rows = rankingRows(
      directorsOf(films),
      ({ credits }) => credits.director.filter((film) => inFilms.has(film)),
      { rule: personRule, overallMean: overallMean(library.films) },
    )
      .filter((row) => row.films > 1)
      .sort(byFilms)
      .slice(0, 10);
    return rows.length > 0
      ? {
          id: "directors",
          title: "Directors",
          shown: [
            { as: "ranks", rows: countRows(rows, "films", { format, href }) },
            {
              as: "small",
              text: ["Directors of two or more of these films."],
            },
          ],
        }
      : null;
  },

  films: ({ format }, { films }) => ({
    id: "films",
    title: films.length === 1 ? "The film" : `All ${format.integer(films.length)} films`,
    shown: isSmall(films)
      ? [{ as: "strip", films: posterRow(films) }]
      : [
          { as: "columns", films: films.toSorted(byYear) },
          { as: "small", text: ["By year of release, newest first."] },
        ],
  }),

  inOrder: (_, { films }) => ({
    id: "films",
    title: "The films",
    shown: [
      { as: "strip", films: posterRow(films).toSorted(byRelease) },
      { as: "rows", films: films.toSorted(byRelease) },
    ],
  }),

  ratingsInOrder: (site, { kind, name, films }) =>
    ratingsInOrderBlock(site, films, {
      title: "Your ratings from film to film",
      chartTitle: `Ratings of ${kindOf(kind).filmsOf(name)}`,
    }),

  missing: (site, { kind, films, parts }) =>
    missingBlock(
      site,
      completeness(parts, films, site.library.asOf),
      `of this ${kindOf(kind).one} at TMDB`,
    ),
};

/** With so few films, the page only lists them. */
const isSmall = (films: Film[]): boolean => films.length < enoughToName;

const byRelease = (a: Film, b: Film): number => byYear(b, a);
