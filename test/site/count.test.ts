import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compareFigures } from "../../tools/count/compare.ts";
import { countFigures } from "../../tools/count/figures.ts";
import { parseFiles, readParsed, summaryOf } from "../letterboxd/readModel.ts";
import { slippedExport } from "../letterboxd/slipped.ts";
import { writeExport } from "../letterboxd/writeExport.ts";
import { runScript, stackPattern } from "../support/command.ts";

const BUILD_DATE = "2026-11-20";
const everyday = "test/fixtures/exports/everyday";
const home = mkdtempSync(join(tmpdir(), "film-ledger-count-"));
afterAll(() => rmSync(home, { recursive: true }));

const count = (...args: string[]) => runScript("tools/count", { args, env: { BUILD_DATE } });

/** What the site would state of an export, in a file of its own. */
async function statedOf(folder: string, env: Record<string, string> = {}): Promise<string> {
  const { stdout, code } = await runScript("doctor", {
    args: ["--json"],
    env: { DATA_DIR: folder, CACHE_DIR: join(home, "cache"), OFFLINE: "1", BUILD_DATE, ...env },
  });
  expect(code).toBe(0);
  return written("summary.json", stdout);
}

function written(name: string, text: string): string {
  const file = join(home, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

const groups = [
  ...["export", "films", "viewings", "ratings", "drift", "streaks", "longestGap", "years"],
  ...["mostSeen", "likes", "doubleBills"],
];
const allSame = groups.map((group) => `${group}: same\n`).join("");

describe("counted a second time", () => {
  test.each([
    "data/sample",
    everyday,
    "test/fixtures/exports/from-2017",
    "test/fixtures/exports/bulk-day",
    "test/fixtures/exports/empty-addresses",
    "test/fixtures/exports/equal-pairs",
    "test/fixtures/exports/rewatches",
    "test/fixtures/exports/repeated-rows",
    "test/fixtures/exports/entries-twice",
    "test/fixtures/exports/odd-years",
    "test/fixtures/exports/unreadable-years",
    "test/fixtures/exports/years-that-cannot-be",
    "test/fixtures/exports/year-in-another-file",
    "test/fixtures/exports/typing-slips",
    "test/fixtures/exports/days-to-come",
  ])("the figures of %s are the same", async (folder) => {
    const outcome = await count(folder, await statedOf(folder));
    expect(outcome).toEqual({ code: 0, stdout: allSame, stderr: "" });
  });

  test("a summary of months agrees with the days in them", async () => {
    const stated = await statedOf(everyday, { PUBLISH: "none" });
    expect(JSON.parse(readFileSync(stated, "utf8")).viewings.last).toBe("2024-03");
    expect(await count(everyday, stated)).toMatchObject({ code: 0, stdout: allSame });
  });

  test("the figures of exports whose files do not agree are the same", () => {
    const folder = join(home, "slipped");
    fc.assert(
      fc.property(slippedExport, (model) => {
        const files = writeExport(model);
        rmSync(folder, { recursive: true, force: true });
        for (const [name, bytes] of files) {
          mkdirSync(dirname(join(folder, name)), { recursive: true });
          writeFileSync(join(folder, name), bytes);
        }
        const counted = countFigures(folder, { buildDate: "2024-06-30" });
        expect(compareFigures(counted, summaryOf(readParsed(parseFiles(files)))).lines).toEqual(
          groups.map((group) => `${group}: same`),
        );
      }),
      { seed: 20260307, numRuns: 300 },
    );
  });

  test("it is by other code than the site's", () => {
    const files = ["count.ts", ...readdirSync("tools/count").map((name) => `count/${name}`)];
    const sources = files.map((name) => readFileSync(`tools/${name}`, "utf8")).join("\n");
    const imported = Array.from(sources.matchAll(/(?:from|import) ?\(?"([^"]+)"/g), ([, x]) => x);
    expect(imported.length).toBeGreaterThan(files.length);
    const shared = imported.filter((name) => !/^(?:node:|\.\/)/.test(name ?? ""));
    expect(shared).toEqual(["../src/commandLine/options.ts"]);
  });
});

describe("a summary that differs", () => {
  let stated: string;
  let truth: string;
  beforeAll(async () => {
    stated = await statedOf(everyday);
    truth = readFileSync(stated, "utf8");
  });

  const summaryWith = (change: (summary: ReturnType<typeof JSON.parse>) => void) => {
    const summary = JSON.parse(truth);
    change(summary);
    return written("falsified.json", JSON.stringify(summary));
  };

  test("is reported with both figures, and the command fails", async () => {
    const falsified = summaryWith((summary) => {
      summary.films.seen += 1;
      summary.years[0].averageRating += 1e-6;
      summary.streaks.current = { length: 2, from: "2024-03-07", to: "2024-03-08" };
      summary.longestGap.from = "2024-01-06";
    });
    const { code, stdout, stderr } = await count(everyday, falsified);
    expect(code).toBe(1);
    expect(stdout.split("\n")).toEqual([
      "export: same",
      "films: differs: seen counted 5, summary 6",
      "viewings: same",
      "ratings: same",
      "drift: same",
      'streaks: differs: current counted null, summary {"length":2,"from":"2024-03-07","to":"2024-03-08"}',
      'longestGap: differs: from counted "2024-01-05", summary "2024-01-06"',
      "years: differs: 2024 averageRating counted 3.5, summary 3.500001",
      ...["mostSeen: same", "likes: same", "doubleBills: same"],
      "",
    ]);
    expect(stderr).toBe(`${falsified} is not what ${everyday} holds.\n`);
  });

  test("does so too with a figure absent or a year too many", async () => {
    const falsified = summaryWith((summary) => {
      delete summary.ratings;
      summary.years.push({ ...summary.years[0], year: 2025 });
    });
    const { code, stdout } = await count(everyday, falsified);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^ratings: differs: counted \{"average":3\.5,.+\}, summary undefined$/m);
    expect(stdout).toMatch(/^years: differs: counted \[.+\], summary \[.+"year":2025.+\]$/m);
  });

  test("by no more than a sum's last digits is the same", async () => {
    const rounded = summaryWith((summary) => {
      summary.ratings.average += 1e-12;
    });
    expect(await count(everyday, rounded)).toMatchObject({ code: 0, stdout: allSame });
  });
});

describe("without a summary the figures are printed", () => {
  const figuresOf = async (...args: string[]) => {
    const { code, stdout } = await count(...args);
    expect(code).toBe(0);
    return JSON.parse(stdout);
  };

  test("those of a small export are right", async () => {
    expect(await figuresOf(everyday)).toEqual({
      // The newest is that of the like of Heat Haze, which was not seen.
      export: { asOf: "2024-03-14", newestDate: "2024-03-14" },
      // Undated are the other Quiet Harbour and Nameless Short; 1917 is not rated.
      films: { seen: 5, dated: 3, rated: 4, liked: 1 },
      viewings: {
        total: 5,
        // One flagged, and the second viewings of The Quiet Harbour and of Salt, Sugar, Smoke.
        rewatches: 3,
        first: "2024-01-01",
        last: "2024-03-08",
        bulkDays: 0,
      },
      ratings: {
        // (4.5 + 3 + 3 + 3.5) / 4: ratings.csv twice, the last viewing's, a review's.
        average: 3.5,
        histogram: {
          ...{ 0.5: 0, 1: 0, 1.5: 0, 2: 0, 2.5: 0 },
          ...{ 3: 2, 3.5: 1, 4: 0, 4.5: 1, 5: 0 },
        },
      },
      drift: {
        // The Quiet Harbour from 4 to 4.5, and Salt, Sugar, Smoke from 2.5 to 3.
        rewatched: { films: 2, up: 2, down: 0, same: 0, mean: 0.5 },
        // The Quiet Harbour alone is in both files.
        sinceLogged: { films: 1, up: 0, down: 0, same: 1, mean: 0 },
      },
      streaks: {
        longestDays: { length: 1, from: "2024-01-01", to: "2024-01-01" },
        // 1 January 2024 was a Monday.
        longestWeeks: { length: 1, from: "2024-01-01", to: "2024-01-07" },
        current: null,
      },
      // 26 days of January and 9 of February.
      longestGap: { days: 35, from: "2024-01-05", to: "2024-02-10" },
      years: [
        // (4 + 2.5 + 4.5 + 3) / 4
        { year: 2024, viewings: 5, films: 3, rewatches: 3, averageRating: 3.5 },
      ],
      mostSeen: [
        {
          ...{ name: "Salt, Sugar, Smoke", year: 2019, uri: "https://boxd.it/cD3" },
          viewings: 2,
        },
        { name: "The Quiet Harbour", year: 1961, uri: "https://boxd.it/aB1", viewings: 2 },
      ],
      // The Quiet Harbour; Heat Haze was not seen.
      likes: {
        byRating: {
          ...{ 0.5: 0, 1: 0, 1.5: 0, 2: 0, 2.5: 0 },
          ...{ 3: 0, 3.5: 0, 4: 0, 4.5: 1, 5: 0 },
        },
        unrated: 0,
      },
      doubleBills: { days: 1, most: 2, on: ["2024-03-08"] },
    });
  });

  test("quoting, line ends, an equal pair and unreadable fields change nothing else", async () => {
    const crlf = (lines: string[]) => lines.map((line) => `${line}\r\n`).join("");
    const watched = crlf([
      "Date,Name,Year,Letterboxd URI",
      '2024-01-05,"Tide, ""Low""",1999,https://boxd.it/aa1',
      "2024-01-05,Twins,2001,https://boxd.it/bb2",
      "2024-01-05,Twins,2001,https://boxd.it/BB2",
      "2024-01-05,Gone,,",
    ]);
    // As in 2017, without Rewatch; out of order, with a rating and a day that do not exist.
    const diary = [
      "Date,Name,Year,Letterboxd URI,Rating,Tags,Watched Date",
      "2024-01-03,Twins,2001,https://boxd.it/e3,5,,2024-01-02",
      "2024-01-02,Twins,2001,https://boxd.it/e1,2,,2023-12-31",
      "2024-01-02,Twins,2001,https://boxd.it/e2,4,,2024-01-01",
      '2024-01-03,"Tide, ""Low""",1999,https://boxd.it/e4,,"a, b",2024-01-02',
      "2024-01-07,Gone,,,3.25,,2024-02-30",
    ];
    const reviews = crlf([
      "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Review,Tags,Watched Date",
      '2024-01-03,"Tide, ""Low""",1999,https://boxd.it/e4,1.5,,"Wet,\r\n\r\n""very"".",,2024-01-02',
    ]);
    written("quirks/watched.csv", `\uFEFF${watched}`);
    written("quirks/diary.csv", diary.join("\n"));
    written("quirks/reviews.csv", reviews);
    const options = ["--date", "2024-01-03", "--bulk-day", "2"];
    expect(await figuresOf(join(home, "quirks"), ...options)).toMatchObject({
      export: { asOf: "2024-01-03", newestDate: "2024-01-03" },
      films: { seen: 4, dated: 3, rated: 3, liked: 0 },
      // The first Twins has the oldest viewing, the second the two others, of which one is again.
      viewings: { total: 4, rewatches: 1, first: "2023-12-31", last: "2024-01-02", bulkDays: 1 },
      ratings: { average: (2 + 5 + 1.5) / 3 },
      streaks: {
        longestDays: { length: 3, from: "2023-12-31", to: "2024-01-02" },
        // 31 December 2023 was a Sunday.
        longestWeeks: { length: 2, from: "2023-12-25", to: "2024-01-07" },
        current: { length: 3, from: "2023-12-31", to: "2024-01-02" },
      },
      longestGap: null,
      years: [
        { year: 2023, viewings: 1, films: 1, rewatches: 0, averageRating: 2 },
        { year: 2024, viewings: 3, films: 2, rewatches: 1, averageRating: 4.5 },
      ],
    });
  });
});

describe("what cannot be counted is said without a stack", () => {
  test.each([
    ["no folder", [], /^Usage: npm run count -- FOLDER/],
    ["a folder that is no export", ["test"], /^test holds none of watched\.csv, /],
    [
      "a summary that is not there",
      [everyday, "nowhere.json"],
      /^There is no file nowhere\.json\./,
    ],
    ["a summary that is not JSON", [everyday, "README.md"], /^README\.md is not JSON: /],
    ["a day that does not exist", [everyday, "--date", "2024-02-30"], /^2024-02-30 is not a day/],
    ["a cache without a summary", [everyday, "--cache", "cache"], /^--cache needs a SUMMARY/],
    ["a bulk day of 0", [everyday, "--bulk-day", "0"], /^--bulk-day 0 is not a whole number/],
    [
      "an unknown option",
      [everyday, "--days", "1"],
      /^There is no option --days\. The options are: --cache, --lists, --countries, --date, --bulk-day/,
    ],
  ])("%s", async (_, args, message) => {
    const { code, stdout, stderr } = await count(...args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(stackPattern);
  });

  test("a file without the columns of a download", async () => {
    written("renamed/diary.csv", "Date,Title,Year,Letterboxd URI,Watched Date\n");
    const { code, stderr } = await count(join(home, "renamed"));
    expect(code).toBe(1);
    expect(stderr).toBe("diary.csv has no column Name: use the export as downloaded.\n");
  });

  test("a row with a field too few", async () => {
    written("short/watched.csv", "Date,Name,Year,Letterboxd URI\n2024-01-05,Twins,2001\n");
    const { code, stderr } = await count(join(home, "short"));
    expect(code).toBe(1);
    expect(stderr).toBe("watched.csv: record 2 has not one field for each column.\n");
  });
});
