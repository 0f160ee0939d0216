import { describe, expect, test } from "vitest";
import { rowsPerPage } from "../../src/pageSizes.ts";
import type { Block } from "../../src/views/block.ts";
import { roleRanking } from "../../src/views/people/roleRanking.ts";
import { actor, type FilmSpec } from "../support/libraryMaker.ts";
import { makeSite, rankingPage } from "../support/siteMaker.ts";

const tableOf = (blocks: Block[]) => {
  const [table] = blocks
    .flatMap(({ shown }) => shown)
    .flatMap((one) => (one.as === "table" ? [one.table] : []));
  if (!table) throw new Error("no table");
  return table;
};

/** Two films of 100 minutes with each of the actors, whose ids are from 1. */
const twoFilmsWith = (actors: number, rating = 3): FilmSpec[] =>
  [1, 2].map((film) => ({
    name: `Film ${film}`,
    rating,
    viewings: ["2024-01-01"],
    tmdb: {
      runtime: 100,
      cast: Array.from({ length: actors }, (_, i) => actor(i + 1, `Actor ${i + 1}`)),
    },
  }));

describe("a ranking that fits one page", () => {
  // Ann: 3 films, rated 2, 2, 2. Bo: 2 films, unrated, 5 viewings. Cy: 3 films, rated 5, 5, 5.
  const ann = actor(1, "Ann");
  const bo = actor(2, "Bo");
  const cy = actor(3, "Cy");
  const film = (name: string, cast: (typeof ann)[], more: Partial<FilmSpec> = {}): FilmSpec => ({
    name,
    ...more,
    tmdb: { cast, runtime: 60 },
  });
  const pages = roleRanking(
    makeSite([
      ...["A", "B", "C"].map((name) => film(name, [ann], { rating: 2 })),
      film("D", [bo], { viewings: ["2024-01-01", "2024-01-02", "2024-01-03"] }),
      film("E", [bo], { viewings: ["2024-02-01", "2024-02-02"] }),
      ...["F", "G", "H"].map((name) => film(name, [cy], { rating: 5 })),
    ]),
    "actor",
  );
  const names = (address: string) =>
    tableOf(rankingPage(pages, address).blocks).rows.map(({ name }) => name);

  test("has a page for each order of its columns", () => {
    expect(pages.map(({ path }) => path)).toEqual([
      "/actors/",
      "/actors/by-name/",
      "/actors/by-viewings/",
      "/actors/by-hours/",
      "/actors/by-rating/",
    ]);
  });

  test("is sorted by each, equals by name and those without a value last", () => {
    expect(names("")).toEqual(["Ann", "Cy", "Bo"]);
    expect(names("by-viewings/")).toEqual(["Bo", "Ann", "Cy"]);
    // Bo's two films were seen five times.
    expect(names("by-hours/")).toEqual(["Bo", "Ann", "Cy"]);
    expect(names("by-rating/")).toEqual(["Cy", "Ann", "Bo"]);
  });

  test("says the figures of a row, and a dash where there is none", () => {
    const { columns, rows } = tableOf(rankingPage(pages).blocks);
    expect(columns.map(({ name }) => name)).toEqual([
      "Actor",
      "Films",
      "Viewings",
      "Hours",
      "Mean rating",
      "Rated",
      "Weighted",
    ]);
    // The mean of the six ratings is 3.5: (3 × 5 + 3 × 3.5) ÷ 6 = 4.25.
    expect(rows.find(({ name }) => name === "Cy")?.cells).toEqual([
      "3",
      "0",
      "3",
      "5.00",
      "3",
      "4.25",
    ]);
    expect(rows.find(({ name }) => name === "Bo")?.cells).toEqual(["2", "5", "5", "–", "0", "–"]);
  });

  test("gives each row its place in every order, so that a script can sort it", () => {
    const { columns, rows } = tableOf(rankingPage(pages).blocks);
    for (const [at, order] of columns.flatMap((column) => column.order ?? []).entries()) {
      const sorted = rows.toSorted((a, b) => (a.places?.[at] ?? 0) - (b.places?.[at] ?? 0));
      expect(sorted.map(({ name }) => name)).toEqual(
        names(order === "films" ? "" : `by-${order}/`),
      );
    }
  });
});

test("on a phone the films and the means stay, beside the column that orders the rows", () => {
  const table = tableOf(rankingPage(roleRanking(makeSite(twoFilmsWith(3)), "actor")).blocks);
  const extra = table.columns.filter(({ isExtra }) => isExtra).map(({ name }) => name);
  expect(extra).toEqual(["Viewings", "Hours", "Rated"]);
});

describe("a library with few ratings", () => {
  // Of 40 films, two with each of 20 actors.
  const films = (rated: number): FilmSpec[] =>
    Array.from({ length: 40 }, (_, i) => ({
      name: `Film ${i}`,
      rating: i < rated ? 4 : null,
      viewings: ["2024-01-01"],
      tmdb: { cast: [actor(1 + Math.floor(i / 2), `Actor ${i}`)] },
    }));
  const columns = (rated: number) =>
    tableOf(rankingPage(roleRanking(makeSite(films(rated)), "actor")).blocks).columns;

  test("has no columns of means, and a phone shows the viewings instead", () => {
    // One of 40 films is less than a twentieth.
    expect(columns(1).map(({ name, isExtra }) => [name, isExtra ?? false])).toEqual([
      ["Actor", false],
      ["Films", false],
      ["Viewings", false],
    ]);
  });

  test("has them from a twentieth of the films", () => {
    expect(columns(2).map(({ name }) => name)).toContain("Mean rating");
  });
});

describe("a longer ranking", () => {
  const pages = roleRanking(makeSite(twoFilmsWith(2 * rowsPerPage + 1)), "actor");
  const page = (address: string) => rankingPage(pages, address);

  test("has the pages that it needs in each order, and none that sorts by an unknown rating", () => {
    expect(pages.map(({ path }) => path)).toEqual([
      "/actors/",
      "/actors/2/",
      "/actors/3/",
      "/actors/by-viewings/",
      "/actors/by-viewings/2/",
      "/actors/by-viewings/3/",
      "/actors/by-hours/",
      "/actors/by-hours/2/",
      "/actors/by-hours/3/",
    ]);
  });

  test("shows everybody once", () => {
    const names = ["", "2/", "3/"].flatMap((address) =>
      tableOf(page(address).blocks).rows.map(({ name }) => name),
    );
    expect(new Set(names).size).toBe(501);
    expect(names).toHaveLength(501);
  });

  test("leads from page to page, and to the other orders", () => {
    const links = (address: string) =>
      tableOf(page(address).blocks).pages.map(({ name, href }) => `${name} ${href}`);
    expect(links("")).toEqual(["Next /actors/2/", "Last /actors/3/"]);
    expect(links("by-hours/2/")).toEqual([
      "Previous /actors/by-hours/",
      "Next /actors/by-hours/3/",
    ]);
    expect(links("3/")).toEqual(["First /actors/", "Previous /actors/2/"]);
    expect(tableOf(page("3/").blocks).columns.flatMap(({ href }) => href ?? [])).toEqual([
      "/actors/",
      "/actors/by-viewings/",
      "/actors/by-hours/",
    ]);
    expect(page("by-hours/2/")).toMatchObject({
      title: "Actors by hours, page 2 of 3",
      above: [["/actors/", "Actors"]],
      blocks: [{ title: "251 to 500 of 501 actors" }],
    });
  });

  test("is not sorted by a script, which has only one of its pages", () => {
    expect(tableOf(page("").blocks).rows.some(({ places }) => places)).toBe(false);
  });
});

test("a ranking of exactly one page has no second one", () => {
  const pages = roleRanking(makeSite(twoFilmsWith(rowsPerPage)), "actor");
  expect(tableOf(rankingPage(pages).blocks)).toMatchObject({ pages: [] });
  expect(tableOf(rankingPage(pages).blocks).rows).toHaveLength(rowsPerPage);
});
