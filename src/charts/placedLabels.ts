import { around, type Box, distance, isFree, isInside } from "./boxes.ts";
import { boxOf, type PlacedLabel, type Position, radiusOf, type Spot } from "./labels.ts";
import { farLabel, stepsAlong } from "./leaderLines.ts";
import { shiftInside } from "./texts.ts";

/** How much nearer a text is to its own dot than to any other, CSS pixels. */
const clearly = 2;

/**
 * Places to try in this order: beside, above, below, at the corners, then above and below with one end
 * a little past the spot.
 */
const positions: Position[] = [
  { dx: 10, dy: 0, anchor: "start" },
  { dx: -10, dy: 0, anchor: "end" },
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
];

/**
 * Places as many names as fit without covering another name or a dot, the first spots first. Each name
 * is nearest to its own dot, or a line connects the two.
 *
 * @param dots all dots of the drawing, including those with a name
 * @param reserved places of other texts
 * @param left where the room for names begins
 * @param count most names
 * @param reach longest line from a dot to its name
 */
export function placedLabels<S extends Spot>(
  wishes: S[],
  {
    dots,
    reserved = [],
    left = 0,
    width,
    height,
    count,
    reach = 44,
  }: {
    dots: Spot[];
    reserved?: Box[];
    left?: number;
    width: number;
    height: number;
    count: number;
    reach?: number;
  },
): PlacedLabel<S>[] {
  const frame = { left, right: width, top: 0, bottom: height };
  const texts = [...reserved];
  const placed: PlacedLabel<S>[] = [];
  for (const spot of wishes) {
    if (placed.length === count) break;
    const others = dots.filter(({ x, y }) => x !== spot.x || y !== spot.y);
    const taken = [...texts, ...others.map((dot) => around(dot, radiusOf(dot)))];
    const label = near(spot, { frame, taken, others }) ?? farLabel(spot, { frame, taken, reach });
    if (!label) continue;
    texts.push(boxOf(spot, label), ...(label.leader ? stepsAlong(spot, label.leader) : []));
    placed.push(label);
  }
  return placed;
}

function near<S extends Spot>(
  spot: S,
  { frame, taken, others }: { frame: Box; taken: Box[]; others: Spot[] },
): PlacedLabel<S> | undefined {
  const free = [...positions, ...shifted(spot, frame)].find((position) => {
    const box = boxOf(spot, position);
    return isInside(box, frame) && isFree(box, taken) && isNearest(box, spot, others);
  });
  return free && { spot, ...free, leader: null };
}

/** Above and below, moved as far as it takes to stay inside. */
function shifted({ x, name }: Spot, { left, right }: Box): Position[] {
  const dx = shiftInside(x - left, name, right - left);
  return [-14, 14].map((dy) => ({ dx, dy, anchor: "middle" }));
}

function isNearest(box: Box, spot: Spot, others: Spot[]): boolean {
  const own = distance(box, spot) + clearly;
  return others.every((other) => distance(box, other) >= own);
}
