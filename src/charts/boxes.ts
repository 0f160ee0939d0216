export interface Point {
  x: number;
  y: number;
}

/** A part of a drawing, CSS pixels from its upper left corner. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The square around a dot. */
export const around = ({ x, y }: Point, radius: number): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

/** Whether the box covers none of the taken boxes. */
export const isFree = (box: Box, taken: Box[]): boolean =>
  !taken.some((other) => overlap(box, other));

/** Sums of fractions are a little off. */
const rounding = 0.01;

export const isInside = (box: Box, frame: Box): boolean =>
  box.left >= frame.left - rounding &&
  box.right <= frame.right + rounding &&
  box.top >= frame.top - rounding &&
  box.bottom <= frame.bottom + rounding;

/** The distance from a point to the nearest point of a box. */
export function distance(box: Box, point: Point): number {
  const { x, y } = nearestIn(box, point);
  return Math.hypot(point.x - x, point.y - y);
}

export const nearestIn = (box: Box, { x, y }: Point): Point => ({
  x: Math.max(box.left, Math.min(box.right, x)),
  y: Math.max(box.top, Math.min(box.bottom, y)),
});

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
