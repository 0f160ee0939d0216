import { expect, test } from "vitest";
import { most } from "../../src/stats/most.ts";

const of = (...amounts: number[]) => most(amounts, (amount) => amount);

test("there is one with the most only where no other has as many", () => {
  expect(of(1, 7, 3)).toBe(7);
  expect(of(7, 3, 7)).toBeNull();
  expect(of(0, 0)).toBeNull();
  expect(of(0)).toBeNull();
  expect(of()).toBeNull();
});
