import { type Kind, kindOf } from "../../library/kinds.ts";
import { roles } from "../../roles.ts";
import type { Site } from "../../site.ts";
import { countFilms } from "../../stats/counts.ts";
import { enoughToDraw, foremost } from "../../stats/finding.ts";
import {
  bestRatedOf,
  byFilms,
  byScore,
  groupRule,
  type RankingRow,
  rankingRows,
} from "../../stats/ranking.ts";
import { averageRating } from "../../stats/ratings.ts";
import { mapTitle } from "../../words/dashboard.ts";
import type { RichText } from "../../words/richText.ts";
import type { RankBlock } from "../block.ts";
import { worldMap } from "../groups/worldMap.ts";
import { countRows, scoreRows } from "../rankRows.ts";

/** Rows of each list. */
const listed = 8;

/**
 * Which genres, directors, countries and languages the films are of. A list is null if its rows differ
 * too little to rank.
 */
export function groups(site: Site) {
  const { library, format, href } = site;
  const { genre: genres, country: countries, language: languages } = library.groups;
  const directors = library.people.filter(({ credits }) => credits.director.length > 0);
  const ofGroups = (all: typeof genres) => rankingRows(all, ({ films }) => films).sort(byFilms);
  const block = (id: string, title: string, rows: Row[], note: RichText) =>
    rankBlock(site, { id, title, rows, note });
  const allOf = (kind: Kind) => {
    const { one, many, folder } = kindOf(kind);
    const count = format.count(library.groups[kind].length, one, many);
    return { text: `All ${count}`, href: href(`/${folder}/`) };
  };
  return {
    map: dashboardMap(site),
    genres: block("genres", "Genres", ofGroups(genres), [
      "A film can have several. ",
      allOf("genre"),
    ]),
    directors: block(
      "directors",
      "Directors",
      rankingRows(directors, ({ credits }) => credits.director).sort(byFilms),
      [
        {
          text: `All ${format.count(directors.length, "director")}`,
          href: href(`/${roles.director.folder}/`),
        },
      ],
    ),
    countries: block("countries", "Countries", ofGroups(countries), [
      "A co-production counts for each of its countries. ",
      allOf("country"),
    ]),
    languages: block("languages", "Languages", ofGroups(languages), [
      "These are the original languages. ",
      allOf("language"),
    ]),
  };
}

type Row = RankingRow<{ name: string; path: string | null }>;

/** Null with few films, or if no row has more than two. */
function rankBlock(
  site: Site,
  { rows, ...block }: { id: string; title: string; rows: Row[]; note: RichText },
): RankBlock | null {
  const { matched } = countFilms(site.library.films);
  const isRanked = matched >= enoughToDraw && rows.length > 1 && (rows[0]?.films ?? 0) > 2;
  return isRanked ? { ...block, rows: countRows(rows.slice(0, listed), "films", site) } : null;
}

/** The map of countries with what it shows as its title. */
function dashboardMap(site: Site) {
  const map = worldMap(site);
  if (!map) return null;
  const { matched } = countFilms(site.library.films);
  const first = foremost(map.rows, ({ films }) => films, { all: matched });
  return {
    id: "map",
    title: mapTitle(site, {
      countries: map.rows.length,
      first: first.map(({ subject, films }) => ({ name: subject.name, films })),
      matched,
    }),
    chart: map.chart,
  };
}

/** Decades by rating, best first; null with fewer than two that have enough ratings. */
export function decadesByRating(site: Site) {
  const { library } = site;
  const { films } = library;
  const overallMean = averageRating(films);
  const rows = rankingRows(library.groups.decade, (decade) => decade.films, {
    rule: groupRule,
    overallMean,
  })
    .filter(({ score }) => score !== null)
    .sort(byScore);
  if (rows.length < 2) return null;
  const best = bestRatedOf(rows, {
    filmsOf: (decade) => decade.films,
    all: films,
    rule: groupRule,
  });
  return {
    id: "best-decade",
    title: best ? `You rate the ${best.subject.name} highest` : "How you rate the decades",
    rows: scoreRows(rows, { ...site, overallMean }),
    /** The number of rows that the title names. */
    named: best ? 1 : 0,
    rule: groupRule,
    overallMean,
  };
}
