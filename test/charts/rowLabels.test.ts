import fc from "fast-check";
import { expect, test } from "vitest";
import { type RowDot, type RowLabel, rowLabels } from "../../src/charts/rowLabels.ts";
import { textWidth } from "../../src/charts/texts.ts";

const frame = { left: 40, right: 328 };

const extent = ({ dot, line, anchor }: RowLabel<RowDot>) => {
  const near = dot.x + (line === 0 ? (anchor === "start" ? 10 : -10) : 0);
  const far = near + (anchor === "start" ? 1 : -1) * textWidth(dot.name);
  return [Math.min(near, far), Math.max(near, far)] as const;
};

test("a name with room is beside its dot, to the right or else to the left", () => {
  const [ran, dreams] = [
    { x: 100, name: "Ran" },
    { x: 320, name: "Dreams" },
  ];
  expect(rowLabels([ran, dreams], [ran, dreams], frame)).toEqual([
    { dot: ran, line: 0, anchor: "start" },
    { dot: dreams, line: 0, anchor: "end" },
  ]);
});

test("names of crowded dots are on lines of their own, the leftmost farthest away", () => {
  const dots = [100, 112, 124].map((x, i) => ({ x, name: `A film of Kurosawa ${i}` }));
  const labels = rowLabels(dots, dots, { left: 90, right: 328 });
  expect(labels.map(({ dot, line }) => [dot.x, line])).toEqual([
    [124, 0],
    [112, 1],
    [100, 2],
  ]);
});

test("every dot has its name, no name covers another, and no line to a name crosses one", () => {
  const row = fc.uniqueArray(fc.integer({ min: 4, max: 29 }), { minLength: 1, maxLength: 15 });
  fc.assert(
    fc.property(row, fc.array(fc.integer({ min: 1, max: 18 })), (places, lengths) => {
      const dots = places.map((place, i) => ({ x: place * 11, name: "x".repeat(lengths[i] ?? 9) }));
      const labels = rowLabels(dots, dots, frame);
      expect(labels).toHaveLength(dots.length);
      for (const one of labels) {
        for (const other of labels) {
          if (one === other) continue;
          const [[from, to], [start, end]] = [extent(one), extent(other)];
          if (one.line === other.line) expect(to <= start || end <= from).toBe(true);
          // The upright of the other passes this name if that name is farther out on the same side.
          const passes = one.line * other.line > 0 && Math.abs(other.line) > Math.abs(one.line);
          if (passes) expect(other.dot.x <= from || other.dot.x >= to).toBe(true);
        }
      }
    }),
  );
});
