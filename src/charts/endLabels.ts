import * as Plot from "@observablehq/plot";
import { spread } from "./spread.ts";
import { halo } from "./texts.ts";

/** The name of a line, beside its last point. */
export interface EndLabel {
  name: string;
  /** The height of the last point, CSS pixels from the top. */
  y: number;
  fill: string;
}

/** The height of a line of text, CSS pixels. */
const lineHeight = 16;

/** Names of lines on the right, at `x`, moved apart where they would cover each other; in CSS pixels. */
export function endLabels(
  labels: readonly EndLabel[],
  { x, top, bottom }: { x: number; top: number; bottom: number },
): Plot.Markish {
  const places = spread(
    labels.map(({ y }) => y),
    { gap: lineHeight, from: top, to: bottom },
  );
  const placed = labels.map((label, i) => ({ ...label, x, place: places[i] ?? label.y }));
  return Plot.text(placed, {
    x: { value: "x", scale: null },
    y: { value: "place", scale: null },
    text: "name",
    fill: { value: "fill", scale: null },
    textAnchor: "start",
    ...halo,
  });
}
