import * as Plot from "@observablehq/plot";
import { widths } from "./drawing.ts";

/**
 * What a finger needs of a drawing for phones in each direction: 24 CSS pixels as shown on the
 * narrowest, where 328 are drawn on 288 (WCAG 2.2, success criterion 2.5.8).
 */
export const finger = (24 * widths.narrow) / 288;

/**
 * For marks that are too small for a finger, in a drawing with larger links: a tap shows the value of the
 * nearest one.
 */
export const fine = { className: "is-fine" };

/**
 * Invisible cells, one per band, as high or wide as the drawing. They have the text and the link of a
 * mark, so that its whole column or line can be tapped.
 */
export const wholeBands = <Row>(
  rows: Row[],
  place: Pick<
    Plot.CellOptions,
    "x" | "y" | "insetTop" | "insetBottom" | "insetLeft" | "insetRight"
  > & { title: (row: Row) => string; href?: (row: Row) => string | undefined },
): Plot.Markish => Plot.cell(rows, { ...place, fill: "var(--paper)", fillOpacity: 0 });
