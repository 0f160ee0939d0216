import { expect, test } from "vitest";
import { cutSorted } from "../../../src/views/finder/cut.ts";

const cut = (keys: string[], most: number) =>
  cutSorted(keys, { keyOf: (key) => key, sizeOf: () => 1, most }).map(
    ({ from, items }) => `${from}: ${items.join(" ")}`,
  );

test("a slice begins where one letter tells it from the one before", () => {
  // Five fit. The slice may end with the fourth or the fifth: "b" needs fewer letters than "bb".
  expect(cut(["aa", "ab", "ac", "ad", "b", "bb"], 5)).toEqual([": aa ab ac ad", "b: b bb"]);
});

test("equal keys stay together, even if they are too many", () => {
  expect(cut(["a", "b", "b", "b", "c"], 2)).toEqual([": a", "b: b b b", "c: c"]);
});

test("what fits is not cut, and nothing gives nothing", () => {
  expect(cut(["a", "b"], 2)).toEqual([": a b"]);
  expect(cut([], 2)).toEqual([]);
});
