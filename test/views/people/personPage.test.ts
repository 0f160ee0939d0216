import { describe, expect, test } from "vitest";
import { personPage } from "../../../src/views/people/personPage.ts";
import { actor, director, type FilmSpec } from "../../support/libraryMaker.ts";
import { makeSite, written } from "../../support/siteMaker.ts";

const pageOf = (specs: FilmSpec[], options: Parameters<typeof makeSite>[1] = {}) => {
  const site = makeSite(specs, options);
  const person = site.library.person(1);
  if (!person) throw new Error("nobody");
  const page = personPage(site, person);
  return {
    kicker: written(page.kicker),
    remark: written(page.remark),
    figures: page.figures.map(({ label, value, note }) => [label, value, note]),
    blocks: page.blocks.map(({ id, title }) => [id, title]),
    notes: page.blocks
      .flatMap(({ shown }) => shown)
      .flatMap((one) => (one.as === "films" ? one.rows.map(({ note }) => note) : [])),
  };
};

const varda = director(1, "Agnès Varda");
const writing = { id: 1, name: "Agnès Varda", role: "writer" as const };
const asHerself = { ...actor(1, "Agnès Varda"), character: "Self" };

test("two films are told in figures and a list", () => {
  const seen = (name: string, year: number, viewings: string[]) => ({
    name,
    year,
    rating: 4,
    viewings,
    tmdb: { runtime: 90, crew: [varda] },
  });
  expect(
    pageOf([
      seen("Cléo", 1962, ["2023-02-03", "2024-02-03"]),
      seen("Vagabond", 1985, ["2023-05-01"]),
    ]),
  ).toEqual({
    kicker: "Director of 2 films.",
    remark: "First seen on 2023-02-03, last on 2024-02-03.",
    figures: [
      ["Films", "2", undefined],
      ["Viewings", "3", undefined],
      // Three times 90 minutes.
      ["Hours", "5", "rewatches included; runtime known for all 2 films"],
    ],
    blocks: [["films", "The films"]],
    notes: ["", ""],
  });
});

test("somebody of several roles has each film once, with what they did in it", () => {
  const { kicker, remark, notes } = pageOf([
    { name: "Vagabond", year: 1985, tmdb: { crew: [varda, writing] } },
    { name: "Faces Places", year: 2017, tmdb: { crew: [varda], cast: [asHerself] } },
    { name: "Last Tango", year: 1972, tmdb: { crew: [writing] } },
  ]);
  expect(kicker).toBe("Director of 2 films, writer of 2 and actor in 1 (as oneself).");
  expect(remark).toBe("None of them is in the diary.");
  expect(notes).toEqual(["director, as oneself", "director, writer", "writer"]);
});

test("films in archive footage are listed apart and counted nowhere", () => {
  const archive = { ...actor(1, "Agnès Varda"), character: "Self (archive footage)" };
  const { figures, blocks } = pageOf([
    { name: "Vagabond", tmdb: { crew: [varda] } },
    { name: "A history", viewings: ["2024-01-01"], tmdb: { runtime: 90, cast: [archive] } },
  ]);
  expect(figures).toEqual([["Films", "1", undefined]]);
  expect(blocks).toEqual([
    ["films", "The film"],
    ["archive", "In archive footage"],
  ]);
});

describe("more films", () => {
  const films = (ratings: number[]): FilmSpec[] =>
    ratings.map((rating, i) => ({
      name: `Film ${i}`,
      year: 1960 + i,
      rating,
      tmdb: { id: i + 1, crew: [varda, { id: 2, name: "Regular", role: "editor" as const }] },
    }));
  const others = [3, 3, 3, 3, 3].map((rating, i) => ({ name: `Other ${i}`, rating }));

  test("have their ratings drawn, and name who made them too", () => {
    // Her mean is 4.5, that of all ten (22.5 + 15) ÷ 10 = 3.75.
    const { figures, blocks } = pageOf([...films([4.5, 4.5, 4.5, 4.5, 4.5]), ...others]);
    expect(figures).toContainEqual(["Average rating", "4.50", "of 5 rated; 0.75 above your mean"]);
    expect(blocks).toEqual([
      ["ratings", "Your ratings along the career"],
      ["films", "The films"],
      ["together", "Seen together with"],
    ]);
  });

  test("rated like the rest are said to be, and of few ratings nothing is said", () => {
    const even = [3, 3, 3, 3, 3];
    expect(pageOf([...films(even), ...others]).figures).toContainEqual([
      "Average rating",
      "3.00",
      "of 5 rated; as you rate the rest",
    ]);
    // (13.5 + 15) ÷ 8
    expect(pageOf([...films([4.5, 4.5, 4.5]), ...others]).figures).toContainEqual([
      "Average rating",
      "4.50",
      "of 3 rated; 3.56 over all films",
    ]);
  });

  test("are compared with TMDB's list where it is known", () => {
    const listed = [1, 2, 3, 9].map((id) => ({ id, title: `Film ${id}`, released: "1990-01-01" }));
    const { figures, blocks } = pageOf(films([3, 3, 3]), {
      filmographies: new Map([[1, { directed: listed, acted: null }]]),
    });
    expect(figures[0]).toEqual(["Films directed", "3 of 4", "released films seen"]);
    expect(blocks).toContainEqual(["directed", "1 film directed not yet seen"]);
  });
});
