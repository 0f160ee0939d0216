import { expect, test } from "vitest";
import type { Site } from "../../../src/site.ts";
import type { BlockPage } from "../../../src/views/block.ts";
import { watchlist } from "../../../src/views/habits/watchlist.ts";
import { actor, director, type FilmSpec, makeLibrary } from "../../support/libraryMaker.ts";
import { makeSite, written } from "../../support/siteMaker.ts";

const varda = director(1, "Agnès Varda");
const drama = { id: 18, name: "Drama" };

const specs: FilmSpec[] = [
  ...[5, 5, 4].map((rating, i) => ({ name: `Seen ${i}`, rating, tmdb: { crew: [varda] } })),
  { name: "Bad", rating: 1 },
  {
    name: "Short",
    year: 1962,
    seen: false,
    watchlisted: "2022-03-04",
    tmdb: { runtime: 60, crew: [varda], genres: [drama], cast: [actor(9, "Somebody")] },
  },
  {
    name: "Long",
    year: 1975,
    uri: null,
    seen: false,
    watchlisted: "2023-03-04",
    tmdb: { runtime: 201, genres: [drama] },
  },
  { name: "Unknown", seen: false, watchlisted: "2024-03-04" },
  { name: "Still there", watchlisted: "2020-01-01" },
];

const publish = { env: { PUBLISH: "watchlist,exactDates" }, ledger: { asOf: "2024-03-04" } };

function page(site: Site, path = "/watchlist/"): BlockPage {
  const found = watchlist.pages(site).find((one) => one.path === path);
  if (!found) throw new Error(`no page ${path}`);
  return found.view();
}

const rowsOf = (view: BlockPage) =>
  view.blocks.flatMap(({ title, shown }) =>
    shown.flatMap((one) =>
      one.as === "titles"
        ? one.rows.map((row) => [title, row.title.name, row.href, row.note, row.beside])
        : [],
    ),
  );

test("there is no page if the watchlist is withheld, or has only seen films", () => {
  expect(watchlist.pages(makeSite(specs))).toEqual([]);
  expect(watchlist.count(makeSite(specs))).toBe(0);
  expect(watchlist.pages(makeSite([{ name: "Seen", watchlisted: "2020-01-01" }], publish))).toEqual(
    [],
  );
});

test("films, hours and ages leave out what is seen", () => {
  const { heading, figures } = page(makeSite(specs, publish));
  expect(written(heading)).toBe("3 films wait on the watchlist, at least 4 hours");
  expect(figures.map(({ label, value, note }) => [label, value, note])).toEqual([
    ["Films", "3", undefined],
    // 60 + 201 minutes are 4.35 hours.
    ["Hours", "4", "runtime known for 2 of 3 films"],
    ["Half of them wait for", "12 months", "or longer; at most 2.0 years"],
    ["Under 90 minutes", "1", undefined],
    ["Seen, still on the list", "1", "not counted here"],
  ]);
});

test("the page leads to every ready list", () => {
  const [tonight] = page(makeSite(specs, publish)).blocks;
  const [facts] = tonight?.shown ?? [];
  const said = facts?.as === "facts" ? facts.facts : [];
  expect(
    said.map(({ label, value }) => [written(label), written(value).replaceAll("\u00a0", " ")]),
  ).toEqual([
    [
      "Length",
      "[Under 90 minutes](/watchlist/under-90-minutes/) 1, [Over 3 hours](/watchlist/over-3-hours/) 1",
    ],
    ["Genre", "[Drama](/watchlist/genre-drama/) 2"],
    ["Decade", "[1960s](/watchlist/1960s/) 1, [1970s](/watchlist/1970s/) 1"],
    ["Taste", "[By directors you rate highly](/watchlist/directors/) 1"],
  ]);
});

test("a genre is sorted by length", () => {
  expect(rowsOf(page(makeSite(specs, publish), "/watchlist/genre-drama/"))).toEqual([
    [
      "Under 90 minutes",
      "Short",
      "https://boxd.it/Short",
      "1962, 1 h, Agnès Varda",
      "since March 2022",
    ],
    [
      "Over 3 hours",
      "Long",
      "https://www.themoviedb.org/movie/6",
      "1975, 3 h 21 min",
      "since March 2023",
    ],
  ]);
});

test("a favourite director is the reason", () => {
  const [row] = rowsOf(page(makeSite(specs, publish), "/watchlist/directors/"));
  expect(row?.[3]).toBe("1962, 1 h, by Agnès Varda, 4.67 ★ of 3");
});

test("without exact dates nothing tells days", () => {
  const inMonth = (day: string) =>
    makeSite(
      specs.map((spec) =>
        spec.watchlisted ? { ...spec, watchlisted: spec.watchlisted.replace(/..$/, day) } : spec,
      ),
      { ...publish, env: { PUBLISH: "watchlist" }, exactDates: false },
    );
  const pagesOf = (site: Site) => watchlist.pages(site).map(({ path, view }) => [path, view()]);
  expect(JSON.stringify(pagesOf(inMonth("02")))).toBe(JSON.stringify(pagesOf(inMonth("28"))));
});

test("long lists have pages of 250", () => {
  const many = Array.from({ length: 251 }, (_, i) => ({
    name: `Film ${i}`,
    seen: false,
    watchlisted: "2024-01-01",
  }));
  const paths = watchlist.pages(makeSite(many, publish)).map(({ path }) => path);
  expect(paths).toEqual(["/watchlist/", "/watchlist/all/", "/watchlist/all/2/"]);
  expect(makeLibrary(many).watchlist).toHaveLength(251);
});
