import { describe, expect, test } from "vitest";
import type { Kind } from "../../../src/library/kinds.ts";
import type { Site } from "../../../src/site.ts";
import { groupRanking } from "../../../src/views/groups/rankingPage.ts";
import type { FilmSpec } from "../../support/libraryMaker.ts";
import { makeSite, rankingPage, written } from "../../support/siteMaker.ts";

const blocks = (site: Site, kind: Kind) =>
  new Map(rankingPage(groupRanking(site, kind)).blocks.map((block) => [block.id, block]));

const numbered = (count: number, spec: (i: number) => Partial<FilmSpec>): FilmSpec[] =>
  Array.from({ length: count }, (_, i) => ({ name: `Film ${i}`, year: 1990, ...spec(i) }));

test("countries are on a map, and those without a film are named", () => {
  const site = makeSite(
    numbered(12, (i) => ({ tmdb: { originCountries: [i === 0 ? "FR" : i === 1 ? "SU" : "JP"] } })),
  );
  const map = blocks(site, "country").get("map");
  // The Soviet Union is none of today's countries, 197 with Hong Kong and Taiwan.
  expect(map?.title).toBe("3 countries seen, 195 still to see");
  const [drawn, closed] = map?.shown ?? [];
  expect(drawn?.as === "map" && drawn.map.table.links).toEqual([
    "/countries/japan/",
    "/countries/france/",
    "/countries/soviet-union/",
  ]);
  const [names] = closed?.as === "closed" ? closed.shown : [];
  const unseen = names?.as === "names" ? names.names.map(({ name }) => name) : [];
  expect(unseen).toHaveLength(195);
  expect(unseen.slice(0, 3)).toEqual(["Afghanistan", "Albania", "Algeria"]);
  expect(unseen).not.toContain("Japan");
  for (const territory of ["Antarctica", "Guam", "French Guiana", "Cocos (Keeling) Islands"]) {
    expect(unseen).not.toContain(territory);
  }
});

test("languages have columns, without one that would dwarf the others", () => {
  const spoken = (counts: Record<string, number>) =>
    Object.entries(counts).flatMap(([originalLanguage, count]) =>
      numbered(count, (i) => ({ name: `${originalLanguage} ${i}`, tmdb: { originalLanguage } })),
    );
  const found = (counts: Record<string, number>) => {
    const block = blocks(makeSite(spoken(counts)), "language").get("columns");
    const [shown] = block?.shown ?? [];
    return block && [block.title, shown?.as === "chart" && shown.chart.table.rows];
  };
  expect(found({ ja: 9, fr: 6, en: 4 })).toEqual([
    "All languages",
    [
      ["Japanese", 9],
      ["French", 6],
      ["English", 4],
    ],
  ]);
  expect(found({ ja: 50, fr: 8, en: 4 })).toEqual([
    "Languages beside Japanese",
    [
      ["French", 8],
      ["English", 4],
    ],
  ]);
  expect(found({ ja: 50, fr: 1 })).toBeUndefined();
});

test("decades are in their order, with empty ones, each a link", () => {
  const site = makeSite([
    ...numbered(11, () => ({ year: 1999 })),
    ...numbered(2, (i) => ({ name: `Old ${i}`, year: 1975 })),
  ]);
  const [shown] = blocks(site, "decade").get("columns")?.shown ?? [];
  const table = shown?.as === "chart" ? shown.chart.table : null;
  expect(table?.rows).toEqual([
    ["1970s", 2],
    ["1980s", 0],
    ["1990s", 11],
  ]);
  expect(table?.links).toEqual(["/decades/1970s/", undefined, "/decades/1990s/"]);
});

test("pairs of genres name both, with the mean of five ratings or more", () => {
  const genres = (...names: string[]) => ({
    genres: names.map((name) => ({ id: name.length, name })),
  });
  const site = makeSite([
    ...numbered(9, (i) => ({ rating: i < 5 ? 4 : null, tmdb: genres("Drama", "War") })),
    ...numbered(3, (i) => ({ name: `Other ${i}`, tmdb: genres("Drama", "Western") })),
  ]);
  const pairs = blocks(site, "genre").get("pairs");
  expect(pairs?.title).toBe("Most often together: Drama and War");
  const [bars] = pairs?.shown ?? [];
  expect(
    bars?.as === "bars" && bars.rows.map(({ label, value, note }) => [written(label), value, note]),
  ).toEqual([
    ["[Drama](/genres/drama/) and [War](/genres/war/)", "9", "4.00 ★ of 5"],
    ["[Drama](/genres/drama/) and [Western](/genres/western/)", "3", ""],
  ]);
});

describe("collections", () => {
  const part = (id: number, name: string, released: string) => ({
    name,
    year: Number(released.slice(0, 4)),
    tmdb: { id: 100 + id, releaseDate: released, collection: { id, name } },
  });
  const films = [
    { ...part(1, "Dune Collection", "2021-09-15"), name: "Dune" },
    { ...part(1, "Dune Collection", "2024-02-27"), name: "Dune: Part Two" },
    { ...part(2, "Alien Collection", "1979-05-25"), name: "Alien" },
    { ...part(2, "Alien Collection", "1997-11-12"), name: "Alien Resurrection" },
    { ...part(3, "Rocky Collection", "1976-11-20"), name: "Rocky" },
    { ...part(3, "Rocky Collection", "1979-06-15"), name: "Rocky II" },
  ].map((film, i) => ({ ...film, tmdb: { ...film.tmdb, id: i + 1 } }));
  const listed = (id: number, title: string, released: string) => ({ id, title, released });
  const lists = new Map([
    [1, [listed(1, "Dune", "2021-09-15"), listed(2, "Dune: Part Two", "2024-02-27")]],
    [2, [listed(50, "Aliens", "1986-07-18")]],
    [3, ["1982-05-28", "1985-11-27"].map((day, i) => listed(60 + i, `Rocky ${i + 3}`, day))],
  ]);
  const shown = (site: Site) =>
    [...blocks(site, "collection").values()].flatMap(({ title, shown: [first] }) => {
      if (first?.as !== "boxes") return [];
      const rows = first.rows.map(({ name, boxes, count, note }) =>
        [name, boxes.map((seen) => (seen ? "■" : "□")).join(""), count, written(note)].join(" "),
      );
      return [[title, rows]];
    });

  test("have a box for each film, complete ones first, then those one film short", () => {
    const options = { collections: lists, ledger: { asOf: "2026-01-01" as const } };
    expect(shown(makeSite(films, options))).toEqual([
      ["Complete", ["Dune ■■ 2 "]],
      ["One film short", ["Alien ■□■ 2 of 3 1 to go: Aliens"]],
      [
        "Two films short or more, most seen first",
        ["Rocky ■■□□ 2 of 4 2 to go: Rocky 3 and Rocky 4"],
      ],
    ]);
  });

  test("show the seen films alone where TMDB was not asked for the others", () => {
    expect(shown(makeSite(films))).toEqual([
      ["Most seen first", ["Alien ■■ 2 ", "Dune ■■ 2 ", "Rocky ■■ 2 "]],
    ]);
  });
});
