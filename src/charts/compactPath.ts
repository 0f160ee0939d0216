/** The greatest distance of a point from the line that replaces it, CSS pixels. */
const tolerance = 0.6;

/**
 * A third of a path's size: whole pixels, relative to the point before, without invisible points and
 * rings of no area. A path that would be empty becomes one pixel.
 *
 * @param path absolute, with only `M`, `L` and `Z`, as Plot writes the outline of a country
 */
export function compactPath(path: string): string {
  const rings = path.split("M").slice(1);
  return rings.map(ring).join("") || rings.slice(0, 1).map(pixel).join("");
}

const pixel = (ring: string): string => `M${pointsOf(ring)[0]}l1,0 0,1-1,0z`;

type Point = readonly [x: number, y: number];

function ring(text: string): string {
  const [first, ...rest] = simplified(pointsOf(text));
  // `z` closes the ring, so its last point is redundant.
  if (rest.at(-1)?.join() === first?.join()) rest.pop();
  if (!first || rest.length < 2) return "";
  let [x, y] = first;
  const steps = rest.map((point) => {
    const step = `${point[0] - x},${point[1] - y}`;
    [x, y] = point;
    return step;
  });
  return `M${first}l${steps.join(" ")}z`.replace(/[ ,]-/g, "-");
}

const pointsOf = (ring: string): Point[] => ring.replace("Z", "").split("L").map(wholePoint);

function wholePoint(pair: string): Point {
  const [x = 0, y = 0] = pair.split(",").map(Number);
  return [Math.round(x), Math.round(y)];
}

/**
 * The Ramer-Douglas-Peucker algorithm: the ends, and the points between that are too far from their
 * line.
 */
function simplified(points: Point[]): Point[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 3) return points;
  let furthest = 0;
  let most = 0;
  for (const [i, point] of points.entries()) {
    const distance = fromLine(point, first, last);
    if (distance > most) [furthest, most] = [i, distance];
  }
  if (most < tolerance) return [first, last];
  return [
    ...simplified(points.slice(0, furthest + 1)).slice(0, -1),
    ...simplified(points.slice(furthest)),
  ];
}

/** Distance of a point from the line between two others. */
function fromLine([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = length === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length;
  const part = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - part * (bx - ax), y - ay - part * (by - ay));
}
