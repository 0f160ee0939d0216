import { expect, test } from "vitest";
import { blockRows } from "../../src/components/blockRows.ts";
import type { Block, Shown } from "../../src/views/block.ts";

const bars = (count: number): Shown => ({
  as: "bars",
  rows: Array.from({ length: count }, (_, i) => ({
    label: [`${i}`],
    value: "1",
    note: "",
    part: 1,
    isNamed: false,
  })),
});
const half = (id: string, count: number): Block => ({
  id,
  title: id,
  isHalf: true,
  shown: [bars(count)],
});
const drawing = (id: string): Block => ({
  id,
  title: id,
  isHalf: true,
  shown: [{ as: "strip", films: [] }],
});
const full = (id: string): Block => ({ id, title: id, shown: [] });

/** "a+b" for halves that share rows, "c" for a whole row. */
const written = (blocks: Block[]) =>
  blockRows(blocks).map((row) =>
    row[0]?.isHalf ? row.map(({ id }) => id).join("+") : row.map(({ id }) => id).join(" "),
  );

test("halves share rows between whole blocks", () => {
  expect(written([half("a", 3), half("b", 3), full("c"), half("d", 3), half("e", 3)])).toEqual([
    "a+b",
    "c",
    "d+e",
  ]);
});

test("the longest list that leaves pairs has a row of its own", () => {
  expect(written([half("a", 8), half("b", 9), half("c", 5)])).toEqual(["a", "b+c"]);
  expect(written([drawing("a"), drawing("b"), half("c", 9), half("d", 8), half("e", 8)])).toEqual([
    "a+b",
    "c",
    "d+e",
  ]);
  expect(written([half("a", 4)])).toEqual(["a"]);
});

test("a drawing stays half a row, even alone", () => {
  expect(written([drawing("a"), half("b", 3), drawing("c")])).toEqual(["a+b+c"]);
});

test("a long list of years has a row of its own, and so has a list that it leaves alone", () => {
  const blocks = [drawing("a"), drawing("b"), half("decades", 11), half("years", 22)];
  expect(written([...blocks, half("c", 8), half("d", 8)])).toEqual([
    "a+b",
    "decades",
    "years",
    "c+d",
  ]);
});
