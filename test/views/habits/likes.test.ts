import { expect, test } from "vitest";
import type { BlockPage } from "../../../src/views/block.ts";
import { likes } from "../../../src/views/habits/likes.ts";
import { director, type FilmSpec } from "../../support/libraryMaker.ts";
import { makeSite, written } from "../../support/siteMaker.ts";

const pagesOf = (specs: FilmSpec[]) => likes.pages(makeSite(specs));

const drama = { id: 18, name: "Drama" };
const comedy = { id: 35, name: "Comedy" };
/** Fifteen dramas with five stars, all but one liked; fifteen comedies with two, one of them liked. */
const specs: FilmSpec[] = Array.from({ length: 30 }, (_, i) => ({
  name: `Film ${i}`,
  year: 1980 + (i % 2) * 10,
  rating: i < 15 ? 5 : 2,
  liked: i < 14 || i === 29,
  tmdb: {
    genres: [i < 15 ? drama : comedy],
    crew: [director(i < 20 ? 1 : 2, i < 20 ? "Agnès Varda" : "Claire Denis")],
  },
}));

const rowsOf = (page: BlockPage, id: string) => {
  const [shown] = page.blocks.find((block) => block.id === id)?.shown ?? [];
  if (shown?.as !== "bars" && shown?.as !== "ranks") throw new Error(`${id} has no rows`);
  return shown.rows.map((row) => [
    "label" in row ? written(row.label) : row.name,
    row.value,
    row.note,
  ]);
};

test("nobody who likes nothing has a page of likes", () => {
  const site = makeSite([{ name: "Ran" }]);
  expect([likes.count(site), likes.pages(site)]).toEqual([0, []]);
});

test("a few likes are films and no drawing", () => {
  const pages = pagesOf([{ name: "Ran", liked: true }, { name: "Dreams" }]);
  expect(pages).toHaveLength(1);
  const page = pages[0]?.view();
  expect(written(page?.heading)).toBe("1 film liked, 50% of all");
  expect(page?.blocks).toMatchObject([
    { id: "films", title: "The film you like", shown: [{ as: "rows" }] },
  ]);
});

test("likes are shares of each rating, genre and decade, and each leads to its films", () => {
  const page = pagesOf(specs)[0]?.view();
  if (!page) throw new Error("no page of likes");
  expect(page.blocks[0]?.title).toBe("You like 14 of 15 films with five stars");
  expect(rowsOf(page, "ratings")).toEqual([
    ["[5 ★](/likes/5/)", "93%", "14 of 15"],
    ["[2 ★](/likes/2/)", "7%", "1 of 15"],
  ]);
  expect(rowsOf(page, "genres")).toEqual([
    ["[Drama](/genres/drama/)", "93%", "14 of 15"],
    ["[Comedy](/genres/comedy/)", "7%", "1 of 15"],
  ]);
  expect(page.blocks.find(({ id }) => id === "genres")?.title).toBe(
    "Drama most often: you like 93% of 15 films",
  );
  // Seven of the fourteen dramas are of each decade; the comedy is of the 1990s.
  expect(rowsOf(page, "decades").map(([, , note]) => note)).toEqual(["7 of 15", "8 of 15"]);
  expect(rowsOf(page, "directors")).toEqual([["Agnès Varda", "14", "of 20 seen"]]);
});

test("likes that the rating does not explain are named", () => {
  const page = pagesOf(specs)[0]?.view();
  expect(page?.blocks.slice(-2)).toMatchObject([
    { id: "despite", shown: [{ films: [{ name: "Film 29" }] }] },
    { id: "not-liked", shown: [{ films: [{ name: "Film 14" }] }] },
  ]);
});

test("every rating with a liked film has a page of them", () => {
  const unrated = { name: "Unrated", liked: true };
  const pages = pagesOf([...specs, unrated]);
  expect(pages.map(({ path }) => path)).toEqual([
    "/likes/",
    "/likes/5/",
    "/likes/2/",
    "/likes/unrated/",
  ]);
  expect(pages[3]?.view()).toMatchObject({
    title: "Liked, and not rated",
    blocks: [{ shown: [{ as: "columns", films: [{ name: "Unrated" }] }] }],
  });
});
