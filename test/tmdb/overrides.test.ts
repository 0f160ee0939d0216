import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findOverride, overrideLine, readOverrides } from "../../src/tmdb/overrides.ts";
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
      name: "Crouching Tiger, Hidden Dragon",
      year: 2000,
      uri: null,
      target: { type: "movie", id: 146 },
    },
    { name: "", year: null, uri: "https://boxd.it/2b0k", target: { type: "tv", id: 19885 } },
    { name: "Odd", year: null, uri: null, target: "none" },
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
    { ...film, target: { type: "tv", id: 12 } },
  ]);
});
