import { expect, test } from "vitest";
import { type FileOptions, otherFiles } from "../../src/library/otherFiles.ts";
import { ratings } from "../../src/views/habits/ratings.ts";
import { runtimes } from "../../src/views/habits/runtimes.ts";
import { sectionRoutes } from "../../src/views/sections.ts";
import { actor, director, makeLibrary } from "../support/libraryMaker.ts";
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
  // A second page of the likes with five stars, and six pages of rewatches instead of one.
  expect(grown((site) => sectionRoutes(site).length)).toBe(1 + 5);
  // And the page of each film, with its open question.
  expect(grown(({ library: made }) => files({}, made))).toBeGreaterThanOrEqual(489 + 1 + 5);
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
