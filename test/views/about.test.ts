import { describe, expect, test } from "vitest";
import { about } from "../../src/views/about.ts";
import { director } from "../support/libraryMaker.ts";
import { makeSite, written } from "../support/siteMaker.ts";

test("coverage leaves out what there is nothing of", () => {
  const site = makeSite([
    { name: "Ran", rating: 5, tmdb: { runtime: 162 } },
    { name: "Ikiru", tmdb: "none" },
    { name: "Dekalog", tmdb: "series" },
  ]);
  expect(about(site).coverage.map(({ name, count }) => [name, count])).toEqual([
    ["Seen", "3"],
    ["Rated", "1"],
    ["Found at TMDB", "1"],
    ["Series at TMDB", "1"],
    ["Not found", "1"],
    ["With a runtime", "1"],
  ]);
  expect(about(makeSite([])).coverage.map(({ name, count }) => [name, count])).toEqual([
    ["Seen", "0"],
  ]);
});

describe("films that TMDB has no data for", () => {
  test("are named where it was asked", () => {
    const view = about(
      makeSite([
        { name: "Ran", tmdb: {} },
        { name: "Ikiru", tmdb: "none" },
      ]),
    );
    expect(view.howToAsk).toBeNull();
    expect(view.without).toEqual({
      summary: "1 film without data from TMDB",
      films: [{ name: "Ikiru", year: null, href: "/films/ikiru/" }],
      more: null,
    });
  });

  test("are all of them where it was not: the page says how to ask", () => {
    const view = about(makeSite([{ name: "Ran" }]));
    expect(view.without).toBeNull();
    expect(written(view.howToAsk)).toMatch(/make a free key .* run npm run build again\.$/);
    const offline = about(
      makeSite([{ name: "Ran" }], { env: { OFFLINE: "1", TMDB_API_TOKEN: "a".repeat(32) } }),
    );
    expect(written(offline.howToAsk)).toBe(
      "TMDB has not been asked, since OFFLINE=1 was set. To get genres, directors, countries and runtimes, run npm run build again without that.",
    );
  });
});

test("what is published and what is withheld are both named", () => {
  const said = (PUBLISH: string) => written(about(makeSite([], { env: { PUBLISH } })).whatIsPublic);
  expect(said("reviews,name")).toContain(
    "Published by choice: review texts, the member’s name. Withheld: tags, lists, notes on lists, the watchlist, the favourites of the profile, exact dates (otherwise months).",
  );
  expect(said("none")).toContain("Published by choice: nothing. Withheld: review texts, ");
});

test("what needs days is defined where days are shown", () => {
  const terms = (exactDates: boolean) =>
    about(makeSite([], { exactDates })).definitions.map(({ term }) => term);
  expect(terms(true)).toContain("Streak");
  expect(terms(true)).not.toContain("Days");
  expect(terms(false)).toContain("Days");
  expect(terms(false)).not.toContain("Streak");
});

test("a limit of files is named only where it takes pages", () => {
  const tmdb = { keywords: [{ id: 1, name: "Rain" }], crew: [director(2, "Akira Kurosawa")] };
  const specs = [
    { name: "Ran", tmdb },
    { name: "Ikiru", tmdb },
  ];
  const { files } = makeSite(specs).library.pageLimits;
  expect(about(makeSite(specs, { maxFiles: files })).pagesStart).toBeNull();
  expect(about(makeSite(specs, { maxFiles: files - 1 })).pagesStart).toMatch(
    /^Pages start at 3 films for keywords, so that the site has at most /,
  );
});
