import * as Plot from "@observablehq/plot";
import { type Format, stars } from "../format.ts";
import { enoughRatings, soleFirst } from "../stats/finding.ts";
import { type Chart, drawBoth } from "./drawing.ts";
import { wholeBands } from "./targets.ts";
import { halo } from "./texts.ts";

export interface RatingDot {
  label: string;
  rating: number;
  /** How many ratings the mean is of. */
  rated: number;
  /** Their standard deviation, drawn as a band; null if they are too few. */
  spread?: number | null;
  href?: string;
}

/** Room for values to the right of the last dots, CSS pixels. */
const valueWidth = 92;

/**
 * A line per row with a dot at its mean rating. Beside the dot are the mean and the number of ratings.
 * The overall mean is a vertical line. A mean of too few ratings has a small dot and cannot be the
 * best.
 */
export function ratingDotsChart(
  rows: RatingDot[],
  {
    title,
    format,
    mean,
    head,
    labelWidth = 44,
    size = "full",
    lit,
  }: {
    title: string;
    format: Format;
    mean: number;
    head: string;
    /** Room for the labels, CSS pixels. */
    labelWidth?: number;
    size?: "full" | "half";
    /** The label that the title names, or null for none; the highest mean if it is left out. */
    lit?: string | null;
  },
): Chart {
  const banded = rows.flatMap(({ label, rating, spread }) =>
    spread
      ? [{ label, from: Math.max(0.5, rating - spread), to: Math.min(5, rating + spread) }]
      : [],
  );
  const best = soleFirst(rows.filter(isSound), ({ rating }) => rating);
  const said = (row: RatingDot) => `${format.average(row.rating)} of ${format.integer(row.rated)}`;
  const text = {
    title,
    description: `${best ? `Highest, from ${enoughRatings} ratings on: ${best.label} with ${format.average(best.rating)}; ` : ""}${format.average(mean)} over all.`,
    table: {
      head: [head, "Average rating", "Rated", ...(banded.length > 0 ? ["Spread"] : [])],
      rows: rows.map(({ label, rating, rated, spread }) => [
        label,
        format.average(rating),
        rated,
        ...(banded.length > 0 ? [spread ? format.average(spread) : "–"] : []),
      ]),
      links: rows.map(({ href }) => href),
    },
  };
  // Beside a dot, its values would lie over a band, or in a narrow drawing over the names.
  const isAside = banded.length > 0 || size === "half";
  return drawBoth(text, size, (width) => ({
    height: 32 + rows.length * 28,
    marginTop: 2,
    marginBottom: 28,
    marginLeft: labelWidth,
    marginRight: valueWidth,
    x: {
      domain: [0.5, 5],
      ticks: [1, 2, 3, 4, 5],
      // Five stars are wider than a phone's step between two ratings.
      tickFormat: (rating: number) => (width > 600 ? stars(rating) : `${rating} ★`),
      tickSize: 4,
      label: null,
    },
    y: {
      type: "band",
      domain: rows.map(({ label }) => label),
      label: null,
      tickSize: 0,
      padding: 0,
    },
    marks: [
      ...(banded.length > 0
        ? [
            Plot.barX(banded, {
              y: "label",
              x1: "from",
              x2: "to",
              fill: "var(--rule)",
              insetTop: 9,
              insetBottom: 9,
            }),
          ]
        : []),
      Plot.ruleX([mean], { stroke: "var(--ink-2)", strokeDasharray: "4 3" }),
      Plot.ruleY(rows, { y: "label", x1: mean, x2: "rating", stroke: "var(--bar)" }),
      Plot.dot(rows, {
        y: "label",
        x: "rating",
        r: (row: RatingDot) => (isSound(row) ? 5 : 2.5),
        fill: (row: RatingDot) =>
          (lit === undefined ? row === best : row.label === lit) ? "var(--you)" : "var(--bar)",
      }),
      ...(isAside
        ? [
            Plot.text(rows, {
              y: "label",
              frameAnchor: "right",
              text: said,
              textAnchor: "start",
              dx: 12,
              fill: "var(--ink-2)",
            }),
          ]
        : ([-1, 1] as const).map((side) =>
            Plot.text(
              rows.filter(({ rating }) => rating < mean === side < 0),
              {
                y: "label",
                x: "rating",
                text: said,
                // The text is on the far side of the mean's line.
                dx: side * 10,
                textAnchor: side < 0 ? "end" : "start",
                fill: "var(--ink-2)",
                ...halo,
              },
            ),
          )),
      wholeBands(rows, {
        y: "label",
        insetLeft: -labelWidth,
        insetRight: -valueWidth,
        title: (row) =>
          `${row.label}: ${format.average(row.rating)} ★, ${format.integer(row.rated)} rated`,
        ...(rows.some(({ href }) => href) && { href: ({ href }: RatingDot) => href }),
      }),
    ],
    r: { type: "identity" },
  }));
}

const isSound = ({ rated }: RatingDot) => rated >= enoughRatings;
