import { expect, test } from "vitest";
import { crewPages } from "../../../src/views/people/crewPages.ts";
import type { FilmSpec } from "../../support/libraryMaker.ts";
import { makeSite, rankingPage, written } from "../../support/siteMaker.ts";

/** Two films with so many writers, nine editors and one composer; a third with one more composer. */
const films = (writers: number): FilmSpec[] => {
  const people = (role: "writer" | "editor" | "composer", count: number, firstId: number) =>
    Array.from({ length: count }, (_, i) => ({ id: firstId + i, name: `${role} ${i}`, role }));
  const crew = [...people("writer", writers, 1), ...people("editor", 9, 101)];
  const [composer] = people("composer", 1, 201);
  if (!composer) throw new Error("no composer");
  return [
    { name: "A", tmdb: { crew: [...crew, composer] } },
    { name: "B", tmdb: { crew: [...crew, composer] } },
    { name: "C", tmdb: { crew: [{ ...composer, id: 202 }] } },
  ];
};

const rolesOn = (specs: FilmSpec[]) =>
  rankingPage(crewPages(makeSite(specs)))
    .blocks.flatMap(({ shown }) => shown)
    .flatMap((one) => (one.as === "facts" ? one.facts : []))
    .map(({ label, value }) => ({
      label: written(label),
      value: written(value),
    }));

test("a role of ten people has a page and leads there, with its first five names", () => {
  const pages = crewPages(makeSite(films(10)));
  expect(pages.map(({ path }) => path)).toEqual([
    "/crew/",
    "/crew/writer/",
    "/crew/writer/by-name/",
  ]);
  expect(rankingPage(pages, "writer/")).toMatchObject({
    title: "Writers",
    above: [["/crew/", "Crew"]],
  });
  const [writers] = rolesOn(films(10));
  expect(writers?.label).toBe("[Writers](/crew/writer/)");
  expect(writers?.value).toMatch(/^\[writer 0\]\(\/people\/writer-0-1\/\)\u00a02, /);
  expect(writers?.value.match(/\/people\//g)).toHaveLength(5);
  expect(writers?.value).toMatch(/, \[all 10\]\(\/crew\/writer\/\)$/);
});

test("a smaller role stands there with all its names and has no page", () => {
  expect(crewPages(makeSite(films(9))).map(({ path }) => path)).toEqual(["/crew/"]);
  const roles = rolesOn(films(9));
  expect(roles.map(({ label }) => label)).toEqual(["Writers", "Editors", "Composers"]);
  expect(roles[1]?.value.match(/\/people\//g)).toHaveLength(9);
  // The other composer has one film.
  expect(roles[2]?.value).toBe("[composer 0](/people/composer-0-201/)\u00a02");
});
