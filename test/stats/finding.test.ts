import { describe, expect, test } from "vitest";
import { inWords } from "../../src/counted.ts";
import {
  compare,
  comparePairs,
  compareShares,
  foremost,
  foremostAlone,
  soleFirst,
  soundMean,
  tiedForFirst,
} from "../../src/stats/finding.ts";

const amount = (row: number) => row;

test("there is one with the most only where no other has as many, and there is another", () => {
  expect(soleFirst([1, 7, 3], amount)).toBe(7);
  expect(soleFirst([7, 3, 7], amount)).toBeNull();
  expect(soleFirst([0, 0], amount)).toBeNull();
  expect(soleFirst([7], amount)).toBeNull();
  expect(soleFirst([], amount)).toBeNull();
});

test("all that share the first place lead", () => {
  expect(tiedForFirst([2, 4, 1, 4], amount)).toEqual([4, 4]);
  expect(tiedForFirst([0, 0], amount)).toEqual([]);
});

describe("a heading names", () => {
  const named = (...amounts: number[]) => foremost(amounts, amount).length;

  test("the first, and up to three equals", () => {
    expect(named(4, 2, 1)).toBe(1);
    expect(named(4, 4, 1)).toBe(2);
    expect(named(4, 4, 4, 1)).toBe(3);
    expect(foremostAlone([4, 2, 1], amount)).toBe(4);
    expect(foremostAlone([4, 4, 1], amount)).toBeNull();
  });

  test("names nobody if four are equal, if all are equal, or if there is one row", () => {
    expect(named(4, 4, 4, 4, 1)).toBe(0);
    expect(named(3, 3, 3)).toBe(0);
    expect(named(9)).toBe(0);
    expect(named()).toBe(0);
  });

  test("names the first only if it is ahead by more than one, or by 5%", () => {
    // 1 of 20 is 5%, 1 of 21 is less. Two equals need the lead too.
    expect(named(20, 19, 5)).toBe(1);
    expect(named(21, 20, 5)).toBe(0);
    expect(named(21, 21, 20, 5)).toBe(0);
    expect(named(700, 698, 5)).toBe(1);
  });

  test("names nobody with fewer than three, or with fewer than five in total", () => {
    expect(named(2, 1, 1, 1, 1)).toBe(0);
    expect(named(3, 1)).toBe(0);
    expect(named(3, 1, 1)).toBe(1);
    // Four films with two genres each: eight rows' worth, and still four films.
    expect(foremost([3, 2, 2, 1], amount, { all: 4 })).toEqual([]);
  });
});

test("a mean is stated from five ratings on", () => {
  expect(soundMean([5, 5, 5, 5])).toBeNull();
  expect(soundMean([5, 4, 4, 4, 3])).toBe(4);
  expect(soundMean([5, 4, 3], 3)).toBe(4);
  expect(soundMean([], 0)).toBeNull();
});

describe("two means", () => {
  const times = (count: number, ...ratings: number[]) =>
    Array.from({ length: count }, () => ratings).flat();

  test("differ where chance would not part them so far", () => {
    // Means 4 and 3, both with variance 1 × 20/19 of 20 ratings: error √(2 × 0.0526) = 0.32, twice 0.65.
    expect(compare(times(10, 5, 3), times(10, 4, 2))).toBe("above");
    expect(compare(times(10, 4, 2), times(10, 5, 3))).toBe("below");
  });

  test("do not where the ratings are too few for the distance", () => {
    // The same means of six each: variance 1.2, error √(2 × 0.2) = 0.63, twice 1.26.
    expect(compare(times(3, 5, 3), times(3, 4, 2))).toBe("unsure");
    expect(compare([5, 5, 5, 5], times(20, 3))).toBe("unsure");
    expect(compare(times(20, 3), [])).toBe("unsure");
    expect(compare([5, 5, 5], [3, 3, 3], { least: 3 })).toBe("above");
  });

  test("are alike under a tenth of a star, of however many ratings", () => {
    // 4 and 3.95: two thousand ratings would tell them apart.
    expect(compare(times(2000, 4), [...times(1800, 4), ...times(200, 3.5)])).toBe("like");
    // 3 and 3, but the error of six ratings of 1 and 5 is √(4.8 / 6) = 0.89.
    expect(compare([1, 5, 1, 5, 1, 5], times(50, 3))).toBe("unsure");
    // 3.5 and 3.4: a tenth counts.
    expect(compare(times(100, 3.5), [...times(80, 3.5), ...times(20, 3)])).toBe("above");
  });
});

test("differences of pairs are compared with 0", () => {
  // Mean 0.5, variance 0.0625 × 6/5 = 0.075, error √(0.075 / 6) = 0.11.
  expect(comparePairs([0.25, 0.75, 0.25, 0.75, 0.25, 0.75])).toBe("above");
  expect(comparePairs([-0.25, -0.75, -0.25, -0.75, -0.25, -0.75])).toBe("below");
  // Mean 0.5, variance 1 × 6/5, error 0.45, twice 0.89.
  expect(comparePairs([1.5, -0.5, 1.5, -0.5, 1.5, -0.5])).toBe("unsure");
  expect(comparePairs([0.05, 0, 0.05, 0, 0, 0])).toBe("like");
  expect(comparePairs([2, 2])).toBe("unsure");
});

test("shares differ from a tenth on, and from two standard errors on", () => {
  // 40 and 20 of a hundred: √(0.24 / 100 + 0.16 / 100) = 0.063, twice 0.126.
  expect(compareShares([40, 100], [20, 100])).toBe("above");
  expect(compareShares([20, 100], [40, 100])).toBe("below");
  // The same shares of ten each: 0.2, twice 0.4.
  expect(compareShares([4, 10], [2, 10])).toBe("unsure");
  expect(compareShares([2900, 10_000], [2000, 10_000])).toBe("like");
  expect(compareShares([4, 4], [0, 100])).toBe("unsure");
});

test("names are listed as one says them", () => {
  expect([[], ["A"], ["A", "B"], ["A", "B", "C"]].map(inWords)).toEqual([
    "",
    "A",
    "A and B",
    "A, B and C",
  ]);
});
