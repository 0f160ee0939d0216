import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { allKinds, kindOf } from "../../src/library/kinds.ts";
import { readSettings } from "../../src/settings.ts";
import { createSite } from "../../src/site.ts";
import { rankings } from "../../src/views/rankings.ts";
import { membersWithPage, sectionRoutes, sections } from "../../src/views/sections.ts";
import { capital } from "../../src/words/richText.ts";
import { director, makeLibrary } from "../support/libraryMaker.ts";
import { rankingPage } from "../support/siteMaker.ts";
import { temporaryFolder } from "../tmdb/world.ts";

const drama = { id: 18, name: "Drama" };
const alien = { id: 8091, name: "Alien Collection" };
const site = createSite(
  readSettings({ config: {}, env: {}, root: temporaryFolder() }),
  makeLibrary([
    {
      name: "Alien",
      year: 1979,
      tmdb: { genres: [drama], collection: alien, crew: [director(1, "Ridley Scott")] },
    },
    { name: "Aliens", year: 1986, tmdb: { collection: alien } },
    { name: "Ran", year: 1985, tmdb: { genres: [drama] } },
  ]),
);

test("no section has the address of another page", () => {
  const routes = readdirSync("src/pages").map((name) => name.replace(/\.astro$/, ""));
  const folders = [...new Set(routes), ...sections.map(({ folder }) => folder)];
  expect(folders.toSorted()).toEqual([...new Set(folders)].sort());
});

test("people and every kind with pages are ranked, under their own names", () => {
  expect(rankings.map(({ folder, pages }) => [folder, rankingPage(pages(site)).title])).toEqual([
    ["directors", "Directors"],
    ["actors", "Actors"],
    ["crew", "Crew"],
    ...allKinds.map((kind) => [kindOf(kind).folder, capital(kindOf(kind).many)]),
  ]);
});

test("a ranking lists who has a page, and so do the routes", () => {
  const listed = rankings
    .filter(({ folder }) => allKinds.some((kind) => kindOf(kind).folder === folder))
    .flatMap(({ pages }) => rankingPage(pages(site)).blocks)
    .flatMap(({ shown }) => shown)
    .flatMap((one) => (one.as === "table" ? one.table.rows.map(({ href }) => href) : []));
  expect(listed).toEqual([
    "/genres/drama/",
    "/decades/1980s/",
    "/decades/1970s/",
    "/collections/alien-8091/",
  ]);
  expect(
    membersWithPage(site).map(({ params: { section, member } }) => `/${section}/${member}/`),
  ).toEqual([
    // In the order of the films.
    "/genres/drama/",
    "/decades/1970s/",
    "/decades/1980s/",
    "/collections/alien-8091/",
  ]);
});

test("no page of a ranking has the address of another one or of a member", () => {
  const paths = [
    ...sectionRoutes(site).map(({ params: { section, page } }) => `${section}/${page ?? ""}`),
    ...membersWithPage(site).map(({ params: { section, member } }) => `${section}/${member}`),
  ];
  expect(paths.toSorted()).toEqual([...new Set(paths)].sort());
});
