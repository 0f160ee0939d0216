import { describe, expect, test } from "vitest";
import { film as filmView } from "../../../src/views/film.ts";
import { reviews } from "../../../src/views/habits/reviews.ts";
import { tags } from "../../../src/views/habits/tags.ts";
import { makeSite, written } from "../../support/siteMaker.ts";

const specs = [
  {
    name: "Ran",
    year: 1985,
    viewings: [
      { on: "2022-01-01", tags: ["the Rialto"], rating: 4, review: "<i>One</i> two three." },
      { on: "2024-02-02", tags: ["the Rialto", "35mm"] },
    ],
  },
  { name: "Ikiru", viewings: [{ on: "2023-05-05", tags: ["the Rialto"], rating: 5 }] },
  { name: "Rope", reviews: [{ text: "A long review & more", tags: ["essay"] }] },
];

describe("tags", () => {
  const site = makeSite(specs, { env: { PUBLISH: "tags,exactDates" } });

  test("have a page each, and one of all", () => {
    expect(tags.pages(site).map(({ path, view }) => [path, written(view().heading)])).toEqual([
      ["/tags/", "3 tags"],
      ["/tags/the-rialto/", "“the Rialto”: 3 viewings of 2 films"],
      ["/tags/35mm/", "“35mm”: 1 viewing of 1 film"],
      ["/tags/essay/", "“essay”: 1 film"],
    ]);
  });

  test("list their films, those with most viewings first", () => {
    const view = tags.pages(site)[1]?.view();
    const [films] = view?.blocks.find(({ id }) => id === "films")?.shown ?? [];
    expect(films?.as === "films" && films.rows.map(({ film, note }) => [film.name, note])).toEqual([
      ["Ran", "2 times with the tag"],
      ["Ikiru", ""],
    ]);
    expect(written(view?.kicker)).toBe(
      "1 January 2022\u00a0– 2 February 2024".replace("– ", "–\u00a0"),
    );
  });

  test("are links on the pages of films", () => {
    const ikiru = site.library.films[1] ?? expect.fail();
    expect(filmView(site, ikiru).tags.map(written)).toEqual([
      "Tagged [the Rialto](/tags/the-rialto/)",
    ]);
  });

  test("have no page if they are withheld", () => {
    expect(tags.pages(makeSite(specs))).toEqual([]);
    expect(tags.count(makeSite(specs))).toBe(0);
  });
});

describe("reviews", () => {
  const site = makeSite(specs, { env: { PUBLISH: "reviews,exactDates" } });

  test("have a page of each year, and of those without a day", () => {
    expect(reviews.pages(site).map(({ path, view }) => [path, written(view().heading)])).toEqual([
      ["/reviews/", "2 reviews, 7 words in all"],
      ["/reviews/2022/", "1 review of 2022"],
      ["/reviews/undated/", "1 review without a day"],
    ]);
  });

  test("show the start of a text without markup, and the way to the film", () => {
    const [list] = reviews.pages(site)[1]?.view().blocks[0]?.shown ?? [];
    expect(list?.as === "reviews" && list.reviews).toMatchObject([
      {
        href: "/films/ran-1985/",
        date: "2022-01-01",
        rating: 4,
        start: "One two three.",
        note: "3 words",
      },
    ]);
  });

  test("have no page if they are withheld", () => {
    expect(reviews.pages(makeSite(specs))).toEqual([]);
    expect(reviews.count(makeSite(specs))).toBe(0);
  });
});
