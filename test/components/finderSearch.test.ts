import { describe, expect, test } from "vitest";
import { openFinder } from "../../src/components/finderQuery.ts";
import { unpack } from "../../src/components/finderSearch.ts";

const names = [
  "1999",
  "Drama",
  "Steven Spielberg",
  "Stephen Chow",
  "Stephen Frears",
  "Jacques Tati",
  "Heat",
  "The Meat Puppet",
  "Spielberg",
  "Cléo from 5 to 7",
  "Łódź Symphony",
  "Spider Man",
];
const search = openFinder(async () => ({
  sorts: [[1, "", "/*/"]],
  names,
  numbers: names.map(() => 0),
  codes: [],
  addresses: [],
}));
const found = async (query: string) => {
  const { exact, near } = await search(query);
  return [exact.map(({ name }) => name), near.map(({ name }) => name)];
};

describe("a search", () => {
  test.each([
    ["a letter changed", "spielburg", "Steven Spielberg"],
    ["two, in a long word", "speilburg", "Steven Spielberg"],
    ["a letter too many", "jacquess tati", "Jacques Tati"],
    ["a letter too few", "jaques", "Jacques Tati"],
    ["two neighbours swapped", "cloe from", "Cléo from 5 to 7"],
    ["a word that is not yet complete", "symhpon", "Łódź Symphony"],
    ["a blank too few", "spiderman", "Spider Man"],
  ])("forgives %s: %s", async (_, query, name) => {
    const [exact, near] = await found(query);
    expect(exact).toEqual([]);
    expect(near).toContain(name);
  });

  test("exact hits come first, then similar spellings, the most similar first", async () => {
    expect(await found("heat")).toEqual([["Heat"], ["The Meat Puppet"]]);
    expect(await found("steven")).toEqual([["Steven Spielberg"], []]);
    expect(await found("stefen")).toEqual([[], ["Steven Spielberg"]]);
    expect(await found("spielberg")).toEqual([["Spielberg", "Steven Spielberg"], []]);
  });

  test("forgives nothing in numbers and in words of two letters", async () => {
    expect(await found("1998")).toEqual([[], []]);
    expect(await found("hx")).toEqual([[], []]);
    expect(await found("hex")).toEqual([[], ["Heat"]]);
  });

  test("offers no other spelling where the one asked for is found often", async () => {
    const [exact, near] = await found("ste");
    expect([exact?.length, near?.length]).toEqual([3, 0]);
    expect(await found(" ")).toEqual([[], []]);
    expect(await found("lodz")).toEqual([["Łódź Symphony"], []]);
  });

  test("fails if the data cannot be loaded, and tries again with the next letter", async () => {
    let isOffline = true;
    const late = openFinder(async () => {
      if (isOffline) throw new Error("offline");
      return { sorts: [[1, "", "/*/"]], names: ["Heat"], numbers: [0], codes: [], addresses: [] };
    });
    await expect(late("h")).rejects.toThrow("offline");
    isOffline = false;
    expect((await late("he")).count).toBe(1);
  });
});

test("a row is unpacked into its name, note and path", () => {
  const unpacked = unpack({
    sorts: [
      [2, "1995", "/films/*-1995/"],
      [17, "actor, 17 films", "/people/*-#/"],
      [0, "one film: #", "/films/#-1995/"],
      [1, "1922", "/films/@/"],
    ],
    names: ["Heat", "Al Pacino", "Somebody", "Häxan"],
    numbers: [0, 1, 2, 3],
    codes: [1158, "Heat & Dust"],
    addresses: ["h-xan-1922"],
  });
  expect(unpacked.map(({ name, note, path }) => [name, note, path])).toEqual([
    ["Heat", "1995", "/films/heat-1995/"],
    ["Al Pacino", "actor, 17 films", "/people/al-pacino-1158/"],
    ["Somebody", "one film: Heat & Dust", "/films/heat-dust-1995/"],
    ["Häxan", "1922", "/films/h-xan-1922/"],
  ]);
});
