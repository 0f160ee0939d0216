import { describe, expect, test } from "vitest";
import type { FilmList } from "../../src/letterboxd/ledger.ts";
import { buildLibrary } from "../../src/library/library.ts";
import { listFacts, listRows } from "../../src/stats/lists.ts";
import { makeLedger } from "../support/libraryMaker.ts";

describe("lists", () => {
  const ledger = makeLedger([{ name: "A" }, { name: "B", seen: false }, { name: "C" }]);
  const [a, b, c] = ledger.films;
  if (!a || !b || !c) throw new Error("the fixture has three films");
  const list = (name: string, items: FilmList["items"]): FilmList => ({
    name,
    date: null,
    tags: [],
    description: "",
    items,
  });
  ledger.lists = [
    list("Best", [
      { position: 2, film: b, note: " " },
      { position: 1, film: a, note: "First." },
    ]),
    list("Others", [
      { position: 1, film: c, note: "" },
      { position: 2, film: a, note: "Again." },
    ]),
    list("Empty", []),
  ];
  const library = buildLibrary(ledger, new Map());

  test("have their films in order of position, and how many are seen", () => {
    expect(
      listRows(library.lists).map(({ list: { name }, items, seen }) => [
        name,
        items.map(({ film }) => film.name),
        seen,
      ]),
    ).toEqual([
      ["Best", ["A", "B"], 1],
      ["Others", ["C", "A"], 2],
      ["Empty", [], 0],
    ]);
  });

  test("in sum count each film once, and only notes that say something", () => {
    expect(listFacts(library.lists)).toEqual({ lists: 3, films: 3, seen: 2, notes: 2 });
    expect(listFacts([])).toEqual({ lists: 0, films: 0, seen: 0, notes: 0 });
  });

  test("are known to their seen films, with place and note", () => {
    expect(
      library.films.map(({ name, places }) => [
        name,
        places.map((place) => [place.list.name, place.position, place.note]),
      ]),
    ).toEqual([
      [
        "A",
        [
          ["Best", 1, "First."],
          ["Others", 2, "Again."],
        ],
      ],
      ["C", [["Others", 1, ""]]],
    ]);
  });
});
