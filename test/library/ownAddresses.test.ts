import { expect, test } from "vitest";
import { listPaths, tagPaths } from "../../src/library/ownAddresses.ts";

const list = (name: string, date: string | null = null) => ({
  name,
  date,
  tags: [],
  description: "",
  items: [],
});

test("a list is at its name, two of one name at their codes too", () => {
  const [rainy, one, two] = [
    list("Rainy Sundays"),
    list("Best", "2024-01-01"),
    list("Best", "2023-01-01"),
  ];
  const paths = listPaths([rainy, one, two]);
  expect(paths.get(rainy)).toBe("/lists/own/rainy-sundays/");
  expect(paths.get(one)).toMatch(/^\/lists\/own\/best-[0-9a-f]{8}\/$/);
  expect(new Set(paths.values()).size).toBe(3);
  expect(listPaths([two, one]).get(one)).toBe(paths.get(one));
});

test("a tag that is a number is told from the page of a number", () => {
  const paths = tagPaths(["2", "the Rialto", "日本"]);
  expect(paths.get("the Rialto")).toBe("/tags/the-rialto/");
  expect(paths.get("2")).toMatch(/^\/tags\/2-[0-9a-f]{8}\/$/);
  expect(paths.get("日本")).toMatch(/^\/tags\/.+\/$/);
});
