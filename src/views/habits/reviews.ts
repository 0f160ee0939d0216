import { columnsChart } from "../../charts/columns.ts";
import { cleanText } from "../../cleanText.ts";
import { yearOf } from "../../day.ts";
import { sum } from "../../numbers.ts";
import type { Site } from "../../site.ts";
import { enoughToDraw } from "../../stats/finding.ts";
import { median } from "../../stats/median.ts";
import { reviewFacts } from "../../stats/reviews.ts";
import { type ReviewRow, reviewRows } from "../../stats/reviewTexts.ts";
import { mostTitle } from "../../words/most.ts";
import { describeReviews, reviewsHeading, startOf } from "../../words/reviews.ts";
import { withCommas } from "../../words/richText.ts";
import { type Block, type BlockPage, blocksOf, type ReviewShown } from "../block.ts";
import type { Section, SectionPage } from "../section.ts";
import { type ListPart, pagedList } from "./pagedList.ts";

/** Reviews in each list of the first page. */
const shownRows = 8;

/** Every review; none unless they are published. */
const publicReviews = ({ library, settings }: Site): ReviewRow[] =>
  settings.publish.reviews ? reviewRows(library.films) : [];

/** The reviews of one year, or those without a day. */
interface ReviewYear {
  name: string;
  path: string;
  rows: ReviewRow[];
}

function yearsOf(rows: ReviewRow[]): ReviewYear[] {
  return [...Map.groupBy(rows, ({ date }) => (date === null ? null : yearOf(date)))].map(
    ([year, own]) => ({
      name: year === null ? "Without a day" : `${year}`,
      path: `/reviews/${year ?? "undated"}/`,
      rows: own,
    }),
  );
}

/** The page of all reviews, then the reviews of each year. */
export const reviews: Section = {
  folder: "reviews",
  name: "Reviews",
  part: "Films",
  count: (site) => publicReviews(site).length,
  pages,
};

function pages(site: Site): SectionPage[] {
  const all = publicReviews(site);
  if (all.length === 0) return [];
  const years = yearsOf(all);
  return [
    { path: "/reviews/", view: () => reviewsPage(site, all, years) },
    ...years.flatMap((year) =>
      pagedList(site, { path: year.path, rows: year.rows }, (part) => yearPage(site, year, part)),
    ),
  ];
}

function reviewsPage(site: Site, rows: ReviewRow[], years: ReviewYear[]): BlockPage {
  const { format, library } = site;
  const facts = reviewFacts(library.films);
  const words = rows.map((row) => row.words);
  const isShort = rows.length <= 2 * shownRows;
  return {
    title: "Reviews",
    description: describeReviews(site, facts),
    above: [],
    heading: [reviewsHeading(site, rows.length, sum(words))],
    figures: [
      {
        label: "Reviews",
        value: format.integer(rows.length),
        note: `of ${format.count(facts.films, "film")}`,
      },
      { label: "Words", value: format.integer(sum(words)) },
      ...(rows.length > 1
        ? [
            {
              label: "Half have at most",
              value: format.count(Math.round(median(words) ?? 0), "word"),
              note: `the longest has ${format.integer(Math.max(...words))}`,
            },
          ]
        : []),
    ],
    blocks: blocksOf([
      yearsBlock(site, years),
      listBlock(site, isShort ? rows : rows.slice(0, shownRows), {
        id: "newest",
        title: isShort ? "The reviews" : "The newest",
      }),
      !isShort &&
        listBlock(site, rows.toSorted((a, b) => b.words - a.words).slice(0, shownRows), {
          id: "longest",
          title: "The longest",
        }),
    ]),
  };
}

/** The number of reviews of each year, with the way to them. */
function yearsBlock({ format, href }: Site, years: ReviewYear[]): Block {
  const dated = years.filter(({ rows }) => rows[0]?.date !== null).toReversed();
  const undated = years.filter(({ rows }) => rows[0]?.date === null);
  const isDrawn = dated.length > 1 && sum(dated.map(({ rows }) => rows.length)) >= enoughToDraw;
  const links = (isDrawn ? undated : [...dated.toReversed(), ...undated]).map(
    ({ name, path, rows }) => [
      { text: name, href: href(path) },
      "\u00a0",
      { small: format.integer(rows.length) },
    ],
  );
  return {
    id: "years",
    title: isDrawn
      ? mostTitle(
          dated.map(({ name, rows }) => ({ name, amount: rows.length })),
          { unit: "review", format, otherwise: "Year by year" },
        )
      : "Year by year",
    shown: [
      ...(isDrawn
        ? [
            {
              as: "chart" as const,
              chart: columnsChart(
                dated.map(({ name, path, rows }) => ({
                  label: name,
                  value: rows.length,
                  href: href(path),
                })),
                {
                  title: "Reviews by the year of watching",
                  format,
                  unit: "review",
                  head: ["Year", "Reviews"],
                  labelWidth: 44,
                  isNamed: true,
                },
              ),
            },
          ]
        : []),
      ...(links.length > 0 ? [{ as: "text" as const, text: withCommas(links) }] : []),
    ],
  };
}

const listBlock = (
  site: Site,
  rows: readonly ReviewRow[],
  names: { id: string; title: string },
): Block => ({
  ...names,
  shown: [{ as: "reviews", reviews: rows.map((row) => shown(site, row)) }],
});

const shown = (
  { format, href }: Site,
  { film, date, rating, text, words }: ReviewRow,
): ReviewShown => ({
  film,
  href: href(film.path),
  date,
  rating,
  start: startOf(cleanText(text)),
  note: format.count(words, "word"),
});

function yearPage(
  site: Site,
  { name, path, rows: all }: ReviewYear,
  { rows, page, span, ways }: ListPart<ReviewRow>,
): BlockPage {
  const { format } = site;
  const isFirst = page === 1;
  const count = format.count(all.length, "review");
  const title = all[0]?.date === null ? "Reviews without a day" : `Reviews of ${name}`;
  const list = listBlock(site, rows, {
    id: "reviews",
    title: span === null ? count : `Reviews ${span}`,
  });
  return {
    title: isFirst ? title : `${title}, page ${page}`,
    description: `${title}: ${count}, ${format.count(sum(all.map(({ words }) => words)), "word")}.`,
    above: [
      ["/reviews/", "Reviews"],
      ...(isFirst ? [] : [[path, name] satisfies [string, string]]),
    ],
    heading: [all[0]?.date === null ? `${count} without a day` : `${count} of ${name}`],
    figures: [],
    blocks: [{ ...list, shown: [...list.shown, ...ways] }],
  };
}
