import type { Format } from "../format.ts";
import { sum } from "../numbers.ts";
import { rowsPerPage } from "../pageSizes.ts";
import type { Site } from "../site.ts";
import {
  type RankingOrder,
  type RankingRow,
  type RatingRule,
  rankingOrders,
} from "../stats/ranking.ts";
import { averageRating } from "../stats/ratings.ts";
import { hoursNote, orderedWords, ratingNote } from "../words/rankings.ts";
import { capital, type RichText } from "../words/richText.ts";
import { type Block, type BlockPage, blocksOf, type PageLink } from "./block.ts";
import { neighbours } from "./neighbours.ts";
import type { SectionPage } from "./section.ts";

type Subject = { id: number | string; name: string; path: string | null };
type Row = RankingRow<Subject>;

/** People or groups to be ranked. */
export interface Ranked {
  /** The address of the first page: `/actors/`. */
  path: string;
  one: string;
  many: string;
  /** The pages above the first page, as in `BlockPage`. */
  above: BlockPage["above"];
  /** The title of the table, if it fits one page. */
  title: string;
  rows: readonly Row[];
  rule: RatingRule;
  /** Those that the heading of the first page names. */
  named: readonly Subject[];
  /** The number of films there are to see, if it is known. */
  totals?: ReadonlyMap<Subject, number>;
}

/** One page of a ranking, in one of its orders. */
export interface RankTable {
  /** What it contains, for screen readers. */
  label: string;
  order: RankingOrder;
  /**
   * The first column has the names. A column with an order links to the ranking in that order. A phone
   * shows an extra column only if it orders the rows.
   */
  columns: { name: string; order?: RankingOrder; href?: string; isExtra?: boolean }[];
  rows: {
    name: string;
    href: string | null;
    isNamed: boolean;
    /** The other columns. */
    cells: string[];
    /** The row's place in each order, in the order of the columns; only if all rows are here. */
    places?: number[];
  }[];
  note: RichText | null;
  /** The neighbours of this page, if the ranking has several. */
  pages: PageLink[];
}

interface Column {
  name: string;
  /** Whether it is about ratings. With few of them a table leaves it out. */
  isRating?: boolean;
  order?: RankingOrder;
  /** A column is left out if no row has a value. */
  figure: (row: Row, totals: ReadonlyMap<Subject, number>) => number | null;
  write: (value: number, format: Format) => string;
}

const integer: Column["write"] = (value, format) => format.integer(value);
const average: Column["write"] = (value, format) => format.average(value);

const allColumns: Column[] = [
  { name: "Films", order: "films", figure: ({ films }) => films, write: integer },
  {
    name: "Films in all",
    figure: ({ subject }, totals) => totals.get(subject) ?? null,
    write: integer,
  },
  { name: "Viewings", order: "viewings", figure: ({ viewings }) => viewings, write: integer },
  {
    name: "Hours",
    order: "hours",
    figure: ({ minutes }) => minutes,
    // "0" would say that nothing was seen.
    write: (value, format) => (value > 0 && value < 30 ? "<1" : format.hours(value)),
  },
  { name: "Mean rating", isRating: true, figure: (row) => row.average, write: average },
  { name: "Rated", isRating: true, figure: ({ rated }) => rated, write: integer },
  {
    name: "Weighted",
    isRating: true,
    order: "rating",
    figure: ({ score }) => score,
    write: average,
  },
];

/** The share of rows, and of their films, that needs a rating, so that a table has means. */
const leastRated = 0.05;

/** Whether the means would be a column of dashes, or stand for a film or two. */
const hasFewRatings = (rows: readonly Row[]): boolean =>
  rows.filter(({ rated }) => rated > 0).length < leastRated * rows.length ||
  sum(rows.map(({ rated }) => rated)) < leastRated * sum(rows.map(({ films }) => films));

/** The columns beside the names that a phone always shows: the films, and the means or the viewings. */
function mainColumns(columns: readonly Column[]): Column[] {
  const second = ["Mean rating", "Viewings"].flatMap((name) =>
    columns.filter((column) => column.name === name),
  );
  return [...columns.slice(0, 1), ...second.slice(0, 1)];
}

/**
 * All pages of a ranking: in each order as many as its rows need. The first page has more to show than
 * the table, so it is made by `first`.
 *
 * @param first makes the first page around the block of its table, which is null without rows
 */
export function rankedPages(
  site: Site,
  ranked: Ranked,
  first: (table: Block | null) => BlockPage,
): SectionPage[] {
  const { path, rows, totals = new Map() } = ranked;
  if (rows.length === 0) return [{ path, view: () => first(null) }];
  const isWhole = rows.length <= rowsPerPage;
  const isHardlyRated = hasFewRatings(rows);
  const columns = allColumns.filter(
    ({ figure, isRating }) =>
      !(isRating && isHardlyRated) && rows.some((row) => figure(row, totals)),
  );
  const main = mainColumns(columns);
  const orders: RankingOrder[] =
    rows.length === 1
      ? ["films"]
      : [
          // Many names are looked up in the search rather than on pages from A to Z.
          ...(isWhole ? (["name"] as const) : []),
          ...columns.flatMap(({ order }) => order ?? []),
        ];
  const sorted = new Map(orders.map((order) => [order, rows.toSorted(rankingOrders[order])]));
  const places = isWhole && orders.length > 1 ? placesOf([...sorted.values()]) : new Map();
  const count = Math.ceil(rows.length / rowsPerPage);
  const { films } = site.library;
  const hasUndated = films.some(({ viewings }) => viewings.length === 0);
  const hasRatings = orders.includes("rating");
  const notes = [
    ...(orders.includes("hours") ? hoursNote(site, films) : []),
    ...(hasRatings ? ratingNote(site, ranked.rule, averageRating(films), { hasUndated }) : []),
  ];
  const note = notes.length > 0 ? notes : null;
  const pathOf = (order: RankingOrder, page = 1) =>
    [path, order !== "films" && `by-${order}/`, page > 1 && `${page}/`].filter(Boolean).join("");

  const tableOf = (order: RankingOrder, page: number): RankTable => {
    const from = (page - 1) * rowsPerPage;
    const linked = (by: RankingOrder | undefined) =>
      by && orders.length > 1 && orders.includes(by) && { order: by, href: site.href(pathOf(by)) };
    return {
      label: `${capital(ranked.many)} by ${order}`,
      order,
      columns: [
        { name: capital(ranked.one), ...linked("name") },
        ...columns.map((column) => ({
          name: column.name,
          ...linked(column.order),
          ...(!main.includes(column) && { isExtra: true }),
        })),
      ],
      rows: (sorted.get(order) ?? []).slice(from, from + rowsPerPage).map((row) => ({
        name: row.subject.name,
        href: row.subject.path && site.href(row.subject.path),
        isNamed: ranked.named.includes(row.subject),
        cells: columns.map(({ figure, write }) => {
          const value = figure(row, totals);
          return value === null ? "–" : write(value, site.format);
        }),
        ...(places.has(row) && { places: places.get(row) }),
      })),
      note,
      pages: neighbours(page, count, (other) => site.href(pathOf(order, other))),
    };
  };

  const usualFirst = ["films" as const, ...orders.filter((order) => order !== "films")];
  return usualFirst.flatMap((order) =>
    Array.from({ length: count }, (_, i) => i + 1).map((page): SectionPage => {
      const words = orderedWords(site, {
        many: ranked.many,
        order,
        page,
        count,
        from: (page - 1) * rowsPerPage + 1,
        to: Math.min(page * rowsPerPage, rows.length),
        all: rows.length,
      });
      const block = (): Block => ({
        id: "all",
        title: isWhole ? ranked.title : words.part,
        shown: [{ as: "table", table: tableOf(order, page) }],
      });
      const isFirst = order === "films" && page === 1;
      return {
        path: pathOf(order, page),
        view: () =>
          isFirst
            ? first(block())
            : {
                title: words.title,
                description: words.description,
                above: [...ranked.above, [path, capital(ranked.many)]],
                heading: [words.title],
                figures: [],
                blocks: blocksOf([block()]),
              },
      };
    }),
  );
}

/** The place of each row in each of the sorted lists. */
function placesOf(lists: Row[][]): Map<Row, number[]> {
  const places = new Map<Row, number[]>();
  for (const list of lists) {
    for (const [i, row] of list.entries()) places.set(row, [...(places.get(row) ?? []), i]);
  }
  return places;
}
