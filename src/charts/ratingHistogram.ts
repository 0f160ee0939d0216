import * as Plot from "@observablehq/plot";
import { type Format, stars } from "../format.ts";
import { soleFirst } from "../stats/finding.ts";
import { type Chart, drawBoth } from "./drawing.ts";
import { wholeBands } from "./targets.ts";

interface Row {
  rating: number;
  count: number;
}

/** A column per rating from half a star to five, with the counts on top. */
export function ratingHistogramChart(
  rows: Row[],
  {
    title,
    link,
    format,
    unit = "film",
    lit = null,
    outline = [],
  }: {
    title: string;
    /** The address of the films with a rating; none if no page has them. */
    link?: (rating: number) => string | undefined;
    format: Format;
    unit?: string;
    /** The rating that the text beside the drawing mentions. */
    lit?: number | null;
    /** The ratings to compare with, drawn as an outline of the same total. */
    outline?: Row[];
  },
): Chart {
  const highest = Math.max(...rows.map(({ count }) => count));
  const common = soleFirst(rows, ({ count }) => count);
  const total = totalOf(rows);
  const shares = outline.map(({ rating, count }) => ({ rating, share: count / totalOf(outline) }));
  const lines = shares.map(({ rating, share }) => ({ rating, count: share * total }));
  const text = {
    title,
    description: `Of ${format.count(total, `rated ${unit}`)}, ${common ? `${format.integer(highest)} have the commonest rating, ${format.starsInWords(common.rating)}` : `no rating is commoner than all others`}.`,
    table: {
      links: rows.map(({ rating, count }) => (count > 0 ? link?.(rating) : undefined)),
      head: [
        "Rating",
        `${unit[0]?.toUpperCase()}${unit.slice(1)}s`,
        ...(shares.length > 0 ? ["Share", `Share of all ${unit}s`] : []),
      ],
      rows: rows.map(({ rating, count }, i) => [
        stars(rating),
        count,
        ...(shares.length > 0
          ? [format.percent(count / total), format.percent(shares[i]?.share ?? 0)]
          : []),
      ]),
    },
  };
  const said = (row: Row) => `${stars(row.rating)}: ${format.count(row.count, unit)}`;
  return drawBoth(text, "half", (width) => ({
    height: 220,
    marginTop: 22,
    marginLeft: 4,
    marginRight: 4,
    marginBottom: 28,
    x: {
      type: "band",
      domain: rows.map(({ rating }) => rating),
      tickSize: 0,
      label: null,
      padding: 0.12,
      // Five stars are wider than a column, so only whole ratings are labelled, on a phone by number.
      tickFormat: (rating: number) => (width < 420 ? shortStars(rating) : wholeStars(rating)),
    },
    y: { axis: null, domain: [0, Math.max(1, highest, ...lines.map(({ count }) => count))] },
    marks: [
      Plot.barY(rows, {
        x: "rating",
        y: "count",
        fill: ({ rating }: Row) => (rating === lit ? "var(--you)" : "var(--bar)"),
        ...(!link && { title: said }),
      }),
      Plot.barY(lines, {
        x: "rating",
        y: "count",
        fill: "none",
        stroke: "var(--ink)",
        strokeWidth: 1.5,
      }),
      Plot.text(rows, {
        x: "rating",
        y: (row: Row, i: number) => Math.max(row.count, lines[i]?.count ?? 0),
        text: (row: Row) => format.integer(row.count),
        dy: -9,
        fill: "var(--ink-2)",
      }),
      Plot.ruleY([0], { stroke: "var(--ink)" }),
      ...(link
        ? [
            wholeBands(rows, {
              x: "rating",
              insetTop: -22,
              title: said,
              href: ({ rating, count }: Row) => (count > 0 ? link(rating) : undefined),
            }),
          ]
        : []),
    ],
  }));
}

const totalOf = (rows: Row[]): number => rows.reduce((sum, { count }) => sum + count, 0);
const wholeStars = (rating: number) => (rating % 1 === 0 || rating < 1 ? stars(rating) : "");
const shortStars = (rating: number) => (rating % 1 === 0 ? `${rating}★` : wholeStars(rating));
