import { expect, test } from "vitest";
import { drawsCards } from "../../../src/views/cards/groups.ts";
import { picturePages } from "../../../src/views/cards/page.ts";
import { makeSite } from "../../support/siteMaker.ts";

/** Twelve viewings in each of the years, so that each has pictures. */
const siteOf = (...years: number[]) =>
  makeSite(
    years.flatMap((year) =>
      Array.from({ length: 12 }, (_, i) => ({
        name: `Film ${year} ${i}`,
        viewings: [`${year}-05-${`${i + 1}`.padStart(2, "0")}`],
      })),
    ),
  );

test("there is a page of all pictures, three of each kind, and one for each folder with all of it", () => {
  const [all, years, ...others] = picturePages(siteOf(2022, 2023, 2024), { cards: false });
  expect(others).toEqual([]);
  expect(all?.folder).toBeUndefined();
  expect(all?.view.kicker).toBe("6 pictures as PNG.");
  const [block] = all?.view.blocks ?? [];
  expect(block?.pictures.map(({ name }) => name)).toEqual([
    "2024, portrait",
    "2024, square",
    "2023, portrait",
  ]);
  expect(block?.more).toEqual({ text: "All 6 pictures", href: "/cards/timeline/" });
  expect(years).toMatchObject({
    folder: "timeline",
    view: { title: "Pictures to pass on: years", blocks: [] },
  });
  expect(years?.view.pictures).toHaveLength(6);
});

test("there is no page if no picture is drawn", () => {
  expect(picturePages(makeSite([{ name: "Ran" }]), { cards: false })).toEqual([]);
});

test("cards are drawn for a known host, and while one works on the site", () => {
  const known = makeSite([], { env: { SITE_URL: "https://example.org" } });
  expect(drawsCards(known, { DEV: false })).toBe(true);
  expect(drawsCards(makeSite([]), { DEV: false })).toBe(false);
  expect(drawsCards(makeSite([]), { DEV: true })).toBe(true);
});
