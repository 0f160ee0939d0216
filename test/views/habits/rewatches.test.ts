import { describe, expect, test } from "vitest";
import type { BlockPage } from "../../../src/views/block.ts";
import { rewatches } from "../../../src/views/habits/rewatches.ts";
import type { FilmSpec } from "../../support/libraryMaker.ts";
import { makeSite, written } from "../../support/siteMaker.ts";

type Options = Parameters<typeof makeSite>[1];

const again = (on: string, rating: number | null = null) => ({ on, rating, rewatch: true });
const firstPage = (specs: FilmSpec[], options: Options = {}) => {
  const [page] = rewatches.pages(makeSite(specs, options));
  if (!page) throw new Error("no page of rewatches");
  return page.view();
};
const idsOf = ({ blocks }: BlockPage) => blocks.map(({ id }) => id);

/** Twelve films of 2020, each seen again in 2021, the first one in 2022 and at the end of 2023 too. */
const specs: FilmSpec[] = Array.from({ length: 12 }, (_, i) => ({
  name: `Film ${i + 1}`,
  rating: i === 11 ? 5 : 3,
  viewings: [
    { on: `2020-01-${`${i + 1}`.padStart(2, "0")}`, rating: 4 },
    again(`2021-01-${`${i + 1}`.padStart(2, "0")}`, i === 0 ? null : 4),
    ...(i === 0 ? [again("2022-01-01"), again("2024-01-01", 4.5)] : []),
  ],
}));

describe("the page of rewatches", () => {
  test("is absent without one", () => {
    const site = makeSite([{ name: "Ran", viewings: ["2024-01-01"] }]);
    expect(rewatches.pages(site)).toEqual([]);
    expect(rewatches.count(site)).toBe(0);
  });

  test("lists the films of a short diary and draws nothing", () => {
    const page = firstPage([{ name: "Ran", viewings: ["2023-01-01", again("2024-01-01")] }]);
    expect(written(page.heading)).toBe("1 rewatch of 1 film");
    expect(page.blocks.map(({ shown }) => shown.map(({ as }) => as))).toEqual([["rows"]]);
  });

  test("has a dot for each viewing on one axis, and the change of rating at its end", () => {
    const page = firstPage(specs);
    expect(written(page.heading)).toBe("[Film 1](/films/film-1/) was seen most often: 4 times");
    const [dots] = page.blocks[0]?.shown ?? [];
    if (dots?.as !== "dots") throw new Error("the first block has no dots");
    expect(dots.rows).toHaveLength(12);
    // From 1 January 2020 to 1 January 2024 are 1,461 days, of which 366, then 731 have passed.
    expect(dots.rows[0]).toMatchObject({
      dots: [0, 366 / 1461, 731 / 1461, 1],
      count: "4 times",
      rating: "4 to 4.5 ★",
    });
    expect(dots.rows[1]).toMatchObject({ count: "2 times", rating: "4 ★" });
    expect(dots.axis.marks.map(({ name }) => name)).toEqual(["2021", "2022", "2023", "2024"]);
  });

  test("names years, intervals and what is loved and long unseen", () => {
    const page = firstPage(specs, { ledger: { asOf: "2024-01-01" } });
    expect(idsOf(page)).toEqual([
      ...["films", "years", "many-years", "longest", "shortest", "long-unseen"],
    ]);
    const [longest] = page.blocks[3]?.shown ?? [];
    if (longest?.as !== "bars") throw new Error("the intervals are no bars");
    expect(written(longest.rows[0]?.label)).toBe(
      "[Film 1](/films/film-1/) 1 January 2022\u00a0–\u00a01 January 2024",
    );
    expect(longest.rows[0]?.value).toBe("730 days");
    expect(page.blocks[5]?.shown[0]).toMatchObject({
      rows: [{ film: { name: "Film 12" }, note: "2 years ago" }],
    });
  });

  test("tells months where days are withheld", () => {
    const page = firstPage(specs, { exactDates: false });
    const [longest] = page.blocks.find(({ id }) => id === "longest")?.shown ?? [];
    if (longest?.as !== "bars") throw new Error("the intervals are no bars");
    expect(longest.rows[0]?.value).toBe("24 months");
    expect(longest.rows.map(({ label }) => written(label)).join()).not.toMatch(/\d+ January/);
  });

  test("lists films that were seen before the diary apart", () => {
    const before = { name: "Old", rating: 4, viewings: [again("2022-03-03")] };
    const page = firstPage([...specs, before]);
    expect(page.blocks.at(-1)).toMatchObject({
      id: "seen-before",
      title: "1 film seen before the diary, and once in it",
    });
  });
});

test("a hundred films are on a page, and the others on further ones", () => {
  const site = makeSite(
    Array.from({ length: 201 }, (_, i) => ({
      name: `Film ${i}`,
      viewings: ["2024-01-01", again("2024-02-02")],
    })),
  );
  const pages = rewatches.pages(site);
  expect(pages.map(({ path }) => path)).toEqual(["/rewatches/", "/rewatches/2/", "/rewatches/3/"]);
  const last = pages[2]?.view();
  expect(last?.blocks[0]?.title).toBe("Films 201 to 201 of 201, by viewings");
});
