import * as Plot from "@observablehq/plot";
import type { PlacedLabel, Spot } from "./labels.ts";
import { halo } from "./texts.ts";

/** Places in pixels. Plot moves them by half a band where a scale has bands: `shift` takes that back. */
const at = (value: string) => ({ value, scale: null });

/** The lines to names that did not fit beside their dots. */
export const leaderMarks = (labels: PlacedLabel<Spot>[], shift = 0): Plot.Markish =>
  Plot.link(
    labels.flatMap(({ spot: { x, y }, leader }) =>
      leader
        ? [{ x1: x + leader.x1, x2: x + leader.x2, y1: y + leader.y1, y2: y + leader.y2 }]
        : [],
    ),
    { x1: at("x1"), x2: at("x2"), y1: at("y1"), y2: at("y2"), dx: shift, stroke: "var(--rule-2)" },
  );

/** The names, drawn over all lines. */
export const namesAt = (labels: PlacedLabel<Spot>[], fill: string, shift = 0): Plot.Markish[] =>
  labels.map(({ spot, dx, dy, anchor }) =>
    Plot.text([spot], {
      x: at("x"),
      y: at("y"),
      text: "name",
      dx: dx + shift,
      dy,
      textAnchor: anchor,
      fill,
      ...halo,
      pointerEvents: "none",
    }),
  );
