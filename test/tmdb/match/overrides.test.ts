import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { complaintLines } from "../../../src/letterboxd/complaints.ts";
import type { Complaint } from "../../../src/letterboxd/ledger.ts";
import {
  findOverride,
  missingPages,
  overrideLine,
  overridesIn,
  sharedOverrides,
  shownOverridesFile,
  unusedOverrides,
} from "../../../src/tmdb/match/overrides.ts";
import { misnamedOverrides, readOverrides } from "../../../src/tmdb/match/readOverrides.ts";
import { temporaryFolder } from "../world.ts";

function fileOf(content: string | Buffer): string {
  const path = `${temporaryFolder()}/overrides.csv`;
  writeFileSync(path, content);
  return path;
}

const file = (rows: string): string => fileOf(`Name,Year,Letterboxd URI,TMDB\n${rows}`);

const nashville = {
  line: 1,
  name: "Nashville",
  year: 1975,
  uri: null,
  target: { type: "movie", id: 3121 },
};

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
  [",1985,,movie/2\n", /line 2: Name and Letterboxd URI are both empty/],
  [
    "Ran,1985,,1726\n",
    /line 2: the TMDB cell “1726” is not a page at TMDB\. Is it movie\/1726 or tv\/1726\?/,
  ],
  [",,1726\n", /line 2: 3 fields instead of 4 .*Is it movie\/1726 or tv\/1726\?/],
  ["Ran,1985,movie/2\n", /line 2: 3 fields .*A field may be empty, but its separator is needed\.$/],
  ["Ran,1985\n", /line 2: 2 fields .*its separator is needed\.$/],
  ["\nRan;1985;;movie/2\n", /line 3: 1 field instead of 4 .*separator of the first line/],
  [
    "The Ferry, Summer 1968,1968,,none\n",
    /line 2: 5 fields .*Put a name that contains a comma in quotes/,
  ],
  [
    "Ran,1985,https://evil.example/ran,movie/2\n",
    /line 2: "https:\/\/evil\.example\/ran" is not an address at Letterboxd\.$/,
  ],
  [
    "Ran,1985,boxd.it/ran,movie/2\n",
    /line 2: "boxd\.it\/ran" is not an address at Letterboxd\. Is it https:\/\/boxd\.it\/ran\?$/,
  ],
  [
    "Ran,1985,https://me:se/cret@boxd.it/ran,none\n",
    /line 2: An address with a password is not an address at Letterboxd\.$/,
  ],
  [",,ran,movie/2\n", /line 2: "ran" is not an address at Letterboxd\.$/],
  [
    'Ran,1985,,movie/1\n"Ran,1985,,movie/2\n',
    /overrides\.csv, line 3: a quote is opened but never closed\.$/,
  ],
  ['Ran,1985,,none\nHeat,1995, "x,none\n"Ordet",1955,,none\n', /line 3: a quote is opened/],
  ['Ran "Chaos",1985,,none\n', /line 2: a quote is in the middle of a field\.$/],
])("an invalid row is a problem with file and line: %s", async (rows, message) => {
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
  await expect(reading).rejects.toThrow(
    `line 2: the TMDB cell “${address}” is not a page at TMDB.`,
  );
});

const linesOf = (complaints: Complaint[]) => complaintLines(complaints).map(({ text }) => text);

test("rows without effect are reported with file, line and reason", async () => {
  const films = [
    { name: "Ran", year: 1985, uri: "https://boxd.it/ran" },
    { name: "Heat", year: 1995, uri: null },
  ];
  const path = file(
    "Ran,1985,,movie/11645\nHeat,1996,,movie/949\nRun,1985,,none\n,,https://boxd.it/entry,none\nRan,1985,,none\n",
  );
  expect(linesOf(unusedOverrides(films, await readOverrides(path), "data/overrides.csv"))).toEqual([
    "data/overrides.csv, line 3: no film in the export has this name and year. The export has Heat (1995).",
    "data/overrides.csv, line 4: no film in the export has this name and year. Copy both from watched.csv.",
    "data/overrides.csv, line 5: no film in the export has this address. Copy the address from watched.csv. A diary entry has a different one.",
    "data/overrides.csv, line 6: another row already decides this film.",
  ]);
});

test("an address copied from a browser is reported, with the one to use", async () => {
  const films = [
    { name: "Ran", year: 1985, uri: "https://boxd.it/ran" },
    { name: "Heat", year: 1995, uri: "https://boxd.it/one" },
    { name: "Heat", year: 1995, uri: "https://boxd.it/two" },
  ];
  const rows = await readOverrides(
    file(
      "Ran,1985,https://letterboxd.com/film/ran/,none\nHeat,1995,https://letterboxd.com/film/heat/,none\n",
    ),
  );
  const told = "no film in the export has this address. Copy the short address from watched.csv";
  expect(linesOf(unusedOverrides(films, rows, "data/overrides.csv"))).toEqual([
    `data/overrides.csv, line 2: ${told} (https://boxd.it/…). A browser shows a different one. The address of Ran (1985) is https://boxd.it/ran`,
    `data/overrides.csv, line 3: ${told} (https://boxd.it/…). A browser shows a different one.`,
  ]);
});

test("all bad rows are told at once, twenty by their lines", async () => {
  const path = file("Ran,85,,movie/1\nHeat,1995,,none\nOrdet,1955,,film/2\n");
  await expect(readOverrides(path)).rejects.toMatchObject({
    message: `${path}, line 2: the Year “85” is not a year.\n${path}, line 4: the TMDB cell “film/2” is not a page at TMDB.`,
    hint: expect.stringMatching(/^A row has four fields: Name, Year/),
  });
  const many = readOverrides(file("Ran,1985,,\n".repeat(1500)));
  await expect(many).rejects.toThrow(/^(?:.*\n){20}… and 1,480 more bad rows\.$/);
});

test.each([
  ["commas", "Nashville,1975,,movie/3121\n"],
  ["semicolons", "Nashville;1975;;movie/3121\n"],
  ["tabs", "Nashville\t1975\t\tmovie/3121\r\n"],
  ["quotes and blanks", ' "Nashville", 1975, , movie/3121'],
  ["UTF-16", Buffer.from("\ufeffNashville\t1975\t\tmovie/3121\r\n", "utf16le")],
])("a file may begin with a row: %s", async (_, content) => {
  expect(await readOverrides(fileOf(content))).toEqual([nashville]);
});

test.each([
  ["semicolons", "Name;Year;Letterboxd URI;TMDB\r\nNashville;1975;;movie/3121;\r\n;;;\r\n"],
  ["another order, less and more", "TMDB,Name,year,Remark\nmovie/3121,Nashville,1975\n"],
  ["a BOM", "\ufeffName,Year,Letterboxd URI,TMDB\nNashville,1975,,movie/3121\n"],
])("and with a heading: %s", async (_, content) => {
  expect(await readOverrides(fileOf(content))).toEqual([{ ...nashville, line: 2 }]);
});

test("a first row whose page is not TMDB's is told so", async () => {
  const file = fileOf("Ran,1985,,https://www.imdb.com/title/tt0089881\n");
  await expect(readOverrides(file)).rejects.toThrow(
    "line 1: the TMDB cell “https://www.imdb.com/title/tt0089881” is not a page at TMDB.",
  );
});

test("a file that begins with neither is a problem, and so is one in Latin-1", async () => {
  const other = fileOf("Film,Year\nNashville,1975\n");
  await expect(readOverrides(other)).rejects.toThrow("line 1: this is neither the heading Name,");
  const latin = fileOf(
    Buffer.from("Name,Year,Letterboxd URI,TMDB\nAm\xe9lie,2001,,none", "latin1"),
  );
  await expect(readOverrides(latin)).rejects.toMatchObject({
    name: "Problem",
    message: expect.stringMatching(/overrides\.csv, line 2, is not UTF-8/),
  });
});

test("a line copied from the log is read without its note", async () => {
  const line = '  Les créatures,1966,,movie/53026    ← The "Human", Creatures (1966)\n';
  expect(await readOverrides(file(line))).toMatchObject([
    { line: 2, name: "Les créatures", target: { type: "movie", id: 53026 } },
  ]);
});

test("one page of TMDB for two films is told, with the lines", async () => {
  const films = [
    { name: "Ran", year: 1985, uri: "https://boxd.it/ran" },
    { name: "Heat", year: 1995, uri: null },
    { name: "Heat", year: 1995, uri: "https://boxd.it/heat" },
    { name: "Odd", year: null, uri: null },
  ];
  const told = async (rows: string) =>
    linesOf(sharedOverrides(films, await readOverrides(file(rows)), "o.csv"));
  expect(await told("Ran,1985,,movie/1\nOdd,,,movie/1\n")).toEqual([
    "o.csv, line 2: movie/1 is given for Ran (1985) and Odd (no year) (lines 2 and 3). Is it right for each?",
  ]);
  expect(await told("Heat,1995,,movie/949\n")).toEqual([
    "o.csv, line 2: movie/949 is given for Heat (1995) and Heat (1995). Is it right for each?",
  ]);
  expect(await told("Ran,1985,,movie/1\nOdd,,,tv/1\nHeat,1995,,none\n")).toEqual([]);
});

test("a file with a similar name is reported", async () => {
  const path = file("");
  for (const name of [
    "Override.CSV",
    "overrides.csv.txt",
    "overrides.xlsx",
    "watched.csv",
    "overrides.csv~",
  ])
    writeFileSync(path.replace("overrides.csv", name), "");
  const folder = path.replace("/overrides.csv", "");
  const told = await misnamedOverrides(path);
  expect(told.map(({ file }) => file).sort()).toEqual(
    ["Override.CSV", "overrides.csv.txt", "overrides.xlsx"].map((name) => `${folder}/${name}`),
  );
  expect(linesOf(told.slice(0, 1))).toEqual([
    expect.stringMatching(/^\/.+: not read\. Should its name be overrides\.csv\?$/),
  ]);
});

test("a page that TMDB does not have is told with the line, the film and what may be meant", async () => {
  const overrides = await readOverrides(file("Heat,1995,,none\nRan,1985,,movie/116\n"));
  const film = { name: "Ran", year: 1985, uri: "https://boxd.it/ran" };
  const target = { type: "movie" as const, id: 116 };
  expect(linesOf(missingPages([{ film, target }], overrides, "data/overrides.csv"))).toEqual([
    "data/overrides.csv, line 3: TMDB has no movie/116, so Ran (1985) has no data. Is a digit wrong, or is it tv/116?",
  ]);
});

test.each([
  ["data", "data/overrides.csv", "data/overrides.csv"],
  ["mine/export.zip", "mine/overrides.csv", "mine/overrides.csv"],
  ["/home/jane/films", "/home/jane/films/overrides.csv", "DATA_DIR/overrides.csv"],
  ["../films", "../films/overrides.csv", "DATA_DIR/overrides.csv"],
  ["/home/jane/a.ZIP", "/home/jane/overrides.csv", "overrides.csv beside DATA_DIR"],
])("with DATA_DIR %s the file is %s, and a page calls it %s", (dataDir, file, shown) => {
  expect(overridesIn(dataDir)).toBe(file);
  expect(shownOverridesFile(dataDir)).toBe(shown);
});
