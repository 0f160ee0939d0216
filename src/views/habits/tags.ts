import { columnsChart } from "../../charts/columns.ts";
import { yearOf } from "../../day.ts";
import { yearPath } from "../../library/address.ts";
import type { Film } from "../../library/film.ts";
import type { Library } from "../../library/library.ts";
import { tagPaths } from "../../library/ownAddresses.ts";
import { remembered } from "../../remembered.ts";
import type { Site } from "../../site.ts";
import { enoughRatings, enoughToDraw } from "../../stats/finding.ts";
import { looseTags, type TagRow, tagFacts, tagRows } from "../../stats/tags.ts";
import { mostTitle } from "../../words/most.ts";
import { describeTags, periodOf, tagHeading, tagsHeading } from "../../words/tags.ts";
import { barRows, meanWords } from "../barRows.ts";
import { type Block, type BlockPage, blocksOf } from "../block.ts";
import type { Section, SectionPage } from "../section.ts";
import { type ListPart, pagedList } from "./pagedList.ts";

const allTags = remembered(({ films }: Library) => {
  const rows = tagRows(films);
  const paths = tagPaths(rows.map(({ tag }) => tag));
  return rows.map((row) => ({ ...row, path: paths.get(row.tag) ?? "" }));
});

type TagWithPath = TagRow & { path: string };

/** Every tag with its page; none unless tags are published. */
const publicTags = ({ library, settings }: Site): TagWithPath[] =>
  settings.publish.tags ? allTags(library) : [];

const pathByTag = remembered(
  (library: Library) => new Map(allTags(library).map(({ tag, path }) => [tag, path])),
);

/** The address of a tag's page; undefined unless tags are published. */
export const tagPath = ({ library, settings }: Site, tag: string): string | undefined =>
  settings.publish.tags ? pathByTag(library).get(tag) : undefined;

/** The page of all tags, then a page for each. */
export const tags: Section = {
  folder: "tags",
  name: "Tags",
  part: "Films",
  count: (site) => publicTags(site).length,
  pages,
};

function pages(site: Site): SectionPage[] {
  const all = publicTags(site);
  if (all.length === 0) return [];
  return [
    ...pagedList(site, { path: "/tags/", rows: all }, (part) => tagsPage(site, part)),
    ...all.flatMap((tag) =>
      pagedList(site, { path: tag.path, rows: filmsWith(site, tag.tag) }, (part) =>
        tagPage(site, tag, part),
      ),
    ),
  ];
}

function tagsPage(site: Site, { rows, page, span, ways }: ListPart<TagWithPath>): BlockPage {
  const { format, href, library } = site;
  const facts = tagFacts(library.films);
  const bars = barRows(
    rows.map((row) => ({
      label: [{ text: row.tag, href: href(row.path) }],
      amount: row.viewings,
      note: row.viewings === 0 ? format.count(row.films, "film") : meanOf(site, row),
    })),
    format,
  );
  const isFirst = page === 1;
  return {
    title: isFirst ? "Tags" : `Tags, page ${page}`,
    description: describeTags(site, facts),
    above: isFirst ? [] : [["/tags/", "Tags"]],
    heading: [isFirst ? tagsHeading(site, publicTags(site)) : `Tags ${span}`],
    figures: isFirst
      ? [
          { label: "Tags", value: format.integer(facts.tags) },
          {
            label: "Tagged viewings",
            value: format.integer(facts.viewings),
            note: `of ${format.integer(facts.of)}`,
          },
        ]
      : [],
    blocks: [
      {
        id: "all",
        title: span === null ? "By viewings" : `By viewings, ${span}`,
        shown: [{ as: "bars", rows: bars }, ...ways],
      },
    ],
  };
}

const meanOf = ({ format }: Site, { average, rated }: TagRow): string =>
  meanWords(average, rated, format);

interface TaggedFilm {
  film: Film;
  /** How many of its viewings have the tag. */
  viewings: number;
}

/** The films with a tag, most of its viewings first, then in the order of the library. */
const filmsWith = ({ library }: Site, tag: string): TaggedFilm[] =>
  library.films
    .map((film) => ({
      film,
      viewings: film.viewings.filter(({ tags: own }) => own.includes(tag)).length,
    }))
    .filter(({ film, viewings }) => viewings > 0 || looseTags(film).includes(tag))
    .sort((a, b) => b.viewings - a.viewings);

function tagPage(
  site: Site,
  tag: TagWithPath,
  { rows, page, span, ways }: ListPart<TaggedFilm>,
): BlockPage {
  const { format } = site;
  const isFirst = page === 1;
  const period = periodOf(site, tag);
  const heading = tagHeading(site, tag);
  return {
    title: isFirst ? tag.tag : `${tag.tag}, page ${page}`,
    description: `${heading}.`,
    above: [
      ["/tags/", "Tags"],
      ...(isFirst ? [] : [[tag.path, tag.tag] satisfies [string, string]]),
    ],
    heading: [heading],
    kicker: isFirst && period !== "" ? [period] : undefined,
    figures:
      isFirst && tag.average !== null && tag.rated >= enoughRatings
        ? [
            {
              label: "Average rating",
              value: format.average(tag.average),
              note: `of ${format.count(tag.rated, "rated viewing")}`,
            },
          ]
        : [],
    blocks: blocksOf([
      isFirst && yearsBlock(site, tag),
      {
        id: "films",
        title: span === null ? "The films" : `Films ${span}`,
        shown: [
          {
            as: "films",
            rows: rows.map(({ film, viewings }) => ({
              film,
              note: viewings > 1 ? `${format.integer(viewings)} times with the tag` : "",
            })),
          },
          ...ways,
        ],
      },
    ]),
  };
}

/** The viewings of each year; null with few of them or in a single year. */
function yearsBlock({ library, format, href }: Site, { tag, viewings }: TagWithPath): Block | null {
  const years = Map.groupBy(
    library.viewings.filter(({ tags: own }) => own.includes(tag)),
    ({ date }) => yearOf(date),
  );
  if (viewings < enoughToDraw || years.size < 2) return null;
  const [first, last] = [Math.min(...years.keys()), Math.max(...years.keys())];
  const rows = Array.from({ length: last - first + 1 }, (_, i) => {
    const value = years.get(first + i)?.length ?? 0;
    return { label: `${first + i}`, value, ...(value > 0 && { href: href(yearPath(first + i)) }) };
  });
  return {
    id: "years",
    title: mostTitle(
      rows.map(({ label, value }) => ({ name: label, amount: value })),
      { unit: "viewing", format, otherwise: "Year by year" },
    ),
    shown: [
      {
        as: "chart",
        chart: columnsChart(rows, {
          title: `Viewings with the tag “${tag}” by year`,
          format,
          unit: "viewing",
          head: ["Year", "Viewings"],
          labelWidth: 44,
          isNamed: true,
        }),
      },
    ],
  };
}
