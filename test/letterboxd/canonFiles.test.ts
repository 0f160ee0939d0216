import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { type CanonChoice, readCanonFiles } from "../../src/letterboxd/canonFiles.ts";
import { isProblem } from "../../src/problem.ts";
import { temporaryFolder } from "../tmdb/world.ts";

const HEAD = "Position,Name,Year,TMDB\n";

/** Reads lists of the program and of the owner, by the names of their files. */
async function read(
  ours: Record<string, string>,
  owners: Record<string, string> = {},
  choice: CanonChoice = true,
) {
  const root = temporaryFolder();
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [name, text] of Object.entries(ours)) put(`lists/${name}`, text);
  for (const [name, text] of Object.entries(owners)) put(`data/canon/${name}`, text);
  return readCanonFiles({
    shippedDir: join(root, "lists"),
    dataDir: join(root, "data"),
    choice,
    buildDate: "2026-11-20",
  });
}

test("a plain list has places, names, years and pages", async () => {
  const { lists, complaints } = await read({
    "palme.csv": `${HEAD}1,Viridiana,1961,4497\n1,"Rome, Open City",1945,\n3,Usher,1928,none\n`,
  });
  expect(complaints).toEqual([]);
  expect(lists).toEqual([
    {
      id: "palme",
      name: null,
      rows: [
        { position: 1, name: "Viridiana", year: 1961, page: "movie/4497", isFoundByName: true },
        { position: 1, name: "Rome, Open City", year: 1945, page: null, isFoundByName: true },
        { position: 3, name: "Usher", year: 1928, page: null, isFoundByName: false },
      ],
    },
  ]);
});

test("a list as exported from Letterboxd has its own name", async () => {
  const { lists, complaints } = await read(
    {},
    {
      "Top-250.csv":
        "Letterboxd list export v7\nDate,Name,Tags,URL,Description\n2024-01-02,The best,,https://boxd.it/a,\n\nPosition,Name,Year,URL,Description\n1,Harakiri,1962,https://boxd.it/b,\n2,Come and See,1985,https://boxd.it/c,\n",
    },
  );
  expect(complaints).toEqual([]);
  expect(lists.map(({ id, name }) => [id, name])).toEqual([["top-250", "The best"]]);
  expect(lists[0]?.rows.map(({ position, name, year }) => [position, name, year])).toEqual([
    [1, "Harakiri", 1962],
    [2, "Come and See", 1985],
  ]);
});

test("a list of the owner's replaces ours of the same file name", async () => {
  const { lists } = await read(
    { "palme.csv": `${HEAD}1,Ran,1985,\n`, "lion.csv": `${HEAD}1,Manon,1949,\n` },
    { "Palme.CSV": `${HEAD}1,Ikiru,1952,\n` },
  );
  expect(lists.map(({ id, rows }) => [id, rows[0]?.name])).toEqual([
    ["lion", "Manon"],
    ["palme", "Ikiru"],
  ]);
});

test("bad rows and files are left out, with file and line", async () => {
  const { lists, complaints } = await read(
    {},
    {
      "a.csv": `${HEAD}1,,1961,\n2,Ran,85,\n3,Ikiru,1952,film/3\n4,Ikiru,1952,\n5,Ikiru,1952\n`,
      "b.csv": "Film,Score\nRan,5\n",
      "c.csv": HEAD,
      "d.xlsx": "",
      "readme.txt": "",
    },
  );
  expect(lists.map(({ id, rows }) => [id, rows.map(({ name, year }) => [name, year])])).toEqual([
    [
      "a",
      [
        ["Ran", null],
        ["Ikiru", 1952],
      ],
    ],
  ]);
  const said = complaints.map(({ file, line, kind }) => `${file} ${line} ${kind}`);
  expect(said.toSorted()).toEqual([
    "canon/a.csv 2 an empty Name",
    "canon/a.csv 3 an impossible Year",
    "canon/a.csv 4 an unreadable TMDB",
    "canon/a.csv 5 a film that is there twice",
    "canon/a.csv 6 a wrong number of fields",
    "canon/b.csv 1 a file that cannot be read",
    "canon/c.csv null a list without films",
    "canon/d.xlsx null a file that is not read",
  ]);
  expect(complaints.find(({ file }) => file === "canon/b.csv")?.message).toContain(
    "A canon list has the columns Position,Name,Year,TMDB",
  );
});

test("semicolons are as good as commas", async () => {
  const { lists, complaints } = await read(
    {},
    { "a.csv": "Position;Name;Year;TMDB\n1;Rome, Open City;1945;307\n" },
  );
  expect(complaints).toEqual([]);
  expect(lists[0]?.rows[0]).toMatchObject({ name: "Rome, Open City", page: "movie/307" });
});

test("the setting chooses lists, and names those that do not exist", async () => {
  const ours = { "palme.csv": `${HEAD}1,Ran,1985,\n`, "lion.csv": `${HEAD}1,Manon,1949,\n` };
  expect((await read(ours, {}, ["Palme.csv"])).lists.map(({ id }) => id)).toEqual(["palme"]);
  expect((await read(ours, {}, false)).lists).toEqual([]);
  const failure = await read(ours, {}, ["palme", "oscar"]).catch((error: unknown) => error);
  expect(isProblem(failure) && failure.message).toBe(
    "canon in site.config.ts names “oscar”, and there is no such list.",
  );
});

test("the lists of the program are in order", async () => {
  const { lists, complaints } = await readCanonFiles({
    shippedDir: "lists",
    dataDir: null,
    choice: true,
    buildDate: "2026-11-20",
  });
  expect(complaints).toEqual([]);
  expect(lists.map(({ id, rows }) => [id, rows.length])).toEqual([
    ["best-picture", 98],
    ["golden-lion", 70],
    ["national-film-registry", 925],
    ["palme-dor", 97],
  ]);
  for (const { rows } of lists) {
    expect(rows.map(({ position }) => position)).toEqual(rows.map((_, i) => i + 1));
    expect(rows.filter(({ year }) => year === null)).toEqual([]);
  }
});
