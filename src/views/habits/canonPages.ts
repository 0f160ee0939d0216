import type { Film } from "../../library/film.ts";
import type { Library } from "../../library/library.ts";
import type { CanonList, Title } from "../../library/title.ts";
import { rowsPerPage } from "../../pageSizes.ts";
import { remembered } from "../../remembered.ts";
import type { Site } from "../../site.ts";
import { favourites } from "../../stats/filmOrder.ts";
import { enoughToDraw } from "../../stats/finding.ts";
import { listProgress } from "../../stats/listProgress.ts";
import { aboutCanon, canonName, howCanonIsFound, seenOf } from "../../words/canon.ts";
import { describeList } from "../../words/lists.ts";
import { withCommas } from "../../words/richText.ts";
import { headline } from "../../words/sentences.ts";
import { type Block, type BlockPage, blocksOf, type TitleRow } from "../block.ts";
import type { SectionPage } from "../section.ts";
import { decadeBlock, progressBlock } from "./listBlocks.ts";
import { listFigures } from "./listFigures.ts";

/** The canon lists with a page: those with a seen film. */
export const canonWithPage = remembered((library: Library): CanonList[] =>
  library.canon.filter(({ items }) => items.some(({ title }) => title.film !== null)),
);

/** The canon lists that a film is on, with its place. */
export const canonOf = (library: Library, film: Film): { list: CanonList; position: number }[] =>
  placesOnCanon(library).get(film) ?? [];

const placesOnCanon = remembered((library: Library) => {
  const places = new Map<Film, { list: CanonList; position: number }[]>();
  for (const list of library.canon) {
    for (const { title, position } of list.items) {
      const { film } = title;
      if (film) places.set(film, [...(places.get(film) ?? []), { list, position }]);
    }
  }
  return places;
});

export const canonPages = (site: Site): SectionPage[] =>
  canonWithPage(site.library).map((list) => ({
    path: list.path,
    view: () => canonPage(site, list),
  }));

function canonPage(site: Site, list: CanonList): BlockPage {
  const titles = list.items.map(({ title }) => title);
  const progress = listProgress(titles);
  const name = canonName(list);
  const about = aboutCanon(list);
  return {
    title: name,
    description: describeList(site, name, progress),
    above: [["/lists/", "Lists"]],
    heading: [headline(name, `: ${seenOf(site, progress)} seen`)],
    ...(about !== null && { kicker: [about] }),
    figures: listFigures(site, progress),
    blocks: blocksOf([
      progressBlock(site, titles),
      decadeBlock(site, titles),
      bestBlock(titles),
      missingBlock(site, list),
      seenBlock(site, list),
    ]),
  };
}

/** The best rated films; null if few are rated, because the list of those seen shows them. */
function bestBlock(titles: readonly Title[]): Block | null {
  const rated = favourites(titles.flatMap(({ film }) => film ?? []));
  if (rated.length < enoughToDraw) return null;
  return {
    id: "best",
    title: "What you rate highest",
    shown: [{ as: "strip", films: rated.slice(0, 8) }],
  };
}

function missingBlock({ settings, format }: Site, { items }: CanonList): Block | null {
  const missing = items.filter(({ title }) => title.film === null);
  if (missing.length === 0) return null;
  const links = missing.map(({ title }) => ({
    text: title.name,
    href: title.page && `https://www.themoviedb.org/${title.page}`,
    note: withCommas(
      [
        title.year === null ? "" : `${title.year}`,
        settings.publish.watchlist && title.watchlisted !== null ? "on the watchlist" : "",
      ].filter((text) => text !== ""),
    ),
  }));
  return {
    id: "missing",
    title: `${format.count(missing.length, "film")} not seen`,
    shown: [
      { as: "links", links },
      { as: "small", text: [howCanonIsFound] },
    ],
  };
}

/** The seen films in the order of the list; with many of them without posters. */
function seenBlock({ format, href }: Site, { items }: CanonList): Block | null {
  const rows = items.flatMap(({ title, position }): TitleRow[] =>
    title.film
      ? [
          {
            title,
            number: format.integer(position),
            href: href(title.film.path),
            note: title.year === null ? "" : `${title.year}`,
          },
        ]
      : [],
  );
  if (rows.length === 0) return null;
  return {
    id: "seen",
    title: `${format.count(rows.length, "film")} seen`,
    shown: [
      rows.length > rowsPerPage
        ? { as: "columns", films: rows.flatMap(({ title }) => title.film ?? []) }
        : { as: "titles", rows },
    ],
  };
}
