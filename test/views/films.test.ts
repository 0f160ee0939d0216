import { expect, test } from "vitest";
import { films } from "../../src/views/films.ts";
import { makeSite } from "../support/siteMaker.ts";

test("films are listed by year, the newest first, and those without a year last", () => {
  const site = makeSite([
    { name: "The Idiot", year: 1951 },
    { name: "Untitled" },
    { name: "Ran", year: 1985, rating: 5 },
    { name: "After Hours", year: 1985 },
    { name: "Brazil", year: 1981 },
  ]);
  const { years, decades } = films(site);
  expect(years.map(({ id, name, count }) => [id, name, count])).toEqual([
    ["y1985", "1985", "2 films"],
    ["y1981", "1981", "1 film"],
    ["y1951", "1951", "1 film"],
    ["ynone", "No year", "1 film"],
  ]);
  expect(years[0]?.films).toEqual([
    { name: "After Hours", href: "/films/after-hours-1985/", rating: null },
    { name: "Ran", href: "/films/ran-1985/", rating: 5 },
  ]);
  // A decade leads to the newest of its years.
  expect(decades).toEqual([
    { text: "1980s", href: "#y1985" },
    { text: "1950s", href: "#y1951" },
    { text: "no year", href: "#ynone" },
  ]);
});
