import { describe, expect, test } from "vitest";
import { listsWithoutHidden, withoutHidden } from "../../src/library/withoutHidden.ts";
import { type FilmSpec, makeLedger } from "../support/libraryMaker.ts";

const specs: FilmSpec[] = [
  { name: "Ran", year: 1985, viewings: [{ on: "2024-01-01", tags: ["Cinema", "with Ida"] }] },
  { name: "Heat", year: 1986, viewings: ["2024-01-02"] },
  { name: "Heat", year: 1995, uri: "https://boxd.it/heat", viewings: ["2024-01-03"] },
  { name: "Solaris", year: 1972, seen: false, watchlisted: "2024-01-04" },
  { name: "Alien", year: 1979, reviews: [{ text: "Cold.", tags: ["with Ida"] }] },
];
const nothing = { films: [], lists: [], tags: [] };

/** The ledger with a list of all its films. */
function ledgerWithList() {
  const ledger = makeLedger(specs);
  const items = ledger.films.map((film, i) => ({ film, position: i + 1, note: "" }));
  const list = { name: "By the Sea", uri: "https://boxd.it/l1", date: null, tags: ["with Ida"] };
  return { ...ledger, lists: [{ ...list, description: "", items }] };
}

const hide = (entries: Partial<typeof nothing> | Record<string, string[]>) =>
  withoutHidden(ledgerWithList(), { ...nothing, ...entries });

describe("a hidden film", () => {
  test.each([
    ["its name", ["Ran"], ["Ran"]],
    ["its name in other capitals", ["rAN"], ["Ran"]],
    ["a name that two films have", ["Heat"], ["Heat", "Heat"]],
    ["name and year", ["Heat (1995)"], ["Heat"]],
    ["its address", ["https://boxd.it/heat"], ["Heat"]],
    ["its address as somebody types it", ["boxd.it/heat/"], ["Heat"]],
    ["the name of one that is only wanted", ["Solaris"], ["Solaris"]],
  ])("is meant by %s", (_, films, gone) => {
    const { ledger, hidden } = hide({ films });
    expect(hidden.films.map(({ name }) => name)).toEqual(gone);
    expect(hidden.unused).toEqual([]);
    expect(ledger.films).toHaveLength(5 - gone.length);
  });

  test("takes its viewings along, and the places below it on a list move up", () => {
    const { ledger } = hide({ films: ["Heat (1986)"] });
    expect(ledger.viewings.map(({ date }) => date)).toEqual(["2024-01-01", "2024-01-03"]);
    expect(ledger.lists[0]?.items.map(({ film, position }) => [film.year, position])).toEqual([
      [1985, 1],
      [1995, 2],
      [1972, 3],
      [1979, 4],
    ]);
  });

  test("is not meant by a code in other capitals, which is another film’s", () => {
    expect(hide({ films: ["https://boxd.it/HEAT"] }).hidden).toMatchObject({
      films: [],
      unused: ['films: "https://boxd.it/HEAT"'],
    });
  });
});

test("a hidden tag goes, and its viewings stay", () => {
  const { ledger, hidden } = hide({ tags: ["WITH ida"] });
  expect(hidden).toMatchObject({ films: [], tags: 1, lists: 0, unused: [] });
  expect(ledger.viewings).toHaveLength(3);
  expect(ledger.viewings[0]?.tags).toEqual(["Cinema"]);
  expect(ledger.films[4]?.reviews[0]?.tags).toEqual([]);
  expect(ledger.lists[0]?.tags).toEqual([]);
});

test.each(["by the sea", "https://boxd.it/l1"])(
  "a list is hidden by %s, and its films stay",
  (entry) => {
    const { ledger, hidden } = hide({ lists: [entry] });
    expect(hidden).toMatchObject({ films: [], lists: 1, unused: [] });
    expect(ledger.lists).toEqual([]);
    expect(ledger.films).toHaveLength(5);
  },
);

test("entries that fit nothing are told", () => {
  expect(hide({ films: ["Rann", "Ran"], lists: ["Seaside"], tags: ["tv"] }).hidden.unused).toEqual([
    'films: "Rann"',
    'lists: "Seaside"',
    'tags: "tv"',
  ]);
});

test("a hidden film is not among those that TMDB or a canon list names, either", () => {
  const { hidden } = hide({ films: ["https://boxd.it/heat", "Playtime (1967)"] });
  const listed = (id: number, title: string, released: string) => ({ id, title, released });
  const films = [
    listed(949, "Heat, with another title", "1995-12-15"),
    listed(10227, "PlayTime", "1967-12-16"),
    listed(1, "Playtime", "1994-01-01"),
  ];
  const row = (position: number, name: string, year: number, page: string | null) => ({
    ...{ position, name, year, page },
    isFoundByName: true,
  });
  const rows = [
    row(1, "Hot", 1995, "movie/949"),
    row(2, "Playtime", 1967, null),
    row(3, "Heat", 1986, "movie/9"),
  ];
  const lists = {
    canon: [{ id: "best", name: null, rows }],
    filmographies: new Map([[7, { directed: films, acted: null }]]),
    collections: new Map([[8, films]]),
  };
  const match = { type: "movie" as const, id: 949, confidence: 1, reason: "Said so." };
  const metadata = new Map([["https://boxd.it/heat", { match, film: null, series: null }]]);
  const shown = listsWithoutHidden(lists, hidden, {
    hide: { films: ["https://boxd.it/heat", "Playtime (1967)"] },
    metadata,
  });
  expect(shown.filmographies.get(7)).toEqual({ directed: [films[2]], acted: null });
  expect(shown.collections.get(8)).toEqual([films[2]]);
  expect(shown.canon[0]?.rows).toEqual([rows[2]]);
});
