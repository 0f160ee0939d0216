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
  }: {
    title: string;
    /** The address of the films with a rating. */
    link?: (rating: number) => string;
    format: Format;
    unit?: string;
    /** The rating that the text beside the drawing mentions. */
    lit?: number | null;
  },
): Chart {
  const highest = Math.max(...rows.map(({ count }) => count));
  const common = soleFirst(rows, ({ count }) => count);
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  const text = {
    title,
    description: `Of ${format.count(total, `rated ${unit}`)}, ${common ? `${format.integer(highest)} have the commonest rating, ${format.starsInWords(common.rating)}` : `no rating is commoner than all others`}.`,
    table: {
      links: rows.map(({ rating, count }) => (count > 0 ? link?.(rating) : undefined)),
      head: ["Rating", `${unit[0]?.toUpperCase()}${unit.slice(1)}s`],
      rows: rows.map(({ rating, count }) => [stars(rating), count]),
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
    y: { axis: null, domain: [0, Math.max(1, highest)] },
    marks: [
      Plot.barY(rows, {
        x: "rating",
        y: "count",
        fill: ({ rating }: Row) => (rating === lit ? "var(--you)" : "var(--bar)"),
        ...(!link && { title: said }),
      }),
      Plot.text(rows, {
        x: "rating",
        y: "count",
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

const wholeStars = (rating: number) => (rating % 1 === 0 || rating < 1 ? stars(rating) : "");
const shortStars = (rating: number) => (rating % 1 === 0 ? `${rating}★` : wholeStars(rating));
