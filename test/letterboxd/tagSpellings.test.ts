import { expect, test } from "vitest";
import { uniteTagSpellings } from "../../src/letterboxd/tagSpellings.ts";
import { makeLedger, type ViewingSpec } from "../support/libraryMaker.ts";

const tagged = (...tags: string[]): ViewingSpec => ({ on: "2024-01-01", tags });
const list = (...tags: string[]) => ({ name: "L", date: null, tags, description: "", items: [] });

test("tags that differ by capitals alone have the commonest spelling, in lists and reviews too", () => {
  const { viewings, films, lists } = uniteTagSpellings(
    makeLedger(
      [
        { name: "A", viewings: [tagged("Netflix", "with Ada"), tagged("netflix")] },
        { name: "B", reviews: [{ tags: ["NETFLIX", "With Ada"] }] },
      ],
      { lists: [list("netflix", "with ada"), list("with Ada")] },
    ),
  );
  expect(viewings.map(({ tags }) => tags)).toEqual([["netflix", "with Ada"], ["netflix"]]);
  expect(films[1]?.reviews[0]?.tags).toEqual(["netflix", "with Ada"]);
  expect(lists.map(({ tags }) => tags)).toEqual([["netflix", "with Ada"], ["with Ada"]]);
});

test.each([[["mubi", "MUBI", "Mubi"]], [["Mubi", "mubi", "MUBI"]]])(
  "of equally common spellings, here %s, the first in Unicode's order is shown",
  (spellings) => {
    const { viewings } = uniteTagSpellings(
      makeLedger([{ name: "A", viewings: spellings.map((tag) => tagged(tag)) }]),
    );
    expect(viewings.map(({ tags }) => tags)).toEqual([["MUBI"], ["MUBI"], ["MUBI"]]);
  },
);

test("a viewing that has a tag in two spellings has it once, where it stood first", () => {
  const { viewings } = uniteTagSpellings(
    makeLedger([{ name: "A", viewings: [tagged("IMAX", "3D", "imax"), tagged("imax")] }]),
  );
  expect(viewings[0]?.tags).toEqual(["imax", "3D"]);
});

test("letters with and without an accent stay two tags, however they are composed", () => {
  const { viewings } = uniteTagSpellings(
    makeLedger([{ name: "A", viewings: [tagged("cinéma", "Cine\u0301ma", "cinema")] }]),
  );
  expect(viewings[0]?.tags).toHaveLength(2);
});
