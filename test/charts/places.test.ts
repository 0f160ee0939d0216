import { describe, expect, test } from "vitest";
import { placedLabels } from "../../src/charts/placedLabels.ts";
import { spread } from "../../src/charts/spread.ts";

describe("places along a line", () => {
  const room = { gap: 10, from: 0, to: 100 };

  test("stay where they have room", () => {
    expect(spread([50, 10, 90], room)).toEqual([50, 10, 90]);
    expect(spread([], room)).toEqual([]);
  });

  test("too near one another move apart around their middle, in order", () => {
    expect(spread([50, 50], room)).toEqual([45, 55]);
    expect(spread([52, 50, 54], room)).toEqual([52, 42, 62]);
  });

  test("push a neighbour that they reach", () => {
    // 20 and 20 want 15 and 25; with 30 the three lie around 70 / 3.
    const [a = 0, b = 0, c = 0] = spread([20, 20, 30], room);
    expect(a).toBeCloseTo(40 / 3);
    expect([b - a, c - b]).toEqual([expect.closeTo(10), expect.closeTo(10)]);
  });

  test("never leave the ends", () => {
    expect(spread([0, 0, 0], room)).toEqual([0, 10, 20]);
    expect(spread([99, 100], room)).toEqual([90, 100]);
  });

  test("share what room there is", () => {
    expect(spread([5, 5, 5], { gap: 10, from: 0, to: 10 })).toEqual([0, 5, 10]);
  });
});

describe("names at dots", () => {
  const frame = { width: 300, height: 100, count: 10 };
  const spot = (name: string, x: number, y: number) => ({ name, x, y });

  test("stand to the right where there is room, else to the left", () => {
    const spots = [spot("Agnès Varda", 20, 50), spot("Yasujirō Ozu", 290, 50)];
    expect(
      placedLabels(spots, { ...frame, dots: spots }).map(({ spot: { name }, anchor }) => [
        name,
        anchor,
      ]),
    ).toEqual([
      ["Agnès Varda", "start"],
      ["Yasujirō Ozu", "end"],
    ]);
  });

  test("avoid dots, reserved places and one another, the first one first", () => {
    const [first, second] = [spot("First", 100, 50), spot("Second", 104, 50)];
    const dots = [first, second];
    const at = placedLabels(dots, { ...frame, dots });
    // The second dot lies where the first name would begin, and the first dot the other way round.
    expect(at.map(({ spot: { name }, anchor }) => [name, anchor])).toEqual([
      ["First", "end"],
      ["Second", "start"],
    ]);
    const reserved = [{ left: 0, right: 300, top: 0, bottom: 100 }];
    expect(placedLabels(dots, { ...frame, dots, reserved })).toEqual([]);
  });

  test("are no more than asked for", () => {
    const dots = [spot("A", 50, 50), spot("B", 150, 50)];
    expect(placedLabels(dots, { ...frame, dots, count: 1 }).map(({ spot: s }) => s.name)).toEqual([
      "A",
    ]);
  });

  test("are nearer to their own dot than to any other", () => {
    // Right of the first dot its name would end before the second; above it is alone.
    const [first, second] = [spot("Peyton Reed", 100, 50), spot("Other", 197, 50)];
    const [label] = placedLabels([first], { ...frame, dots: [first, second] });
    expect(label).toMatchObject({ dy: 0, anchor: "end", leader: null });
  });

  test("that find no room beside their dot have a line to it, or are left out", () => {
    // Dots all around, too near for a text between them.
    const middle = spot("Middle", 150, 50);
    const ring = [-14, 0, 14].flatMap((dx) =>
      [-14, 0, 14].flatMap((dy) => (dx || dy ? [spot("", 150 + dx, 50 + dy)] : [])),
    );
    const free = ring.filter(({ x, y }) => !(x === 164 && y === 36));
    const [label] = placedLabels([middle], { ...frame, dots: [middle, ...free] });
    const { x2 = 0, y2 = 0 } = label?.leader ?? {};
    expect(x2).toBeGreaterThan(0);
    expect(y2).toBeLessThan(0);
    expect(Math.hypot(x2, y2)).toBeLessThanOrEqual(44);

    const closer = ring.map(({ x, y }) => spot("", 150 + (x - 150) * 0.6, 50 + (y - 50) * 0.6));
    expect(placedLabels([middle], { ...frame, dots: [middle, ...closer] })).toEqual([]);
  });
});
