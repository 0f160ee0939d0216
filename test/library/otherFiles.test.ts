import { expect, test } from "vitest";
import { type FileOptions, otherFiles } from "../../src/library/otherFiles.ts";
import { makeLibrary } from "../support/libraryMaker.ts";

const library = makeLibrary([
  { name: "Ran", viewings: ["2023-05-04", "2024-01-01"], tmdb: { poster: "/ran.jpg" } },
  { name: "Ikiru", viewings: ["2024-02-02"], tmdb: { poster: "/ikiru.jpg" } },
  { name: "Dekalog", tmdb: "series" },
]);
const files = (options: Partial<FileOptions> = {}, { films, viewings } = library) =>
  otherFiles({ films, viewings }, { hasPosters: false, hasCards: false, ...options });

test("each film adds its page, and each year its page and two pictures in two sizes", () => {
  const empty = files({}, makeLibrary([]));
  // And one page of open questions about matches.
  expect(files()).toBe(empty + 3 + 1 + 2 * (1 + 4));
});

test("local posters add two sizes of each", () => {
  expect(files({ hasPosters: true })).toBe(files() + 2 * 2);
});

test("cards add two sizes for each year, the dashboard and thirty directors", () => {
  expect(files({ hasCards: true })).toBe(files() + 2 * (2 + 1 + 30));
});
