import type { Box, Point } from "./boxes.ts";
import { textWidth } from "./texts.ts";

/** A point of a drawing and its name, CSS pixels. */
export interface Spot extends Point {
  name: string;
  /** The distance from the middle of the dot that stays free; 6 by default. */
  radius?: number;
}

export interface PlacedLabel<S extends Spot> extends Position {
  spot: S;
  /** The line from the dot to a text that did not fit beside it, relative to the spot. */
  leader: Leader | null;
}

export interface Position {
  /** The offset of the text from its spot, and which end of the text is there. */
  dx: number;
  dy: number;
  anchor: "start" | "middle" | "end";
}

export const lineHeight = 15;

export const radiusOf = ({ radius = 6 }: Spot): number => radius;

/** A line from a dot to its text, relative to the middle of the dot. */
export interface Leader {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** The place of a text. */
export function boxOf({ x, y, name }: Spot, { dx, dy, anchor }: Position): Box {
  const wide = textWidth(name);
  const start = { start: 0, middle: wide / 2, end: wide }[anchor];
  const left = x + dx - start;
  return {
    left,
    right: left + wide,
    top: y + dy - lineHeight / 2,
    bottom: y + dy + lineHeight / 2,
  };
}
