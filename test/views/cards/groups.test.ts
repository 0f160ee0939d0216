import { describe, expect, test } from "vitest";
import { readSettings } from "../../../src/settings.ts";
import { createSite, type Site } from "../../../src/site.ts";
import { pictures } from "../../../src/views/cards/cards.ts";
import { pictureGroups } from "../../../src/views/cards/groups.ts";
import { director, type FilmSpec, makeLibrary } from "../../support/libraryMaker.ts";
import { temporaryFolder } from "../../tmdb/world.ts";

const siteOf = (films: FilmSpec[]): Site =>
  createSite(readSettings({ config: {}, env: {}, root: temporaryFolder() }), makeLibrary(films));

/** Enough viewings for a year to have pictures. */
const dozen = (month: string) =>
  Array.from({ length: 12 }, (_, i) => `${month}-${`${i + 1}`.padStart(2, "0")}`);

const vagabond: FilmSpec = {
  name: "Vagabond",
  year: 1985,
  viewings: dozen("2024-02"),
  tmdb: { genres: [{ id: 18, name: "Drama" }], crew: [director(1, "Agnès Varda")] },
};

describe("the pages of pictures", () => {
  const shown = (site: Site, cards: boolean) =>
    pictureGroups(site, { cards }).map(({ folder, pictures: own }) => [
      folder,
      own.map(({ name, path }) => `${name}: ${path}`),
    ]);

  test("show each picture once, under the name of what it is about", () => {
    const site = siteOf([vagabond]);
    expect(shown(site, true)).toEqual([
      [
        "timeline",
        [
          "2024, portrait: /cards/timeline/2024-portrait.png",
          "2024, square: /cards/timeline/2024-square.png",
          "2024, wide: /cards/timeline/2024.png",
        ],
      ],
      ["", ["Dashboard: /cards/dashboard.png"]],
      ["genres", ["Drama: /cards/genres/drama.png"]],
      ["people", ["Agnès Varda: /cards/people/agnes-varda-1.png"]],
    ]);
    const all = pictureGroups(site, { cards: true }).flatMap((group) => group.pictures);
    expect(all.map(({ path }) => path).sort()).toEqual(
      [...pictures(site, { cards: true }).keys()].sort(),
    );
  });

  test("show only years if no cards are drawn, and nothing without a diary", () => {
    expect(shown(siteOf([vagabond]), false).map(([folder]) => folder)).toEqual(["timeline"]);
    expect(shown(siteOf([{ name: "Faces Places" }]), false)).toEqual([]);
  });

  test("have the newest year first", () => {
    const site = siteOf([
      vagabond,
      { name: "Ran", viewings: [...dozen("2023-02"), ...dozen("2025-02"), "2026-01-01"] },
    ]);
    const [years] = pictureGroups(site, { cards: false });
    expect(years?.pictures.map(({ name }) => name).slice(0, 3)).toEqual([
      "2025, portrait",
      "2025, square",
      "2024, portrait",
    ]);
  });
});
