import { describe, expect, test } from "vitest";
import { fold, formsOf, isSpelling, neededWords, rankOf } from "../src/searchText.ts";

test.each([
  ["Cléo from 5 to 7", "cleo from 5 to 7"],
  ["Łódź SYMPHONY", "lodz symphony"],
  ["Æon Flux", "aeon flux"],
  ["Straße", "strasse"],
  ["L'Avventura", "l avventura"],
  ["七人の侍", "七人の侍"],
  ["…", "..."],
  ["  Ran ", "ran"],
])("folds %s to %s", (name, folded) => {
  expect(fold(name)).toBe(folded);
});

test.each([
  ["Spider-Man: No Way Home", ["spider man no way home", "spiderman no way home"]],
  ["Conan O’Brien", ["conan o brien", "conan obrien"]],
  ["M*A*S*H", ["m a s h", "mash"]],
  ["Heat", ["heat"]],
  ["Mission: Impossible", ["mission impossible"]],
])("punctuation within a word may be left out: %s", (name, forms) => {
  expect(formsOf(name)).toEqual(forms);
});

describe("the rank of a hit", () => {
  const rankIn = (name: string, text: string) => {
    const query = fold(text);
    return rankOf(formsOf(name), query, neededWords(query));
  };

  test.each([
    ["the whole name is best", "The Heat", "heat", 0],
    ["then its start", "Heathers", "heat", 1],
    ["an article at the start does not count", "The Heathers", "heat", 1],
    ["then the start of a word", "City Heat", "heat", 2],
    ["other small words at the start count", "On the Run", "the", 2],
    ["then words in any order", "Heat of the City", "city heat", 3],
    ["small words may be added", "Hateful Eight", "the hateful eight", 3],
    ["or left out", "Lord of the Rings", "lord rings", 3],
    ["the inside of a word does not count", "Cheat", "heat", null],
    ["every word must be there", "City Heat", "city cold", null],
    ["a small word alone is a start", "The Heat", "the", 1],
  ])("%s", (_, name, query, rank) => {
    expect(rankIn(name, query)).toBe(rank);
  });
});

test("errors are forgiven from three letters on, and not in numbers", () => {
  expect(["ra", "ran", "r2d2"].map(isSpelling)).toEqual([false, true, false]);
});
