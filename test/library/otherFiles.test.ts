import { describe, expect, test } from "vitest";
import { type FileOptions, otherFiles } from "../../src/library/otherFiles.ts";
import { ratings } from "../../src/views/habits/ratings.ts";
import { runtimes } from "../../src/views/habits/runtimes.ts";
import { sectionRoutes } from "../../src/views/sections.ts";
import { actor, director, makeLedger, makeLibrary } from "../support/libraryMaker.ts";
import { makeSite } from "../support/siteMaker.ts";

const library = makeLibrary([
  { name: "Ran", viewings: ["2023-05-04", "2024-01-01"], tmdb: { poster: "/ran.jpg" } },
  { name: "Ikiru", viewings: ["2024-02-02"], tmdb: { poster: "/ikiru.jpg" } },
  { name: "Dekalog", tmdb: "series" },
]);
const files = (options: Partial<FileOptions> = {}, made = library) =>
  otherFiles(made, { hasPosters: false, hasCards: false, ...options });

test("each film adds its page, and each year its page, its diary and two pictures in two sizes", () => {
  const empty = files({}, makeLibrary([]));
  // And one page of open questions about matches.
  expect(files()).toBe(empty + 3 + 1 + 2 * (2 + 4));
});

test("local posters add two sizes of each", () => {
  expect(files({ hasPosters: true })).toBe(files() + 2 * 2);
});

test("cards add two sizes for each year, the dashboard and thirty directors", () => {
  expect(files({ hasCards: true })).toBe(files() + 2 * (2 + 1 + 30));
});

test("likes and rewatches have no more pages than planned", () => {
  const specs = Array.from({ length: 501 }, (_, i) => ({
    name: `Film ${i}`,
    rating: 5,
    liked: true,
    viewings: ["2024-01-01", { on: "2024-02-02", rewatch: true }],
  }));
  const [few, many] = [makeSite(specs.slice(0, 12)), makeSite(specs)];
  const grown = (count: (site: typeof many) => number) => count(many) - count(few);
  // A second page of the likes with five stars, six pages of rewatches instead of one, and three pages of
  // all films with five stars.
  expect(grown((site) => sectionRoutes(site).length)).toBe(1 + 5 + 2);
  // And the page of each film, with its open question.
  expect(grown(({ library: made }) => files({}, made))).toBeGreaterThanOrEqual(489 + 1 + 5 + 2);
});

test("rankings have no more pages than planned, however many names they have", () => {
  const people = Array.from({ length: 251 }, (_, i) => i + 1);
  const tmdb = {
    runtime: 90,
    crew: people.map((id) => director(id, `Director ${id}`)),
    cast: people.map((id) => actor(id + 1000, `Actor ${id}`)),
    keywords: people.map((id) => ({ id, name: `Keyword ${id}` })),
  };
  const specs = ["A", "B", "C", "D", "E"].map((name) => ({
    name,
    tmdb,
    rating: 4,
    viewings: ["2024-01-01"],
  }));
  const [small, large] = [makeSite(specs.slice(0, 1)), makeSite(specs)];
  const grown = (count: (site: typeof large) => number) => count(large) - count(small);
  // Actors, directors and keywords: two pages in each of four orders.
  expect(grown((site) => sectionRoutes(site).length)).toBe(3 * (2 * 4 - 1));
  expect(grown(({ library }) => files({}, library))).toBe(3 * 5 + 4);
});

test("ratings and runtimes have no more pages than planned", () => {
  const steps = [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5];
  // Two pages of five stars and of films of 100 minutes, and a page of everything else there is.
  const specs = [
    ...Array.from({ length: 251 }, (_, i) => ({ rating: 5, runtime: 100, name: `Film ${i}` })),
    ...steps.map((rating) => ({ rating, runtime: 50, name: `Rated ${rating}` })),
    ...[1, 75, 105, 120, 150, 180].map((runtime) => ({ rating: 4, runtime, name: `${runtime}` })),
  ].map(({ name, rating, runtime }, i) => ({
    name,
    rating,
    viewings: i < 2 ? ["2023-01-01", "2024-01-01"].map((on) => ({ on, rating: i + 1 })) : [],
    tmdb: { runtime, voteAverage: 6, voteCount: 900 },
  }));
  const pages = [ratings, runtimes].flatMap((section) => section.pages(makeSite(specs)));
  expect(pages.filter(({ path }) => /^\/\w+\/[^/]+\/2\/$/.test(path))).toHaveLength(2);
  const planned = 3 + 10 + 1 + 8 + 2 * Math.floor(specs.length / 250);
  expect(pages.length).toBeLessThanOrEqual(planned);
  // Without films there are the pages planned for any site.
  expect(files({}, makeLibrary(specs)) - files({}, makeLibrary([]))).toBeGreaterThanOrEqual(
    specs.length + 2 * Math.floor(specs.length / 250),
  );
});

describe("pages of lists, of the watchlist, of tags and of reviews", () => {
  const genres = Array.from({ length: 6 }, (_, id) => ({ id, name: `Genre ${id}` }));
  const specs = [
    ...Array.from({ length: 520 }, (_, i) => ({
      name: `Wanted ${i}`,
      year: 1890 + (i % 130),
      seen: false,
      watchlisted: "2024-01-01",
      tmdb: { runtime: 60 + i, genres },
    })),
    ...Array.from({ length: 260 }, (_, i) => ({
      name: `Seen ${i}`,
      viewings: [{ on: `${2020 + (i % 5)}-01-01`, tags: ["all", `tag ${i}`], review: "Good." }],
    })),
  ];
  const canon = [
    {
      id: "canon",
      name: null,
      rows: [{ position: 1, name: "Seen 1", year: null, page: null, isFoundByName: true }],
    },
  ];
  const ledger = makeLedger(specs);
  const lists = ["A", "B"].map((name) => ({
    name,
    date: null,
    tags: [],
    description: "",
    items: ledger.films.map((film, i) => ({ film, position: i + 1, note: "" })),
  }));
  const siteWith = (publish: string) =>
    makeSite(specs, { ledger: { ...ledger, lists }, canon, env: { PUBLISH: publish } });
  const planned = (publish: string) => {
    const { library: made, settings } = siteWith(publish);
    return files({ published: settings.publish }, made);
  };
  const routes = (publish: string) => sectionRoutes(siteWith(publish)).length;

  test.each(["lists", "watchlist", "tags", "reviews", "all"])(
    "%s: at least as many are planned as there are",
    (publish) => {
      const added = routes(publish) - routes("none");
      expect(added).toBeGreaterThan(5);
      expect(planned(publish) - planned("none")).toBeGreaterThanOrEqual(added);
    },
  );

  test("canon lists are planned for, whatever is published", () => {
    expect(sectionRoutes(siteWith("none")).map(({ params }) => params.page)).toContain("canon");
    expect(planned("none") - files({}, { ...siteWith("none").library, canon: [] })).toBe(1);
  });
});
