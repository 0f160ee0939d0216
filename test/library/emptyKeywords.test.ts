import { expect, test } from "vitest";
import { makeLibrary } from "../support/libraryMaker.ts";

test("keywords that say nothing of a film are left out, and those that say something stay", () => {
  const keywords = [
    { id: 179430, name: "aftercreditsstinger" },
    { id: 179431, name: "DuringCreditsStinger" },
    { id: 818, name: "based on novel or book" },
  ];
  const { films, groups } = makeLibrary([{ name: "Dune", tmdb: { keywords } }]);
  expect(groups.keyword.map(({ name }) => name)).toEqual(["based on novel or book"]);
  expect(films[0]?.groups.keyword).toEqual(groups.keyword);
});
