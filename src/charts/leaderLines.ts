import { around, type Box, distance, isFree, isInside, nearestIn } from "./boxes.ts";
import {
  boxOf,
  type Leader,
  lineHeight,
  type PlacedLabel,
  type Position,
  radiusOf,
  type Spot,
} from "./labels.ts";
import { textWidth } from "./texts.ts";

/** The shortest line, CSS pixels. A shorter one would look like a mark. */
const shortest = 12;

/**
 * Places a name away from its dot, with the shortest line that crosses nothing.
 *
 * @param reach longest line
 */
export function farLabel<S extends Spot>(
  spot: S,
  { frame, taken, reach }: { frame: Box; taken: Box[]; reach: number },
): PlacedLabel<S> | undefined {
  return farPositions(spot, reach)
    .filter((position) => {
      const box = boxOf(spot, position);
      return isInside(box, frame) && isFree(box, taken);
    })
    .flatMap((position) =>
      leadersTo(boxOf(spot, position), spot).map((leader) => ({ spot, ...position, leader })),
    )
    .sort((a, b) => lengthOf(a.leader) - lengthOf(b.leader))
    .find(({ leader }) => stepsAlong(spot, leader).every((step) => isFree(step, taken)));
}

/** Small boxes that cover a line. */
export function stepsAlong(spot: Spot, { x1, y1, x2, y2 }: Leader): Box[] {
  const count = Math.ceil(Math.hypot(x2 - x1, y2 - y1) / 3);
  return Array.from({ length: count }, (_, i) => {
    const part = i / count;
    return around({ x: spot.x + x1 + (x2 - x1) * part, y: spot.y + y1 + (y2 - y1) * part }, 1);
  });
}

/** Places all around the dot, up to the reach of the line. */
function farPositions(spot: Spot, reach: number): Position[] {
  const half = textWidth(spot.name) / 2;
  return steps(reach + lineHeight, 6)
    .flatMap((dy) => steps(half + reach, 10).map((dx) => ({ dx, dy, anchor: "middle" as const })))
    .filter((position) => {
      const length = distance(boxOf(spot, position), spot);
      return length >= shortest && length <= reach;
    });
}

/** From −`to` to `to`. */
function steps(to: number, size: number): number[] {
  const count = Math.floor(to / size);
  return Array.from({ length: 2 * count + 1 }, (_, i) => size * (i - count));
}

/** Lines from the edge of the dot to the nearest point of the text, and to points beside it. */
function leadersTo(box: Box, spot: Spot): Leader[] {
  const letters = {
    left: box.left + 4,
    right: box.right - 4,
    top: box.top + 3,
    bottom: box.bottom - 3,
  };
  return [0, -8, 8, -16, 16].map((aside) => {
    const end = nearestIn(letters, { x: spot.x + aside, y: spot.y });
    const [x2, y2] = [end.x - spot.x, end.y - spot.y];
    const part = Math.min(1, radiusOf(spot) / Math.hypot(x2, y2));
    return { x1: x2 * part, y1: y2 * part, x2, y2 };
  });
}

const lengthOf = ({ x2, y2 }: Leader): number => Math.hypot(x2, y2);
