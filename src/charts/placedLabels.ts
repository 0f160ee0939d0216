/** A point of a drawing and the name it wants, CSS pixels. */
export interface Spot {
  x: number;
  y: number;
  name: string;
}

export interface PlacedLabel<S extends Spot> {
  spot: S;
  /** Offset of the text from its spot, and the end of the text that lies there. */
  dx: number;
  dy: number;
  anchor: "start" | "middle" | "end";
}

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The site's text face is about this wide a character at 13 px, taken on the wide side. */
const characterWidth = 7.1;
const lineHeight = 15;

/** Beside, above, below, the corners, then above and below with the end a little past the spot. */
const positions = [
  { dx: 9, dy: 0, anchor: "start" },
  { dx: -9, dy: 0, anchor: "end" },
  { dx: 0, dy: -14, anchor: "middle" },
  { dx: 0, dy: 14, anchor: "middle" },
  { dx: 6, dy: -12, anchor: "start" },
  { dx: 6, dy: 12, anchor: "start" },
  { dx: -6, dy: -12, anchor: "end" },
  { dx: -6, dy: 12, anchor: "end" },
  { dx: 20, dy: -14, anchor: "end" },
  { dx: 20, dy: 14, anchor: "end" },
  { dx: -20, dy: -14, anchor: "start" },
  { dx: -20, dy: 14, anchor: "start" },
] as const;

/**
 * Names at as many spots as fit without covering another name or any dot, the first ones first.
 *
 * @param dots all dots of the drawing, those with a name too
 * @param reserved places of other texts
 * @param count most names
 */
export function placedLabels<S extends Spot>(
  wishes: S[],
  {
    dots,
    reserved = [],
    width,
    height,
    count,
    radius = 6,
  }: {
    dots: Spot[];
    reserved?: Box[];
    width: number;
    height: number;
    count: number;
    radius?: number;
  },
): PlacedLabel<S>[] {
  const taken: Box[] = [...reserved, ...dots.map((dot) => around(dot, radius))];
  const frame = { left: 0, right: width, top: 0, bottom: height };
  const placed: PlacedLabel<S>[] = [];
  for (const spot of wishes) {
    if (placed.length === count) break;
    const free = positions.find((position) => {
      const box = boxOf(spot, position);
      return isInside(box, frame) && isFree(box, taken);
    });
    if (!free) continue;
    taken.push(boxOf(spot, free));
    placed.push({ spot, ...free });
  }
  return placed;
}

/** The square around a dot. */
export const around = ({ x, y }: { x: number; y: number }, radius: number): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

function boxOf({ x, y, name }: Spot, { dx, dy, anchor }: (typeof positions)[number]): Box {
  const wide = name.length * characterWidth;
  const start = { start: 0, middle: wide / 2, end: wide }[anchor];
  const left = x + dx - start;
  return {
    left,
    right: left + wide,
    top: y + dy - lineHeight / 2,
    bottom: y + dy + lineHeight / 2,
  };
}

/** Whether nothing of what is taken lies under the box. */
export const isFree = (box: Box, taken: Box[]): boolean =>
  !taken.some((other) => overlap(box, other));

const isInside = (box: Box, frame: Box): boolean =>
  box.left >= frame.left &&
  box.right <= frame.right &&
  box.top >= frame.top &&
  box.bottom <= frame.bottom;

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
