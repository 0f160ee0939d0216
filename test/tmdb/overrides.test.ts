import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  findOverride,
  overrideLine,
  readOverrides,
  uselessOverrides,
} from "../../src/tmdb/overrides.ts";
import { temporaryFolder } from "./world.ts";

function file(rows: string): string {
  const path = `${temporaryFolder()}/overrides.csv`;
  writeFileSync(path, `Name,Year,Letterboxd URI,TMDB\n${rows}`);
  return path;
}

test("rows name a film by address or by name and year, and say what it is", async () => {
  const rows =
    '"Crouching Tiger, Hidden Dragon",2000,,movie/146\n,,https://boxd.it/2b0k,tv/19885\nOdd,,,none\n';
  expect(await readOverrides(file(rows))).toEqual([
    {
      line: 2,
      name: "Crouching Tiger, Hidden Dragon",
      year: 2000,
      uri: null,
      target: { type: "movie", id: 146 },
    },
    {
      line: 3,
      name: "",
      year: null,
      uri: "https://boxd.it/2b0k",
      target: { type: "tv", id: 19885 },
    },
    { line: 4, name: "Odd", year: null, uri: null, target: "none" },
  ]);
});

test("no file is no override", async () => {
  expect(await readOverrides(`${temporaryFolder()}/overrides.csv`)).toEqual([]);
});

test.each([
  ["Ran,1985,,movie/1\nRan,1985,,film/2\n", /overrides\.csv, line 3: the TMDB cell “film\/2”/],
  ["Ran,1985,,\n", /line 2: the TMDB cell “”/],
  ["Ran,85,,movie/2\n", /line 2: the Year “85”/],
  [",1985,,movie/2\n", /line 2: neither Name nor Letterboxd URI/],
  ["Ran,1985,movie/2\n", /line 2/],
])("a row that cannot be meant is a problem with file and line: %s", async (rows, message) => {
  await expect(readOverrides(file(rows))).rejects.toMatchObject({
    name: "Problem",
    message: expect.stringMatching(message),
  });
});

test("a row with an address is for that film alone", () => {
  const film = { name: "Ran", year: 1985, uri: "https://boxd.it/ran" };
  const row = { name: "Ran", year: 1985, target: "none" as const };
  expect(findOverride(film, [{ ...row, uri: "https://boxd.it/other" }])).toBeNull();
  expect(findOverride(film, [{ ...row, name: "", uri: "https://boxd.it/ran" }])).not.toBeNull();
  expect(findOverride(film, [{ ...row, uri: null }])).not.toBeNull();
  expect(findOverride({ ...film, year: 1986 }, [{ ...row, uri: null }])).toBeNull();
});

test("a proposed line is read back as what it proposes", async () => {
  const film = { name: 'The "Human", Factor', year: 1979, uri: "https://boxd.it/hf" };
  const line = overrideLine(film, { type: "tv", id: 12 });
  expect(await readOverrides(file(`${line}\n`))).toEqual([
    { line: 2, ...film, target: { type: "tv", id: 12 } },
  ]);
});

test.each([
  ["https://www.themoviedb.org/movie/3121-nashville", "movie", 3121],
  ["https://www.themoviedb.org/tv/87108-chernobyl/season/1?language=en-GB", "tv", 87108],
  ["themoviedb.org/movie/3121", "movie", 3121],
  ["movie/3121-nashville", "movie", 3121],
])("an address of TMDB may be pasted as it is: %s", async (address, type, id) => {
  const [row] = await readOverrides(file(`Nashville,1975,,${address}\n`));
  expect(row?.target).toEqual({ type, id });
});

test.each([
  "https://www.imdb.com/title/tt0073440/",
  "https://example.org/movie/3121",
  "https://www.themoviedb.org/person/3121",
  "movie/3121b",
])("another address is a problem: %s", async (address) => {
  const reading = readOverrides(file(`Nashville,1975,,${address}\n`));
  await expect(reading).rejects.toThrow(`line 2: the TMDB cell “${address}” names nothing.`);
});

test("rows that decide nothing are told with file, line and reason", async () => {
  const films = [
    { name: "Ran", year: 1985, uri: "https://boxd.it/ran" },
    { name: "Heat", year: 1995, uri: null },
  ];
  const path = file(
    "Ran,1985,,movie/11645\nHeat,1996,,movie/949\nRun,1985,,none\n,,https://boxd.it/entry,none\nRan,1985,,none\n",
  );
  expect(uselessOverrides(films, await readOverrides(path), "data/overrides.csv")).toEqual([
    "data/overrides.csv, line 3: no film of this name and year in the export; its Heat has 1995.",
    "data/overrides.csv, line 4: no film of this name and year in the export.",
    "data/overrides.csv, line 5: no film of this address in the export.",
    "data/overrides.csv, line 6: another row decides which film this is.",
  ]);
});
