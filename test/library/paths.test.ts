import { expect, test } from "vitest";
import { countryName } from "../../src/library/placeNames.ts";
import { actor, director, makeLibrary } from "../support/libraryMaker.ts";

/** Two of each kind whose addresses would meet by their names, or differ by case alone. */
const NAMES = ["Noir", "NOIR!"];

const library = makeLibrary(
  NAMES.flatMap((name, i) =>
    // The second film of each makes a collection that has a page.
    ["Rain", "RAIN"].map((title) => ({
      name: title,
      year: 2019,
      uri: `https://boxd.it/${title.slice(0, 2)}${i}`,
      tmdb: {
        genres: [{ id: i + 1, name }],
        originCountries: [i === 0 ? "DD" : "XG"],
        originalLanguage: i === 0 ? "xa" : "xb",
        companies: [{ id: i + 1, name }],
        keywords: [{ id: i + 1, name }],
        collection: { id: i + 1, name },
        crew: [director(i + 1, name)],
        cast: [actor(i + 11, name)],
      },
    })),
  ),
);

interface Page {
  kind: string;
  path: string;
}

const { films, people, groups } = library;
/** Whatever has a page, by kind: kinds to come are among them. */
const pages = Object.entries({ films, people, ...groups }).flatMap(([kind, members]): Page[] =>
  members.flatMap(({ path }) => (path === null ? [] : [{ kind, path }])),
);
const perKind = Map.groupBy(pages, ({ kind }) => kind);

test("the library has clashing members of every kind that has pages", () => {
  expect([...perKind].map(([kind, all]) => [kind, all.length])).toEqual([
    ["films", 4],
    // Two directors and two actors.
    ["people", 4],
    ["genre", 2],
    ["country", 2],
    ["language", 2],
    // No two decades have one name.
    ["decade", 1],
    ["studio", 2],
    ["keyword", 2],
    ["collection", 2],
  ]);
  expect(countryName("DD")).toBe(countryName("XG"));
});

test("no two pages of any kind share a path, on a disk that folds case either", () => {
  const paths = pages.map(({ path }) => path.toLowerCase());
  expect(paths.toSorted()).toEqual([...new Set(paths)].sort());
  for (const path of paths) expect(path).toMatch(/^\/[a-z]+\/[a-z0-9_-]+\/$/);
});
