import { describe, expect, test } from "vitest";
import type { Role } from "../../src/roles.ts";
import { againstAll } from "../../src/stats/againstAll.ts";
import { careers } from "../../src/stats/careers.ts";
import { creditedFilms, onlyInArchives, roleCounts } from "../../src/stats/creditedFilms.ts";
import { ratingYears } from "../../src/stats/ratingYears.ts";
import { seenTogether } from "../../src/stats/seenTogether.ts";
import { actor, director, type FilmSpec, makeFilms, makeLibrary } from "../support/libraryMaker.ts";

const crew = (id: number, name: string, ...roles: Role[]) =>
  roles.map((role) => ({ id, name, role: role as Exclude<Role, "actor"> }));
const self = (id: number, name: string, character: string) => ({ ...actor(id, name), character });

const personOf = (specs: FilmSpec[], id = 1) => {
  const person = makeLibrary(specs).person(id);
  if (!person) throw new Error("nobody");
  return person;
};

describe("the films of a person", () => {
  const varda = [
    { name: "Vagabond", year: 1985, tmdb: { crew: crew(1, "Varda", "director", "writer") } },
    {
      name: "Faces Places",
      year: 2017,
      tmdb: { crew: [director(1, "Varda")], cast: [self(1, "Varda", "Self")] },
    },
    { name: "Last Tango", year: 1972, tmdb: { crew: crew(1, "Varda", "writer") } },
    { name: "Part", year: 1970, tmdb: { cast: [self(1, "Varda", "Woman")] } },
    { name: "Old", year: 2020, tmdb: { cast: [self(1, "Varda", "Self (archive footage)")] } },
    {
      name: "Own",
      year: 2019,
      tmdb: {
        crew: [director(1, "Varda")],
        cast: [self(1, "Varda", "Herself (archive footage)")],
      },
    },
  ];

  test("are each listed once, newest first, with all roles", () => {
    const films = creditedFilms(personOf(varda));
    expect(films.map(({ film, roles, isOneself }) => [film.name, roles, isOneself])).toEqual([
      ["Own", ["director"], false],
      ["Faces Places", ["director", "actor"], true],
      ["Vagabond", ["director", "writer"], false],
      ["Last Tango", ["writer"], false],
      ["Part", ["actor"], false],
    ]);
  });

  test("are counted by role, most films first, with those as oneself", () => {
    expect(roleCounts(creditedFilms(personOf(varda)))).toEqual([
      { role: "director", films: 3, asOneself: 0 },
      { role: "actor", films: 2, asOneself: 1 },
      { role: "writer", films: 2, asOneself: 0 },
    ]);
  });

  test("in archive footage are those without any other credit", () => {
    const person = personOf(varda);
    expect(onlyInArchives(person, creditedFilms(person)).map(({ name }) => name)).toEqual(["Old"]);
  });
});

describe("people seen together", () => {
  const specs: FilmSpec[] = [
    {
      name: "A",
      tmdb: {
        crew: [
          director(1, "Allen"),
          ...crew(2, "Morse", "editor"),
          ...crew(3, "Willis", "cinematography"),
        ],
        cast: [actor(4, "Keaton")],
      },
    },
    {
      name: "B",
      tmdb: {
        crew: [
          director(1, "Allen"),
          ...crew(2, "Morse", "editor"),
          ...crew(3, "Willis", "cinematography"),
        ],
        cast: [actor(4, "Keaton"), actor(1, "Allen")],
      },
    },
    { name: "C", tmdb: { crew: [director(1, "Allen"), ...crew(2, "Morse", "editor")] } },
    { name: "D", tmdb: { crew: crew(4, "Keaton", "director"), cast: [actor(1, "Allen")] } },
    { name: "E", tmdb: { crew: [director(1, "Allen")], cast: [actor(5, "Once")] } },
  ];
  const together = (id: number) => {
    const person = personOf(specs, id);
    const films = creditedFilms(person).map(({ film }) => film);
    return seenTogether(person, films).map((row) => [row.person.name, row.films, row.role]);
  };

  test("have two films in common or more; most films first, then by role", () => {
    // Keaton acts in two of Allen's films and directs the third.
    expect(together(1)).toEqual([
      ["Keaton", 3, "actor"],
      ["Morse", 3, "editor"],
      ["Willis", 2, "cinematography"],
    ]);
  });

  test("are so on both pages", () => {
    expect(together(4)).toEqual([
      ["Allen", 3, "director"],
      ["Willis", 2, "cinematography"],
      ["Morse", 2, "editor"],
    ]);
    expect(together(3).map(([name, films]) => [name, films])).toEqual([
      ["Allen", 2],
      ["Keaton", 2],
      ["Morse", 2],
    ]);
  });
});

test("a career counts as seen what is on TMDB's list and seen, and what the list lacks", () => {
  const listed = [1, 2, 7, 8].map((id) => ({
    id,
    title: `Film ${id}`,
    released: id === 8 ? "2030-01-01" : "1990-01-01",
  }));
  const library = makeLibrary(
    [
      { name: "One", viewings: ["2024-05-01"], tmdb: { id: 1, crew: [director(1, "Varda")] } },
      // Seen, on the list, and without the credit here.
      { name: "Two", tmdb: { id: 2 } },
      { name: "Three", tmdb: { id: 3, crew: [director(1, "Varda")] } },
      { name: "Four", tmdb: { id: 4 } },
    ],
    { filmographies: new Map([[1, { directed: listed, acted: null }]]) },
  );
  const person = library.person(1);
  const [career] = person ? careers(library, person, creditedFilms(person)) : [];
  // One, Two, Three and the unseen Seven; Eight is not released yet.
  expect(career).toMatchObject({ role: "director", seen: 3, total: 4 });
  expect(career?.missing.map(({ id }) => id)).toEqual([7]);
});

test("a career of acting leaves out where somebody is themselves", () => {
  const acted = [1, 5].map((id) => ({ id, title: `Film ${id}`, released: "1990-01-01" }));
  const library = makeLibrary(
    [
      { name: "One", viewings: ["2024-05-01"], tmdb: { id: 1, cast: [actor(1, "Varda")] } },
      { name: "Two", tmdb: { id: 2, cast: [self(1, "Varda", "Self")] } },
    ],
    { filmographies: new Map([[1, { directed: [], acted }]]) },
  );
  const person = library.person(1);
  expect(person && careers(library, person, creditedFilms(person))).toMatchObject([
    { role: "actor", seen: 1, total: 2, missing: [{ id: 5 }] },
  ]);
});

describe("a mean beside that of all films", () => {
  const films = (...ratings: number[]) =>
    makeFilms(ratings.map((rating, i) => ({ name: `Film ${i}`, rating })));

  test("is above it, like it or not to be told", () => {
    // Own: 4.5. All: (5 × 4.5 + 5 × 3) ÷ 10 = 3.75.
    const above = films(4.5, 4.5, 4.5, 4.5, 4.5, 3, 3, 3, 3, 3);
    expect(againstAll(above.slice(0, 5), above, 3)).toEqual({
      mean: 4.5,
      rated: 5,
      overall: 3.75,
      found: "above",
      distance: 0.75,
    });
    const like = films(...Array<number>(13).fill(3.5), 3, 4);
    expect(againstAll(like.slice(0, 5), like, 3)?.found).toBe("like");
    // Four ratings are too few, whatever they are.
    expect(againstAll(above.slice(0, 4), above, 3)?.found).toBe("unsure");
    expect(againstAll(above.slice(0, 2), above, 3)).toBeNull();
  });
});

describe("the years that ratings are drawn by", () => {
  const film = (name: string, year: number, ...viewings: string[]): FilmSpec => ({
    name,
    year,
    rating: 4,
    viewings,
  });

  test("are those of release, or those of viewing where hardly any lie between releases", () => {
    const career = makeFilms([1960, 1970, 1980, 1990].map((year) => film(`${year}`, year)));
    expect(ratingYears(career)).toMatchObject({ by: "release", rated: { length: 4 } });
    const series = makeFilms([
      film("A", 2001, "2003-01-01", "2010-01-01"),
      film("B", 2001, "2011-01-01"),
      film("C", 2002, "2012-01-01"),
      film("D", 2002),
    ]);
    const { by, rated } = ratingYears(series);
    expect(by).toBe("seen");
    // D was seen on no known day.
    expect(rated.map(({ film: { name }, year }) => [name, year])).toEqual([
      ["A", 2010],
      ["B", 2011],
      ["C", 2012],
    ]);
  });
});
