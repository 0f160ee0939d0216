import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";

interface ChartTable {
  head: string[];
  rows: (string | number)[][];
  /** One address per row, where the mark of the row links too. */
  links?: (string | undefined)[];
}

/** A chart as the pages take it. */
export interface Chart {
  /** What the chart shows, in a few words. */
  title: string;
  /** One sentence with the main figures, for screen readers. */
  description: string;
  /** The same figures as rows; the first row is the head. */
  table: ChartTable;
  /** The drawings, as SVG. `narrow` serves phones. */
  wide: string;
  narrow: string;
}

/** A chart with one drawing for every width, because it contains no text. */
export type ChartWithoutText = Omit<Chart, "narrow">;

export interface DrawingOptions extends Plot.PlotOptions {
  /**
   * Whether marks are too small or too close for a finger. Then they are not links on a touch screen,
   * and the table has the links.
   */
  isFine?: boolean;
}

/** Widths in CSS pixels at which drawings keep their text size. */
export const widths = { full: 1040, half: 500, narrow: 328 };

/** Stays above 11 px at the smallest scale at which a drawing is shown. */
const fontSize = 13;

const { document } = parseHTML("<!doctype html><html><body></body></html>");

/**
 * Draws a plot to SVG for both colour schemes: colours are CSS variables, Plot's own style sheet is
 * left out (the site's has it), coordinates are rounded.
 *
 * For screen readers, a drawing with links is a group, because the inside of an image cannot be
 * reached. Other drawings are images.
 */
export function draw(
  { title, description }: Pick<Chart, "title" | "description">,
  { isFine = false, ...options }: DrawingOptions,
): string {
  const svg = Plot.plot({
    document: document as unknown as Document,
    className: "plot",
    ...options,
  });
  if (isFine) svg.classList.add("is-fine");
  // A presentation attribute instead of Plot's `style` option: the site allows no inline styles.
  svg.setAttribute("font-size", `${fontSize}`);
  svg.querySelector("style")?.remove();
  // Groups have no role, so a label on them says nothing and fails accessibility checks.
  for (const group of svg.querySelectorAll("g[aria-label]")) group.removeAttribute("aria-label");
  const hasLinks = svg.querySelector("a") !== null;
  svg.setAttribute("role", hasLinks ? "group" : "img");
  svg.setAttribute("aria-label", title);
  svg.setAttribute("aria-description", description);
  for (const link of svg.querySelectorAll("a")) {
    const value = link.querySelector("title")?.textContent ?? link.textContent;
    if (value) link.setAttribute("aria-label", value);
    // Plot writes the older attribute, which HTML checkers and crawlers ignore.
    const address = link.getAttribute("xlink:href") ?? link.getAttribute("href");
    link.removeAttribute("xlink:href");
    if (address) link.setAttribute("href", address);
  }
  return svg.outerHTML.replace(
    / (?:d|transform|[xy][12]?|c[xy]|r|width|height)="[^"]*"/g,
    (attribute) =>
      attribute.replace(/-?\d+\.\d{2,}/g, (number) => `${Math.round(Number(number) * 10) / 10}`),
  );
}

/** Draws the same chart at its wide and its narrow width. */
export function drawBoth(
  { title, description, table }: Pick<Chart, "title" | "description" | "table">,
  size: "full" | "half",
  options: (width: number) => DrawingOptions,
): Chart {
  const at = (width: number) => draw({ title, description }, { width, ...options(width) });
  return { title, description, table, wide: at(widths[size]), narrow: at(widths.narrow) };
}
