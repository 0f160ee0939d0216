import { expect, test } from "vitest";
import { unpack } from "../../../src/components/finderSearch.ts";
import type { Site } from "../../../src/site.ts";
import { finderEntries } from "../../../src/views/finder/entries.ts";
import { pack } from "../../../src/views/finder/pack.ts";
import { actor, director } from "../../support/libraryMaker.ts";
import { makeSite } from "../../support/siteMaker.ts";

/** What a search box shows of everything that can be found, without the lists of the site. */
const shown = (site: Site) =>
  unpack(pack(finderEntries(site, { cards: false })))
    .map(({ name, note, path }) => [name, note, path])
    .filter(([, note]) => !note?.startsWith("list of "));

const kurosawa = "Akira Kurosawa";

test("everything with a page can be found, each with what it is and how much was seen", () => {
  const site = makeSite([
    {
      name: "Ran",
      year: 1985,
      viewings: ["2024-05-01"],
      tmdb: {
        genres: [{ id: 18, name: "Drama" }],
        companies: [{ id: 3, name: "Toho" }],
        crew: [director(1, kurosawa)],
      },
    },
    {
      name: "Dreams",
      viewings: ["2024-05-02"],
      tmdb: { companies: [{ id: 3, name: "Toho" }], crew: [director(1, kurosawa)] },
    },
  ]);
  expect(shown(site)).toEqual([
    ["2024", "2 viewings", "/timeline/2024/"],
    ["Drama", "genre, 1 film", "/genres/drama/"],
    ["1980s", "decade, 1 film", "/decades/1980s/"],
    ["Toho", "studio, 2 films", "/studios/toho-3/"],
    [kurosawa, "director, 2 films", "/people/akira-kurosawa-1/"],
    ["Ran", "1985", "/films/ran-1985/"],
    ["Dreams", "", "/films/dreams/"],
  ]);
});

test("a person is one hit, with the role of most films and a second one with half as many", () => {
  const films = (roles: ("director" | "actor")[][]) =>
    makeSite(
      roles.map((own, i) => ({
        name: `Film ${i}`,
        tmdb: {
          crew: own.includes("director") ? [director(1, kurosawa)] : [],
          cast: own.includes("actor") ? [actor(1, kurosawa)] : [],
        },
      })),
    );
  const noteOf = (site: Site) => shown(site).find(([name]) => name === kurosawa)?.[1];
  const both: ("director" | "actor")[] = ["director", "actor"];
  expect(noteOf(films([both, both, ["director"], ["director"]]))).toBe(
    "director, 4 films; actor, 2 films",
  );
  expect(noteOf(films([both, ["actor"], ["actor"]]))).toBe("actor, 3 films");
  expect(noteOf(films([both]))).toBe("director, 1 film");
});

test("an actor without a page leads to the film, a writer without one is not found", () => {
  const site = makeSite([
    {
      name: "Heat & Dust",
      year: 1983,
      tmdb: {
        cast: [actor(5, "Madhur Jaffrey")],
        crew: [{ id: 6, name: "Ruth Prawer Jhabvala", role: "writer" }],
      },
    },
  ]);
  const people = shown(site).filter(([name]) => /Jaffrey|Jhabvala/.test(name ?? ""));
  expect(people).toEqual([
    ["Madhur Jaffrey", "one film: Heat & Dust", "/films/heat-and-dust-1983/"],
  ]);
});

test("every path is that of the library, however its name is spelt", () => {
  const odd = ["Ran", "ran", "Straße", "Я", "$", "Heat & Dust", "9½ Weeks", "Don't", "ÆØÅ"];
  const site = makeSite(
    odd.map((name, i) => ({
      name,
      year: i % 2 ? 1990 : null,
      uri: `https://boxd.it/${i}`,
      tmdb: {
        cast: [actor(i + 1, `${name} Actor`)],
        crew: [director(i + 100, `${name} Director`)],
        keywords: [{ id: 7, name: "l'amour & co" }],
      },
    })),
  );
  const { films, people, groups } = site.library;
  const pages = [...films, ...people, ...Object.values(groups).flat()].flatMap(({ name, path }) =>
    path ? [`${name} ${path}`] : [],
  );
  const hits = shown(site).map(([name, , path]) => `${name} ${path}`);
  expect(pages).toHaveLength(20);
  expect(pages.filter((page) => !hits.includes(page))).toEqual([]);
  const paths = new Set(films.map(({ path }) => path));
  for (const [name, , path = ""] of shown(site)) {
    if (name?.endsWith(" Actor")) expect(paths).toContain(path);
  }
});

test("the lists of the site are found too", () => {
  const site = makeSite([{ name: "Ran", tmdb: { crew: [director(1, kurosawa)] } }]);
  const lists = unpack(pack(finderEntries(site, { cards: false }))).filter(({ note }) =>
    note.startsWith("list of "),
  );
  expect(lists.map(({ name, path }) => [name, path])).toContainEqual(["Directors", "/directors/"]);
});
