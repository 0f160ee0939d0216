import * as Plot from "@observablehq/plot";
import { type Format, stars } from "../format.ts";
import { type Chart, drawBoth } from "./drawing.ts";

export interface RatedPart {
  name: string;
  /** Its place in the collection, from 1. */
  place: number;
  rating: number;
  href: string;
}

/** A small line through the ratings of the parts of a collection, with a dot for each. */
export function ratingLineChart(
  parts: RatedPart[],
  {
    title,
    format,
    mean,
    count,
    lit = null,
  }: {
    title: string;
    format: Format;
    /** The mean of all films. */
    mean: number;
    /** The number of parts, rated or not. */
    count: number;
    /** The place of the part that the heading names. */
    lit?: number | null;
  },
): Chart {
  const best = parts.find(({ place }) => place === lit);
  const text = {
    title,
    description: `${format.integer(parts.length)} rated of ${format.count(count, "film")}${best ? `; the best is ${best.name} with ${format.starsInWords(best.rating)}` : ""}.`,
    table: {
      head: ["Place", "Film", "Rating"],
      rows: parts.map(({ place, name, rating }) => [`${place}`, name, stars(rating)]),
      links: parts.map(({ href }) => href),
    },
  };
  return drawBoth(text, "half", (width) => ({
    isFine: true,
    height: 180,
    marginLeft: 62,
    marginRight: 18,
    marginTop: 12,
    marginBottom: 26,
    x: {
      domain: [1, Math.max(2, count)],
      ticks: placeTicks(count, width),
      tickFormat: (place: number) => `${place}`,
      tickSize: 0,
      label: null,
    },
    y: {
      domain: [0.25, 5.25],
      ticks: [1, 2, 3, 4, 5],
      tickFormat: (rating: number) => stars(rating),
      tickSize: 0,
      label: null,
      grid: true,
    },
    marks: [
      Plot.ruleY([mean], { stroke: "var(--ink-2)", strokeDasharray: "4 3" }),
      Plot.line(parts, { x: "place", y: "rating", stroke: "var(--bar)", strokeWidth: 1.5 }),
      Plot.dot(parts, {
        x: "place",
        y: "rating",
        r: 5,
        fill: (part: RatedPart) => (part === best ? "var(--you)" : "var(--bar)"),
        href: "href",
        title: (part: RatedPart) => `${part.place}. ${part.name}: ${stars(part.rating)}`,
      }),
    ],
  }));
}

/** Every place, or every second, third … if they would touch. */
function placeTicks(count: number, width: number): number[] {
  const every = Math.ceil((count * 24) / (width - 80));
  return Array.from({ length: count }, (_, i) => i + 1).filter(
    (place) => (place - 1) % every === 0,
  );
}
