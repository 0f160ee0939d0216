import { worldMapChart } from "../../charts/worldMap.ts";
import { countryCodes, countryName } from "../../library/placeNames.ts";
import type { Site } from "../../site.ts";
import { countFilms } from "../../stats/counts.ts";
import { enoughToDraw } from "../../stats/finding.ts";
import { byFilms, rankingRows } from "../../stats/ranking.ts";
import { unseenCountries, unseenNote } from "../../words/groupBlocks.ts";
import type { Block } from "../block.ts";

const collator = new Intl.Collator("en");

/** The map of countries with its rows, most films first; null with few films or one country. */
export function worldMap({ library, format, href }: Site) {
  const rows = rankingRows(library.groups.country, ({ films }) => films).sort(byFilms);
  if (rows.length < 2 || countFilms(library.films).matched < enoughToDraw) return null;
  const countries = rows.map(({ subject: { id, name, path }, films }) => ({
    code: id,
    name,
    films,
    ...(path && { href: href(path) }),
  }));
  return { rows, chart: worldMapChart(countries, { title: "Films by country", format }) };
}

/** The map, and the countries without a seen film. */
export function mapBlock(site: Site): Block | null {
  const map = worldMap(site);
  if (!map) return null;
  const seen = new Set(map.rows.map(({ subject }) => subject.id));
  const unseen = countryCodes
    .filter((code) => !seen.has(code))
    .map((code) => ({ name: countryName(code), href: null }))
    .sort((a, b) => collator.compare(a.name, b.name));
  const { title, summary } = unseenCountries(site, {
    seen: seen.size,
    unseen: unseen.length,
  });
  return {
    id: "map",
    title,
    shown: [
      { as: "map", map: map.chart },
      ...(unseen.length > 0
        ? [
            {
              as: "closed" as const,
              summary,
              shown: [
                { as: "names" as const, names: unseen },
                { as: "small" as const, text: unseenNote },
              ],
            },
          ]
        : []),
    ],
  };
}
