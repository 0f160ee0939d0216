import { describe, expect, test } from "vitest";
import { countryName, languageName } from "../../src/library/placeNames.ts";
import { actor, director, makeLedgerFilm, makeLibrary } from "../support/libraryMaker.ts";

const names = (things: readonly { name: string }[]) => things.map(({ name }) => name);

test("a film that is only on the watchlist is not seen", () => {
  const library = makeLibrary([
    { name: "Seen" },
    { name: "Wanted", seen: false, watchlisted: "2024-01-01" },
  ]);
  expect(names(library.films)).toEqual(["Seen"]);
  expect(library.watchlist.map(({ film, since }) => [film.name, since])).toEqual([
    ["Wanted", "2024-01-01"],
  ]);
});

test("a person is a TMDB id: equal names are two people, one id is one person", () => {
  const { people, films } = makeLibrary([
    { name: "Hunger", tmdb: { crew: [director(1, "Steve McQueen")] } },
    { name: "Bullitt", tmdb: { cast: [actor(2, "Steve McQueen")] } },
    {
      name: "Shame",
      tmdb: { crew: [director(1, "Steve McQueen")], cast: [actor(1, "Steve McQueen")] },
    },
  ]);
  expect(
    people.map(({ id, credits }) => [id, names(credits.director), names(credits.actor)]),
  ).toEqual([
    [1, ["Hunger", "Shame"], ["Shame"]],
    [2, [], ["Bullitt"]],
  ]);
  expect(films[0]?.credits.director[0]).toBe(people[0]);
});

describe("when TMDB's answers spell a name in several ways", () => {
  const genre = (name: string) => [{ id: 878, name }];
  const films = [
    { name: "A", tmdb: { genres: genre("Sci-Fi"), crew: [director(1, "Wong Kar Wai")] } },
    { name: "B", tmdb: { genres: genre("Science Fiction"), crew: [director(1, "Wong Kar-wai")] } },
    { name: "C", tmdb: { genres: genre("Science Fiction"), cast: [actor(1, "Wong Kar-wai")] } },
  ];
  const [a, b, c] = films;
  if (!a || !b || !c) throw new Error("the fixture has three films");
  const addresses = (specs: typeof films) => {
    const { people, groups } = makeLibrary(specs);
    return [...people, ...groups.genre].map(({ name, path }) => [name, path]);
  };

  test.each([
    ["ABC", [a, b, c]],
    ["ACB", [a, c, b]],
    ["BAC", [b, a, c]],
    ["BCA", [b, c, a]],
    ["CAB", [c, a, b]],
    ["CBA", [c, b, a]],
  ])("the most frequent one decides name and address, with the films in order %s", (_, specs) => {
    expect(addresses(specs)).toEqual([
      ["Wong Kar-wai", "/people/wong-kar-wai-1/"],
      ["Science Fiction", "/genres/science-fiction/"],
    ]);
  });

  test.each([
    ["AB", [a, b]],
    ["BA", [b, a]],
  ])("of equally frequent ones the first by alphabet does, in order %s", (_, specs) => {
    expect(addresses(specs)).toEqual([
      ["Wong Kar Wai", "/people/wong-kar-wai-1/"],
      ["Sci-Fi", "/genres/sci-fi/"],
    ]);
  });
});

test("two genres that TMDB gives one name have two pages", () => {
  const { groups } = makeLibrary([
    { name: "A", tmdb: { genres: [{ id: 18, name: "Drama" }] } },
    {
      name: "B",
      tmdb: {
        genres: [
          { id: 10999, name: "Drama" },
          { id: 80, name: "Crime" },
        ],
      },
    },
  ]);
  expect(groups.genre.map(({ path }) => path)).toEqual([
    "/genres/drama-18/",
    "/genres/drama-10999/",
    "/genres/crime/",
  ]);
});

test("directors have a page, and other actors do not", () => {
  const { people } = makeLibrary([
    { name: "A", tmdb: { crew: [director(1, "Ida Lupino")], cast: [actor(2, "Joan Fontaine")] } },
  ]);
  expect(people.map(({ path }) => path)).toEqual(["/people/ida-lupino-1/", null]);
});

test("a film may have several directors, and writers do not count as directors", () => {
  const { films } = makeLibrary([
    {
      name: "A",
      tmdb: {
        crew: [director(1, "Joel"), director(2, "Ethan"), { id: 3, name: "W", role: "writer" }],
      },
    },
  ]);
  expect(names(films[0]?.credits.director ?? [])).toEqual(["Joel", "Ethan"]);
});

describe("countries", () => {
  const specs = [
    { name: "Both", tmdb: { originCountries: ["FR"], productionCountries: ["DE", "BE"] } },
    { name: "Origin", tmdb: { originCountries: ["FR", "FR"] } },
    { name: "Production", tmdb: { productionCountries: ["DE"] } },
  ];
  const byFilm = (countries?: "origin" | "production") =>
    makeLibrary(specs, countries && { countries }).films.map((film) => names(film.groups.country));

  test("are those of origin, or those of production without an origin", () => {
    expect(byFilm()).toEqual([["France"], ["France"], ["Germany"]]);
  });

  test("can be turned round by a setting", () => {
    expect(byFilm("production")).toEqual([["Germany", "Belgium"], ["France"], ["Germany"]]);
  });

  test("have English names, former states too, or their code if it is unknown", () => {
    expect(["SU", "XC", "YU", "XG", "XK", "AN", "US", "HK", "Q1", ""].map(countryName)).toEqual([
      "Soviet Union",
      "Czechoslovakia",
      "Yugoslavia",
      "East Germany",
      "Kosovo",
      "Netherlands Antilles",
      "United States",
      "Hong Kong",
      "Q1",
      "",
    ]);
  });

  test("a film of the United Kingdom counts once, whichever of TMDB's two codes it has", () => {
    const { groups } = makeLibrary([
      { name: "A", tmdb: { originCountries: ["GB", "UK"] } },
      { name: "B", tmdb: { originCountries: ["UK"] } },
    ]);
    expect(groups.country.map(({ id, name, films }) => [id, name, films.length])).toEqual([
      ["GB", "United Kingdom", 2],
    ]);
  });
});

test("a film counts once for a studio or a keyword that TMDB lists twice", () => {
  const [toei, ghibli] = [
    { id: 5542, name: "Toei" },
    { id: 10342, name: "Ghibli" },
  ];
  const { films, groups } = makeLibrary([
    {
      name: "Twice",
      tmdb: {
        companies: [toei, ghibli, toei],
        keywords: [
          { id: 1, name: "cat" },
          { id: 1, name: "cat" },
        ],
      },
    },
  ]);
  expect(groups.studio.map(({ name, films }) => [name, films.length])).toEqual([
    ["Toei", 1],
    ["Ghibli", 1],
  ]);
  expect(names(films[0]?.groups.studio ?? [])).toEqual(["Toei", "Ghibli"]);
  expect(groups.keyword.map(({ films }) => names(films))).toEqual([["Twice"]]);
});

test("languages are named in English, TMDB's own codes too", () => {
  expect(["fr", "cn", "xx", "zh", "sh", "Q", ""].map(languageName)).toEqual([
    "French",
    "Cantonese",
    "No language",
    "Chinese",
    "Serbo-Croatian",
    "Q",
    "",
  ]);
});

test("a decade is that of Letterboxd's Year, and a film without one has no decade", () => {
  const { groups } = makeLibrary([
    { name: "A", year: 1959, tmdb: { releaseDate: "1960-03-16" } },
    { name: "B", year: 1950 },
    { name: "C", year: 1960 },
    { name: "D" },
  ]);
  expect(groups.decade.map(({ id, name, films }) => [id, name, names(films)])).toEqual([
    ["1950", "1950s", ["A", "B"]],
    ["1960", "1960s", ["C"]],
  ]);
});

test("a series is seen, but belongs to no genre, country, language or person", () => {
  const { films, groups, people } = makeLibrary([{ name: "Dekalog", year: 1989, tmdb: "series" }]);
  expect(films[0]?.series?.title).toBe("Series 1");
  expect([groups.genre, groups.country, groups.language, people]).toEqual([[], [], [], []]);
});

test("filmOf returns a viewing's film, and throws for an unknown film", () => {
  const library = makeLibrary([{ name: "A", viewings: ["2024-01-01"] }]);
  const [viewing] = library.viewings;
  if (!viewing) throw new Error("the fixture has a viewing");
  expect(library.filmOf(viewing)).toBe(library.films[0]);
  const stranger = { ...viewing, film: makeLedgerFilm({ name: "Stranger" }) };
  expect(() => library.filmOf(stranger)).toThrow("Stranger");
});

test("the owner's name is the full name, or the user name, or null", () => {
  const owner = (givenName: string, familyName: string) =>
    makeLibrary([], { ledger: { member: { username: "ada_l", givenName, familyName } } }).owner;
  expect(owner("Ada", "Lovelace")).toBe("Ada Lovelace");
  expect(owner("Ada", "")).toBe("Ada");
  expect(owner("", "")).toBe("ada_l");
  expect(makeLibrary([]).owner).toBeNull();
  const nameless = { username: "", givenName: "", familyName: "" };
  expect(makeLibrary([], { ledger: { member: nameless } }).owner).toBeNull();
});

describe("collections", () => {
  const part = (id: number, name: string) => ({ collection: { id, name } });
  const parts = [{ id: 348, title: "Alien", released: "1979-05-25" }];
  const { groups, films } = makeLibrary(
    [
      { name: "Alien", tmdb: part(8091, "Alien Collection") },
      { name: "Dune", tmdb: part(726871, "Dune Collection") },
      { name: "Aliens", tmdb: part(8091, "Alien Collection") },
      { name: "Ran", tmdb: {} },
      { name: "Alien³", seen: false, tmdb: part(8091, "Alien Collection") },
    ],
    { collections: new Map([[8091, parts]]) },
  );

  test("hold their seen films, under TMDB's name without the last word", () => {
    expect(groups.collection.map(({ id, name, films }) => [id, name, names(films)])).toEqual([
      ["8091", "Alien", ["Alien", "Aliens"]],
      ["726871", "Dune", ["Dune"]],
    ]);
    expect(films.map(({ groups }) => groups.collection[0]?.name)).toEqual([
      "Alien",
      "Dune",
      "Alien",
      undefined,
    ]);
  });

  test("have a page from two seen films on", () => {
    expect(groups.collection.map(({ path }) => path)).toEqual(["/collections/alien-8091/", null]);
  });

  test("know all their parts where TMDB was asked for them", () => {
    expect(groups.collection.map(({ parts }) => parts)).toEqual([parts, null]);
  });

  test.each([
    ["The Godfather Collection", "The Godfather"],
    ["The Space Odyssey Series", "The Space Odyssey Series"],
    ["The Collection Collection", "The Collection"],
    ["Collection", "Collection"],
  ])("%s is called %s", (given, name) => {
    const { groups } = makeLibrary([{ name: "A", tmdb: part(1, given) }]);
    expect(names(groups.collection)).toEqual([name]);
  });
});

test("directors know their filmography where TMDB was asked for it", () => {
  const directed = [{ id: 1, title: "Hunger", released: "2008-10-31" }];
  const filmography = { directed, acted: [] };
  const { person } = makeLibrary(
    [{ name: "Hunger", tmdb: { crew: [director(1, "Steve McQueen"), director(2, "Somebody")] } }],
    { filmographies: new Map([[1, filmography]]) },
  );
  expect(person(1)?.filmography).toEqual(filmography);
  expect(person(2)?.filmography).toBeNull();
});

test("the watchlist is known by TMDB's ids of its films", () => {
  const on = { seen: false, watchlisted: "2024-01-01" };
  const { watchlisted } = makeLibrary([
    { name: "Wanted", ...on, tmdb: {} },
    { name: "Unknown", ...on, tmdb: "none" },
    { name: "Series", ...on, tmdb: "series" },
    { name: "Never asked", ...on },
    { name: "On a list", seen: false, tmdb: {} },
    { name: "Wanted too", ...on, tmdb: {} },
  ]);
  // Its place among them is a film's id.
  expect([...watchlisted]).toEqual([1, 6]);
});
