import { textWidth } from "./texts.ts";

/** A dot on a row of dots, with the name it should have. */
export interface RowDot {
  x: number;
  name: string;
}

/** Where a name is: beside its dot, or on a line below (1, 2 …) or above (−1, −2 …) the row. */
export interface RowLabel<D extends RowDot> {
  dot: D;
  line: number;
  anchor: "start" | "end";
}

/** From the middle of a dot to a name beside it, and between two texts, CSS pixels. */
const [beside, between] = [10, 8];

/**
 * Names for dots on one row, so that no name covers another, a dot, or the upright line that joins a dot
 * to its name. There is always a place, because there are as many lines as it takes.
 *
 * @param named the dots that get a name
 * @param all all dots of the row
 */
export function rowLabels<D extends RowDot>(
  named: readonly D[],
  all: readonly RowDot[],
  { left, right }: { left: number; right: number },
): RowLabel<D>[] {
  const labels: RowLabel<D>[] = [];
  const rest: D[] = [];
  const taken = all.map(({ x }) => ({ from: x - beside + 2, to: x + beside - 2 }));
  for (const dot of named.toSorted((a, b) => a.x - b.x)) {
    const wide = textWidth(dot.name);
    const free = (from: number, to: number) =>
      from >= left && to <= right && taken.every((other) => to <= other.from || from >= other.to);
    const [start, end] = [dot.x + beside, dot.x - beside];
    if (free(start, start + wide)) {
      labels.push({ dot, line: 0, anchor: "start" });
      taken.push({ from: start, to: start + wide });
    } else if (free(end - wide, end)) {
      labels.push({ dot, line: 0, anchor: "end" });
      taken.push({ from: end - wide, to: end });
    } else {
      rest.push(dot);
    }
  }
  const isBelow = ({ x, name }: D) => x + textWidth(name) <= right;
  return [
    ...labels,
    ...onLines(rest.filter(isBelow), ({ x }) => x).map(
      ([dot, line]): RowLabel<D> => ({ dot, line, anchor: "start" }),
    ),
    ...onLines(
      rest.filter((dot) => !isBelow(dot)),
      ({ x }) => -x,
    ).map(([dot, line]): RowLabel<D> => ({ dot, line: -line, anchor: "end" })),
  ];
}

/**
 * Dots with the lines of their names, which begin at their dots and go on in the direction of `placeOf`.
 * A name must end before each dot whose own name is on the same line or farther away.
 */
function onLines<D extends RowDot>(dots: D[], placeOf: (dot: D) => number): [D, number][] {
  const placed: { dot: D; line: number }[] = [];
  for (const dot of dots.toSorted((a, b) => placeOf(b) - placeOf(a))) {
    const end = placeOf(dot) + textWidth(dot.name) + between;
    const isFree = (line: number) =>
      placed.every((other) => other.line < line || end <= placeOf(other.dot));
    let line = 1;
    while (!isFree(line)) line += 1;
    placed.push({ dot, line });
  }
  return placed.map(({ dot, line }) => [dot, line]);
}
