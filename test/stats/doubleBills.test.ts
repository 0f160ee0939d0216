import { describe, expect, test } from "vitest";
import { doubleBills, fullestBills, sharedBills } from "../../src/stats/doubleBills.ts";
import { director, type FilmSpec, makeLibrary } from "../support/libraryMaker.ts";

const kurosawa = { crew: [director(1, "Akira Kurosawa")] };
const alien = { collection: { id: 8091, name: "Alien Collection" } };
const scott = { crew: [director(2, "Ridley Scott")] };

const specs: FilmSpec[] = [
  { name: "Ran", viewings: ["2024-05-01"], tmdb: kurosawa },
  { name: "Dreams", viewings: ["2024-05-01"], tmdb: kurosawa },
  { name: "Alien", viewings: ["2024-05-01", "2024-06-01"], tmdb: { ...alien, ...scott } },
  { name: "Prometheus", viewings: ["2024-06-01"], tmdb: { ...alien, ...scott } },
  // Twice on one day is one film.
  { name: "Tampopo", viewings: ["2024-07-01", "2024-07-01"] },
  ...["A", "B", "C", "D"].map((name) => ({ name, viewings: ["2024-08-01"] })),
];
const library = makeLibrary(specs, { bulkDay: 4 });
const said = (bills: { date: string; films: { name: string }[] }[]) =>
  bills.map(({ date, films }) => [date, ...films.map(({ name }) => name)]);

describe("double bills", () => {
  test("are days with two different films or more, without filled-in days", () => {
    const bills = doubleBills(library);
    expect(said(bills)).toEqual([
      ["2024-05-01", "Ran", "Dreams", "Alien"],
      ["2024-06-01", "Alien", "Prometheus"],
    ]);
    expect(said(fullestBills(bills))).toEqual([["2024-05-01", "Ran", "Dreams", "Alien"]]);
  });

  test("are pairs by a director, or of a collection, and one row if by both", () => {
    const shared = sharedBills(doubleBills(library));
    expect(said(shared)).toEqual([
      ["2024-06-01", "Alien", "Prometheus"],
      ["2024-05-01", "Ran", "Dreams"],
    ]);
    expect(shared[0]).toMatchObject({
      directors: [{ name: "Ridley Scott" }],
      collections: [{ name: "Alien" }],
    });
    expect(shared[1]?.collections).toEqual([]);
  });

  test("are unknown where days are withheld", () => {
    expect(doubleBills(makeLibrary(specs, { exactDates: false }))).toEqual([]);
  });
});
