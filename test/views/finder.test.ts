import { expect, test } from "vitest";
import { finder, finderRows } from "../../src/views/finder.ts";
import { actor, director } from "../support/libraryMaker.ts";
import { makeSite } from "../support/siteMaker.ts";

const drama = { id: 18, name: "Drama" };

test("years, genres, people and films can be found, each with what it is", () => {
  const site = makeSite([
    {
      name: "Ran",
      year: 1985,
      viewings: ["2024-05-01"],
      tmdb: { genres: [drama], crew: [director(1, "Akira Kurosawa")] },
    },
    {
      name: "Dreams",
      viewings: ["2024-05-02"],
      tmdb: { crew: [director(1, "Akira Kurosawa")], cast: [actor(1, "Akira Kurosawa")] },
    },
  ]);
  expect(finderRows(site)).toEqual([
    ["2024", "2 viewings", "/timeline/2024/"],
    ["Drama", "genre, 1 film", "/genres/drama/"],
    ["Akira Kurosawa", "director of 2 films, in the cast of 1", "/people/akira-kurosawa-1/"],
    ["Ran", "1985", "/films/ran-1985/"],
    ["Dreams", "", "/films/dreams/"],
  ]);
});

test("the search box begins with the films seen last, each once", () => {
  const site = makeSite([
    { name: "Ran", year: 1985, viewings: ["2024-05-01", "2024-05-03"] },
    { name: "Dreams", viewings: ["2024-05-02"] },
  ]);
  expect(finder(site).start).toEqual({
    title: "Seen last",
    rows: [
      ["Ran", "1985", "/films/ran-1985/"],
      ["Dreams", "", "/films/dreams/"],
    ],
  });
  expect(finder(makeSite([{ name: "Ran" }])).start).toBeUndefined();
});
