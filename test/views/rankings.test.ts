import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { kindOf } from "../../src/library/kinds.ts";
import { readSettings } from "../../src/settings.ts";
import { createSite } from "../../src/site.ts";
import { rankingPage } from "../../src/views/groups/rankingPage.ts";
import { kindsWithPages, membersWithPage, rankings } from "../../src/views/rankings.ts";
import { capital } from "../../src/words/richText.ts";
import { director, makeLibrary } from "../support/libraryMaker.ts";
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

test("no ranking has the address of another page", () => {
  const routes = readdirSync("src/pages").map((name) => name.replace(/\.astro$/, ""));
  const folders = [...new Set(routes), ...rankings.map(({ folder }) => folder)];
  expect(folders.toSorted()).toEqual([...new Set(folders)].sort());
});

test("every kind with pages is ranked, under its own name", () => {
  expect(rankings.map(({ folder, view }) => [folder, view(site).title])).toEqual([
    ["directors", "Directors"],
    ...kindsWithPages.map((kind) => [kindOf(kind).folder, capital(kindOf(kind).many)]),
  ]);
});

test("a ranking lists who has a page, and so do the routes", () => {
  const listed = kindsWithPages.flatMap((kind) =>
    rankingPage(site, kind).blocks.flatMap(({ shown }) =>
      shown.flatMap((one) => {
        if (one.as === "table") return one.rows.map(({ subject }) => subject.path);
        return one.as === "boxes" ? one.rows.map(({ href }) => href) : [];
      }),
    ),
  );
  expect(listed).toEqual([
    "/genres/drama/",
    "/decades/1980s/",
    "/decades/1970s/",
    "/collections/alien-8091/",
  ]);
  expect(
    membersWithPage(site).map(({ params: { ranking, member } }) => `/${ranking}/${member}/`),
  ).toEqual(listed);
});
