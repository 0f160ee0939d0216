import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { afterEach, expect, test } from "vitest";
import { newOwner, type Owner } from "../support/owner.ts";
import { film } from "../tmdb/world.ts";
import { runTmdbServer } from "../tmdbServer/client.ts";

let owner: Owner;
afterEach(() => owner.remove());

/** An owner who has seen these films, and nothing else. */
async function ownerOf(films: [name: string, year: number][], served: object[]) {
  const server = await runTmdbServer({
    films: served,
    series: [smallAxe],
  });
  owner = newOwner(server);
  rmSync(owner.dataDir, { recursive: true });
  mkdirSync(owner.dataDir);
  const rows = films.map(([name, year], i) => `2024-01-01,"${name}",${year},https://boxd.it/x${i}`);
  writeFileSync(
    join(owner.dataDir, "watched.csv"),
    ["Date,Name,Year,Letterboxd URI", ...rows, ""].join("\n"),
  );
  return server;
}

const smallAxe = {
  id: 900,
  name: "Small Axe",
  original_name: "Small Axe",
  first_air_date: "2020-11-15",
  last_air_date: "2020-12-13",
  created_by: [{ id: 71, name: "Steve McQueen" }],
  networks: [{ id: 4, name: "BBC One" }],
  genres: [{ id: 18, name: "Drama" }],
  origin_country: ["GB"],
  original_language: "en",
  number_of_episodes: 5,
  number_of_seasons: 1,
  credits: { cast: [{ id: 72, name: "Letitia Wright", character: "Altheia", order: 0 }], crew: [] },
};

const page = "about/matching/index.html";

/** What the page gives to be copied, but for what its explanation names. */
const linesOn = (file: string): string[] =>
  [...parseHTML(owner.read(file)).document.querySelectorAll("code")]
    .map(({ textContent }) => textContent ?? "")
    .filter((line) => line.includes("boxd.it"));

/** With blanks of all kinds evened out. */
const textOf = (file: string): string => owner.read(file).replace(/\s+/g, " ");

const correct = (lines: string) =>
  writeFileSync(join(owner.dataDir, "overrides.csv"), `Name,Year,Letterboxd URI,TMDB\n${lines}\n`);

const tmdbOf = (name: string): unknown => {
  const films = owner.json("data/films.json");
  if (!Array.isArray(films)) throw new Error("films.json is no list");
  return films.find((film) => film.name === name)?.tmdb;
};

test("from the end of a build to the right films: a copied line, an address found by hand", async () => {
  const server = await ownerOf(
    [
      ["Ran", 1985],
      ["The Nightmare", 2015],
      ["Small Axe", 2020],
      ["Kvakalov", 1971],
    ],
    [
      film(1, "Ran", 1985),
      film(2, "The Nightmare", 2015, { vote_count: 90 }),
      film(3, "The Nightmare", 2015, { vote_count: 108 }),
      film(4, "Nothing Like It", 1971),
    ],
  );
  const first = await owner.build();
  expect(first.code, first.stderr).toBe(0);
  expect(first.stderr).toContain(
    "TMDB: 1 film, 1 series, 1 in doubt (TMDB has something similar, which is not used), 1 not found at TMDB.",
  );
  expect(first.stderr).toContain("the page /about/matching/ says why");
  expect(first.stderr).toMatch(/^Kvakalov \(1971\): /m);
  expect(owner.read("about/index.html")).toContain('href="/about/matching/"');
  expect(linesOn(page)).toEqual([
    "The Nightmare,2015,https://boxd.it/x1,movie/3",
    "The Nightmare,2015,https://boxd.it/x1,movie/2",
    "Kvakalov,1971,https://boxd.it/x3,none",
  ]);
  expect(owner.read(page)).toContain("about equally well known. Confidence in the first: 55%.");
  expect(tmdbOf("The Nightmare")).toBeNull();
  // The owner's folder lies outside the project, and its name is nobody else's business.
  expect(owner.read(page)).toContain("<code>DATA_DIR/overrides.csv</code>");
  expect(owner.read(page)).not.toContain(owner.dataDir);

  // The mini-series has a page of its own kind and a count of its own, and its people none.
  const facts = [
    "TMDB has this as a series",
    "Steve McQueen",
    "BBC One",
    "15 November – 13 December 2020",
    "Letitia Wright",
    "https://www.themoviedb.org/tv/900",
  ];
  const series = textOf("films/small-axe-2020/index.html");
  expect(facts.filter((fact) => !series.includes(fact))).toEqual([]);
  expect(owner.json("data/summary.json")).toMatchObject({
    films: { seen: 4, matched: 1, series: 1, unmatched: 2, withRuntime: 1 },
    actors: [],
  });

  server.resetCounters();
  const [, nightmare, kvakalov = ""] = linesOn(page);
  correct(
    `${nightmare}\n${kvakalov.replace(/none$/, "https://www.themoviedb.org/movie/4-nothing-like-it")}`,
  );
  const second = await owner.build();
  expect(second.code, second.stderr).toBe(0);
  // Both films, and the director, who now has three.
  expect(server.counters.requests).toBe(3);
  expect(tmdbOf("The Nightmare")).toMatchObject({ type: "movie", id: 2, confidence: 1 });
  expect(tmdbOf("Kvakalov")).toMatchObject({ type: "movie", id: 4, confidence: 1 });
  expect(second.stderr).toContain("TMDB: 3 films, 1 series.");
  expect(second.stderr).not.toContain("/about/matching/");
  expect(linesOn(page)).toEqual([]);
});

test("two entries that are one film at TMDB are named on the page, with links to both", async () => {
  const films: [string, number][] = [
    ["Ran", 1985],
    ["Chaos", 1985],
    ["Home", 2009],
  ];
  await ownerOf(films, [film(1, "Ran", 1985), film(2, "Home", 2009)]);
  correct("Chaos,1985,,movie/1");
  const { code, stderr } = await owner.build();
  expect(code, stderr).toBe(0);
  const [, shared = ""] = /<section[^>]*id="shared">(.*?)<\/section>/s.exec(owner.read(page)) ?? [];
  expect(Array.from(shared.matchAll(/href="([^"#]+)"/g), ([, address]) => address)).toEqual([
    "/films/chaos-1985/",
    "/films/ran-1985/",
  ]);
});

test("a page TMDB does not have: the line in the log, the film by name on the page, no link to nothing", async () => {
  const server = await ownerOf(
    [
      ["Ran", 1985],
      ["Heat", 1995],
    ],
    [film(1, "Ran", 1985), film(2, "Heat", 1995)],
  );
  correct("Heat,1995,,movie/99999");
  const { code, stderr } = await owner.build();
  expect(code, stderr).toBe(0);
  expect(stderr).toContain(
    "overrides.csv, line 2: TMDB has no movie/99999, so Heat (1995) has no data",
  );
  expect(stderr).toContain("TMDB: 1 film, 1 with a page in overrides.csv that TMDB does not have.");
  expect(owner.json("data/summary.json")).toMatchObject({ films: { matched: 1, unmatched: 1 } });
  expect(textOf(page)).toMatch(/id="absent".*Heat.*movie\/99999, which TMDB does not have/);
  const heat = textOf("films/heat-1995/index.html");
  expect(heat).toContain("overrides.csv says movie/99999, which TMDB does not have.");
  expect(heat).not.toContain("certainty");
  expect(heat).not.toContain('themoviedb.org/movie/99999"');

  // Nobody is asked, and what nobody confirmed is no sure match.
  await server.close();
  expect(await owner.build({ OFFLINE: "1" })).toMatchObject({ code: 0 });
  expect(textOf("films/heat-1995/index.html")).not.toContain("certainty");
});

test("of many doubtful films every one has its lines, on pages below 100 kB", async () => {
  const title = (i: number) =>
    `Number ${i} of the Films with Rather Longer Titles than Most Films Ever Have & Need`;
  const years = [1990, 1991, 1992];
  const many = Array.from({ length: 150 }, (_, i) => i);
  await ownerOf(
    many.map((i) => [title(i), 2005]),
    many.flatMap((i) => years.map((year, j) => film(10 * i + j + 1, title(i), year))),
  );
  const { code, stderr } = await owner.build();
  expect(code, stderr).toBe(0);
  const pages = owner.files().filter((file) => /^about\/matching\/.*html$/.test(file));
  expect(pages).toHaveLength(3);
  expect(new Set(pages.flatMap(linesOn)).size).toBe(450);
  for (const file of pages) {
    expect(statSync(join(owner.out, file)).size, file).toBeLessThan(100_000);
  }
});
