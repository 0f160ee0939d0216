import { expect, test } from "vitest";
import { navigation } from "../../src/views/navigation.ts";
import { director } from "../support/libraryMaker.ts";
import { makeSite } from "../support/siteMaker.ts";

const names = (site: ReturnType<typeof makeSite>) =>
  navigation(site, "/").sections.map(({ name }) => name);

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
    "Directors",
    "Genres",
    "Timeline",
    "2024",
    "About",
  ]);
});

test("a page is in one section: the newest year is its own, an older one is in the timeline", () => {
  const site = makeSite([{ name: "Ran", viewings: ["2023-05-01", "2024-05-01"] }], {
    env: { BASE_PATH: "/ledger/" },
  });
  const current = (pathname: string) => {
    const { sections, search } = navigation(site, pathname);
    return [...sections, search].filter(({ isCurrent }) => isCurrent).map(({ name }) => name);
  };
  expect(current("/ledger/timeline/2024/")).toEqual(["2024"]);
  expect(current("/ledger/timeline/2023/")).toEqual(["Timeline"]);
  expect(current("/ledger/films/ran/")).toEqual(["Films"]);
  expect(current("/ledger/search/")).toEqual(["Search"]);
  expect(current("/ledger/")).toEqual([]);
  expect(navigation(site, "/ledger/").sections[0]?.href).toBe("/ledger/films/");
});
