import { describe, expect, test } from "vitest";
import type { FilmList } from "../../../src/letterboxd/ledger.ts";
import type { Site } from "../../../src/site.ts";
import type { BlockPage } from "../../../src/views/block.ts";
import { film as filmView } from "../../../src/views/film.ts";
import { listsBlock, lists as section } from "../../../src/views/habits/lists.ts";
import { type FilmSpec, makeLedger } from "../../support/libraryMaker.ts";
import { makeSite, written } from "../../support/siteMaker.ts";

const canon = (id: string, names: string[], name: string | null = null) => ({
  id,
  name,
  rows: names.map((film, i) => ({
    position: i + 1,
    name: film,
    year: 2000,
    page: film === "Far" ? "movie/77" : null,
    isFoundByName: true,
  })),
});

const named = (name: string, more: Partial<FilmSpec> = {}): FilmSpec => ({
  name,
  year: 2000,
  ...more,
});

function page(site: Site, path: string): BlockPage {
  const found = section.pages(site).find((one) => one.path === path);
  if (!found) throw new Error(`no page ${path}`);
  return found.view();
}

/** Everything that a page says, without the films behind it. */
const said = (view: BlockPage): string =>
  JSON.stringify(view, (key, value: unknown) =>
    key === "film" || key === "films" || key === "title" ? undefined : value,
  );

const block = ({ blocks }: BlockPage, id: string) => blocks.find((one) => one.id === id);

/** A list of the owner's with films of the ledger, by name. */
function listOf(
  specs: FilmSpec[],
  { name, ...more }: Partial<FilmList> & { name: string },
  names: string[],
) {
  const ledger = makeLedger(specs);
  const items = names.map((film, i) => ({
    position: i + 1,
    film: ledger.films.find((one) => one.name === film) ?? expect.fail(film),
    note: film === "A" ? "A note." : "",
  }));
  return { ledger, lists: [{ name, date: null, tags: [], description: "", ...more, items }] };
}

describe("canon lists", () => {
  const specs = [
    named("A", { rating: 4, viewings: ["2024-01-01"] }),
    named("B", { seen: false, watchlisted: "2023-01-01", tmdb: { runtime: 150 } }),
  ];
  const lists = [canon("palme-dor", ["A", "B", "Far"]), canon("other", ["Nothing"])];

  test("say what is seen, left and missing", () => {
    const site = makeSite(specs, { canon: lists, env: { PUBLISH: "all" } });
    const view = page(site, "/lists/palme-dor/");
    expect(written(view.heading)).toBe("Palme d’Or: 1 of 3 seen");
    expect(view.figures.map(({ label, value, note }) => [label, value, note])).toEqual([
      ["Seen", "1 of 3", undefined],
      ["Hours left", "3", "runtime known for 1 of 2 unseen films"],
      ["On the watchlist", "1", "of 2 unseen films"],
    ]);
    const [missing] = block(view, "missing")?.shown ?? [];
    const links = missing?.as === "links" ? missing.links : [];
    expect(links.map(({ text, href, note }) => [text, href, written(note)])).toEqual([
      ["B", "https://www.themoviedb.org/movie/2", "2000, on the watchlist"],
      ["Far", "https://www.themoviedb.org/movie/77", "2000"],
    ]);
  });

  test("say nothing of a watchlist that is withheld", () => {
    const view = page(makeSite(specs, { canon: lists }), "/lists/palme-dor/");
    expect(said(view)).not.toContain("watchlist");
  });

  test("have no page before a film of theirs is seen", () => {
    const site = makeSite(specs, { canon: lists });
    expect(section.pages(site).map(({ path }) => path)).toEqual(["/lists/", "/lists/palme-dor/"]);
    expect(section.count(makeSite([named("X")], { canon: lists }))).toBe(0);
    expect(section.pages(makeSite([], { canon: lists }))).toEqual([]);
    expect(listsBlock(makeSite([], { canon: lists }))).toBeNull();
  });

  test("are named by the file, the program, or the name of the file", () => {
    const site = makeSite(specs, {
      canon: [
        canon("golden-lion", ["A"], "My lions"),
        canon("palme-dor", ["A"]),
        canon("top-9", ["A"]),
      ],
    });
    const [bars] = page(site, "/lists/").blocks[0]?.shown ?? [];
    const rows = bars?.as === "bars" ? bars.rows : [];
    expect(rows.map(({ label, value, note }) => [written(label), value, note])).toEqual([
      ["[My lions](/lists/golden-lion/)", "all 1", "100%"],
      ["[Palme d’Or](/lists/palme-dor/)", "all 1", "100%"],
      ["[Top 9](/lists/top-9/)", "all 1", "100%"],
    ]);
  });

  test("are named on the pages of their films", () => {
    const site = makeSite(specs, { canon: lists });
    const [film] = site.library.films;
    const places = film ? filmView(site, film).places : [];
    expect(places.map(({ text }) => written(text))).toEqual(["[Palme d’Or](/lists/palme-dor/)"]);
  });

  test("name the one that is furthest only if it is alone", () => {
    const many = ["A", "B", "C", "D", "E"].map((name) => named(name));
    const five = ["A", "B", "C", "D", "E"];
    const ahead = makeSite(many, { canon: [canon("x", five), canon("y", [...five, "Z"])] });
    expect(written(page(ahead, "/lists/").heading)).toBe(
      "You are furthest with [X](/lists/x/): all 5 seen",
    );
    const even = makeSite(many, { canon: [canon("x", five), canon("y", five)] });
    expect(written(page(even, "/lists/").heading)).toBe("How far you are through the lists");
  });
});

describe("the owner's lists", () => {
  const specs = [named("A", { rating: 5 }), named("B", { seen: false, watchlisted: "2024-01-01" })];
  // The list must hold the very films of the library.
  function siteWithList(publish: string) {
    const { ledger, lists } = listOf(specs, { name: "Rainy Sundays", description: "Kettle on." }, [
      "B",
      "A",
    ]);
    return makeSite(specs, { ledger: { ...ledger, lists }, env: { PUBLISH: publish } });
  }

  test("have a page with all films, the unseen ones by name only", () => {
    const view = page(siteWithList("lists"), "/lists/own/rainy-sundays/");
    const [films] = block(view, "films")?.shown ?? [];
    const rows = films?.as === "titles" ? films.rows : [];
    expect(
      rows.map(({ title, number, href, beside }) => [number, title.name, href, beside]),
    ).toEqual([
      ["1", "B", null, "not seen"],
      ["2", "A", expect.stringMatching(/^\/films\//), undefined],
    ]);
    expect(said(view)).not.toMatch(/Kettle|A note/);
  });

  test("show description and notes by a switch of their own", () => {
    const view = page(siteWithList("lists,listNotes"), "/lists/own/rainy-sundays/");
    expect(block(view, "about")?.shown).toEqual([{ as: "typed", text: "Kettle on." }]);
    const [films] = block(view, "films")?.shown ?? [];
    expect(films?.as === "titles" && films.rows[1]?.text).toBe("A note.");
  });

  test("say that a film is on the watchlist only if that is published", () => {
    const view = page(siteWithList("lists,watchlist"), "/lists/own/rainy-sundays/");
    const [films] = block(view, "films")?.shown ?? [];
    expect(films?.as === "titles" && films.rows[0]?.beside).toBe("on the watchlist");
  });

  test("have no page if they are withheld", () => {
    expect(section.pages(siteWithList("none"))).toEqual([]);
    expect(section.count(siteWithList("none"))).toBe(0);
  });
});
