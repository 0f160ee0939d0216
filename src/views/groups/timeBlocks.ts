import { yearPath } from "../../library/address.ts";
import type { Film } from "../../library/film.ts";
import type { Group } from "../../library/group.ts";
import type { Site } from "../../site.ts";
import { favourites } from "../../stats/filmOrder.ts";
import { enoughToDraw } from "../../stats/finding.ts";
import { seenPerYear } from "../../stats/seenPerYear.ts";
import { byYearsTitle, overTimeNote, seenTitle } from "../../words/groupBlocks.ts";
import { link, phrase, type RichText, withCommas } from "../../words/richText.ts";
import { decadesTitle } from "../../words/titles.ts";
import { barRows, meanNote } from "../barRows.ts";
import type { Block } from "../block.ts";

/** The films that a year of a decade names; a link leads to the others. */
const named = 8;

const sameYears = <Key>(films: readonly Film[], keyOf: (year: number) => Key): Map<Key, Film[]> =>
  Map.groupBy(
    films.filter(({ year }) => year !== null),
    ({ year }) => keyOf(year ?? 0),
  );

/** Films by decade of release, oldest first, each decade with its page. */
export function decades(
  { library, format, href }: Site,
  { films }: Pick<Group, "films">,
): Block | null {
  const byDecade = sameYears(films, (year) => Math.floor(year / 10) * 10);
  if (byDecade.size < 2 || films.length < enoughToDraw) return null;
  const [first, last] = [Math.min(...byDecade.keys()), Math.max(...byDecade.keys())];
  const rows = Array.from({ length: (last - first) / 10 + 1 }, (_, i) => {
    const decade = first + i * 10;
    return { decade, own: byDecade.get(decade) ?? [] };
  });
  const pages = new Map(library.groups.decade.map(({ id, path }) => [id, path]));
  const pageOf = (decade: number) => pages.get(`${decade}`);
  return {
    id: "decades",
    title: decadesTitle(
      rows.map(({ decade, own }) => ({ decade, films: own.length })),
      format,
    ),
    isHalf: true,
    shown: [
      {
        as: "bars",
        rows: barRows(
          rows.map(({ decade, own }) => {
            const path = own.length > 0 && pageOf(decade);
            return {
              label: [link(`${decade}s`, path ? href(path) : null)],
              amount: own.length,
              note: meanNote(own, format),
            };
          }),
          format,
        ),
      },
    ],
  };
}

/** Viewings per year of the diary, newest first. */
export function overTime(site: Site, { films }: Pick<Group, "films">): Block | null {
  const { library, format, href } = site;
  const years = seenPerYear(films, library.viewings);
  const viewings = years.reduce((sum, year) => sum + year.viewings, 0);
  if (years.length < 2 || viewings < enoughToDraw) return null;
  return {
    id: "seen",
    title: seenTitle(site, years),
    isHalf: true,
    shown: [
      {
        as: "bars",
        rows: barRows(
          years.toReversed().map(({ year, viewings: amount, all }) => ({
            label: [link(`${year}`, all > 0 ? href(yearPath(year)) : null)],
            amount,
            note: amount > 0 ? `${format.percent(amount / all)} of ${format.integer(all)}` : "",
          })),
          format,
        ),
      },
      { as: "small", text: overTimeNote },
    ],
  };
}

/** The years of a decade, newest first, each with its films. */
export function years(site: Site, { films }: Group): Block | null {
  const byYear = [...sameYears(films, (year) => year)].sort(([a], [b]) => b - a);
  if (byYear.length === 0) return null;
  return {
    id: "years",
    title: byYearsTitle(
      site,
      byYear.map(([year, own]) => ({ year, films: own.length })),
    ),
    shown: [
      {
        as: "bars",
        rows: barRows(
          byYear.map(([year, own]) => ({
            label: [{ text: `${year}`, href: allOf(site, year) }],
            amount: own.length,
            note: meanNote(own, site.format),
            below: bestOf(site, year, own),
          })),
          site.format,
        ),
      },
    ],
  };
}

const allOf = ({ href }: Site, year: number): string => `${href("/films/")}#y${year}`;

/** The best films of a year with their stars, and a link to the others. */
function bestOf(site: Site, year: number, films: Film[]): RichText {
  const rated = favourites(films);
  const ordered = [...rated, ...films.filter(({ rating }) => rating === null)];
  const listed = ordered
    .slice(0, named)
    .map(({ name, path, rating }) =>
      phrase(
        { text: name, href: site.href(path) },
        rating !== null && [" ", { stars: rating } as const],
      ),
    );
  const all = films.length > named && {
    text: `all ${site.format.integer(films.length)}`,
    href: allOf(site, year),
  };
  return withCommas(all ? [...listed, all] : listed);
}
