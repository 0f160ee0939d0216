import { describe, expect, test } from "vitest";
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
    // Directors and actors.
    ["people", 4],
    ["genre", 2],
    ["country", 2],
    ["language", 2],
    ["decade", 1],
    ["studio", 2],
    ["keyword", 2],
    ["collection", 2],
  ]);
  expect(groups.country.map(({ name }) => name)).toEqual([countryName("DD"), countryName("XG")]);
  expect(countryName("DD")).toBe(countryName("XG"));
});

test("no two pages of any kind share a path, on a disk that folds case either", () => {
  const paths = pages.map(({ path }) => path.toLowerCase());
  expect(paths.toSorted()).toEqual([...new Set(paths)].sort());
  for (const path of paths) expect(path).toMatch(/^\/[a-z]+\/[a-z0-9_-]+\/$/);
});

describe("names of any kind that a disk may not take", () => {
  const hardNames = [
    ...["王家衛", "يوسف شاهين", "อภิชาติพงศ์ วีระเศรษฐกุล", "თენგიზ აბულაძე", "봉준호", "दीपा मेहता"],
    ...["💀🎬", "a".repeat(300), "word ".repeat(60), "王".repeat(300), "ß".repeat(300)],
    ...["con", "NUL", "aux.", "COM1", "lpt³", "Name...", "Name. . ", "...", "..", "!?!", "—"],
    ...[
      "",
      " ",
      "\u200b",
      "\ud800",
      "İ",
      "a/b",
      "a\\b",
      "a:b",
      "2",
      "own",
      "by-films",
      "index.html",
    ],
  ];
  /** Two films of each name, so that all of them have pages. */
  const pathsOf = (names: string[]) => {
    const named = names.map((name) => ({ id: hardNames.indexOf(name) + 1, name }));
    const editors = named.map((one) => ({ ...one, role: "editor" as const }));
    const tmdb = { companies: named, keywords: named, crew: editors };
    const { people, groups } = makeLibrary(["A", "B"].map((name) => ({ name, tmdb })));
    return { people, studios: groups.studio, keywords: groups.keyword };
  };
  const all = pathsOf(hardNames);

  test.each(Object.entries(all))("have addresses that any disk takes: %s", (folder, members) => {
    const paths = members.map(({ path }) => `${path}`);
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(hardNames.length);
    for (const path of paths) {
      const [, first, segment = "", ...rest] = path.split("/");
      expect([first, ...rest]).toEqual([folder, ""]);
      // Lower-case ASCII of at most 100 characters, and the id, which also keeps it from being "con".
      expect(segment).toMatch(/^(?:[a-z0-9][a-z0-9-]{0,99}-)?[1-9]\d*$/);
      // The second page of a ranking is `/studios/2/`.
      expect(segment).not.toMatch(/^\d{1,3}$/);
    }
  });

  test("have the same address whoever else is there", () => {
    const alone = hardNames.flatMap((name) => Object.values(pathsOf([name])).flat());
    const addresses = alone.map(({ path }) => path).toSorted();
    expect(addresses).toEqual(
      Object.values(all)
        .flat()
        .map(({ path }) => path)
        .toSorted(),
    );
  });
});
