import { expect, test } from "vitest";
import { navigation } from "../../src/views/navigation.ts";
import { director } from "../support/libraryMaker.ts";
import { makeSite } from "../support/siteMaker.ts";

const names = (site: ReturnType<typeof makeSite>) =>
  navigation(site, "/").line.map(({ name }) => name);

test("sections that have something to show are in the navigation", () => {
  expect(names(makeSite([]))).toEqual(["About"]);
  expect(names(makeSite([{ name: "Ran" }]))).toEqual(["Films", "About"]);
  const ran = {
    name: "Ran",
    viewings: ["2023-05-01", "2024-05-01"],
    tmdb: { genres: [{ id: 18, name: "Drama" }], crew: [director(1, "Akira Kurosawa")] },
  };
  expect(names(makeSite([ran]))).toEqual([
    "Films",
    "Timeline",
    "2024",
    "Directors",
    "Genres",
    "About",
  ]);
});

test("a page is in one section: the newest year is its own, an older one is in the timeline", () => {
  const site = makeSite([{ name: "Ran", viewings: ["2023-05-01", "2024-05-01"] }], {
    env: { BASE_PATH: "/ledger/" },
  });
  const current = (pathname: string) => {
    const { line, search } = navigation(site, pathname);
    return [...line, search].filter(({ isCurrent }) => isCurrent).map(({ name }) => name);
  };
  expect(current("/ledger/timeline/2024/")).toEqual(["2024"]);
  expect(current("/ledger/timeline/2023/")).toEqual(["Timeline"]);
  expect(current("/ledger/films/ran/")).toEqual(["Films"]);
  expect(current("/ledger/search/")).toEqual(["Search"]);
  expect(current("/ledger/")).toEqual([]);
  expect(navigation(site, "/ledger/").line[0]?.href).toBe("/ledger/films/");
});

test("the menu has every section below its heading, and the line the few most wanted", () => {
  const scream = { id: 4, name: "Scream Collection" };
  const site = makeSite([
    { name: "Scream", tmdb: { collection: scream } },
    { name: "Scream 2", tmdb: { collection: scream } },
  ]);
  expect(
    navigation(site, "/").menu.map(({ name, links }) => [name, ...links.map((link) => link.name)]),
  ).toEqual([
    ["Films", "Films"],
    ["Kinds", "Collections"],
    ["Site", "About", "Data"],
  ]);
  expect(names(site)).toEqual(["Films", "About"]);
  // A reader who is in another section sees it in the line too.
  expect(navigation(site, "/collections/scream-4/").line).toMatchObject([
    { name: "Films", isCurrent: false },
    { name: "Collections", isCurrent: true },
    { name: "About", isCurrent: false },
  ]);
});
