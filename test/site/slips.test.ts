import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { runScript } from "../support/command.ts";

/** A diary of 151 days of 2025 with one slip into the past, one into the future and a bulk day. */
const days = Array.from({ length: 150 }, (_, i) =>
  new Date(Date.UTC(2025, 0, 1 + i)).toISOString().slice(0, 10),
);
const dates = [
  "1919-05-19",
  ...days,
  "2025-06-10",
  ...Array.from({ length: 40 }, () => "2025-07-01"),
  "2091-05-19",
  "2025-02-30",
];
const diary = [
  "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date",
  ...dates.map((day, i) => `2025-12-01,Film ${i},2000,https://boxd.it/e${i},4,,,${day}`),
];

let home: string;
let env: Record<string, string>;
let log: string;
const page = (path: string) =>
  parseHTML(readFileSync(join(home, "site", path, "index.html"), "utf8")).document;
const text = (path: string) => page(path).querySelector("main")?.textContent ?? "";
const charts = (path: string) =>
  [...page(path).querySelectorAll(".chart-wide svg")].map((svg) => svg.getAttribute("aria-label"));

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "film-ledger-slips-"));
  writeFileSync(join(home, "diary.csv"), `${diary.join("\r\n")}\r\n`);
  writeFileSync(
    join(home, "watched.csv"),
    "Date,Name,Year,Letterboxd URI\n2025-11-01,Four Nines,9999,https://boxd.it/n\n",
  );
  writeFileSync(
    join(home, "reviews.csv"),
    "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Review,Tags,Watched Date\n" +
      "2025-12-01,Film R,2000,https://boxd.it/eR,,,Words.,,2025-11-30\n",
  );
  env = { DATA_DIR: home, CACHE_DIR: join(home, "cache"), BUILD_DATE: "2026-01-01" };
  const outcome = await runScript("build", { args: ["--out", join(home, "site")], env });
  expect(outcome).toMatchObject({ code: 0 });
  log = outcome.stderr;
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

test("a slip into the past is a viewing and has a page of its year, one into the future neither", () => {
  const summary = JSON.parse(readFileSync(join(home, "site/data/summary.json"), "utf8"));
  expect(summary.viewings).toMatchObject({ total: 192, first: "1919-05-19", last: "2025-07-01" });
  expect(summary.films).toMatchObject({ seen: 196, dated: 192 });
  expect(text("timeline/1919")).toContain("Film 0");
  expect(text("diary/1919")).toContain("Film 0");
  expect(existsSync(join(home, "site/timeline/2091"))).toBe(false);
  expect(existsSync(join(home, "site/diary/2091"))).toBe(false);
  // Neither film was never logged: each has an entry.
  for (const film of ["film-192-2000", "film-193-2000"]) {
    expect(text(`films/${film}`)).toContain("You saw it on a day that is not known.");
  }
});

test("no decade is made of a year that no film has", () => {
  const summary = JSON.parse(readFileSync(join(home, "site/data/summary.json"), "utf8"));
  expect(summary.decades.map(({ name }: { name: string }) => name)).toEqual(["2000s"]);
  expect(text("films/four-nines")).toContain("Four Nines");
});

test("the log names a row whose day is still to come", () => {
  expect(log).toMatch(
    /diary\.csv, line 194: Watched Date "2091-05-19" is more than a day after this build of 2026-01-01/,
  );
});

describe("doctor", () => {
  const doctor = async (buildDate: string) =>
    (await runScript("doctor", { args: ["--all"], env: { ...env, BUILD_DATE: buildDate } })).stdout;

  test("knows one last day of logging, and names days and years that cannot be", async () => {
    const said = await doctor("2026-01-01");
    expect(said).not.toContain("newest entry");
    expect(said).toContain("(last logged 2025-12-01)");
    expect(said).toMatch(/^ {2}figures as of +2025-12-01$/m);
    expect(said).toMatch(/^ {2}still to come +1 row of diary\.csv, not counted as viewings$/m);
    const [odd = ""] = said.split("\nPublic\n");
    expect(odd).toContain(
      '! diary.csv, line 194: Watched Date "2091-05-19" is more than a day after this build of 2026-01-01',
    );
    expect(odd).toContain('! watched.csv, line 2: Year "9999" cannot be the year of a film');
  });

  test("calls the day of the figures and that of logging by different names where they differ", async () => {
    const folder = mkdtempSync(join(tmpdir(), "film-ledger-ahead-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(
      join(folder, "diary.csv"),
      `${diary[0]}\n2026-01-01,Film,2000,https://boxd.it/e1,4,,,2026-01-02\n`,
    );
    const { stdout } = await runScript("doctor", { env: { ...env, DATA_DIR: folder } });
    expect(stdout).toContain("(last logged 2026-01-01)");
    expect(stdout).toMatch(/^ {2}figures as of +2026-01-02$/m);
    expect(stdout).not.toContain("newest entry");
  });

  test("says of a build day before every entry that none has come, not that there is none", async () => {
    const said = await doctor("1900-01-01");
    expect(said).toContain("(last logged 2025-12-01)");
    expect(said).toContain(
      "194 rows have a Date more than a day after this build of 1900-01-01 (lines 2, 3, 4, 5, 6 and 189 more): that day is ignored.",
    );
    expect(said).not.toContain("newest entry");
    expect(said).toMatch(
      /^ {2}figures as of +1900-01-01, the build date: no entry has an earlier date$/m,
    );
    expect(said).toMatch(/^ {2}still to come +193 rows of diary\.csv, not counted as viewings$/m);
  });
});

test("a day that a review alone knows stands with its film and is no viewing", () => {
  const said = text("films/film-r-2000").replace(/\s+/g, " ");
  expect(said).toContain("You saw it on 30 November 2025, which is not in the diary.");
  expect(said).not.toContain("Words.");
});

test("no gap begins or ends on a slip", () => {
  const gaps = text("timeline").split("Days without a film")[1] ?? "";
  expect(gaps).toContain("between 30 May 2025 and 10 June 2025");
  expect(gaps).not.toMatch(/between .*(1919|2091)/);
});

test("the timeline has the calendar of the last year with a viewing", () => {
  expect(charts("timeline/2025")).toContain("Viewings per day of 2025");
  expect(charts("timeline")).toContain("Viewings per day of 2025");
});

test("the charts over time keep to the diary and say what they leave out", () => {
  const grid = page("timeline").querySelector('.chart-wide svg[aria-label="Viewings per month"]');
  expect(grid?.textContent).not.toMatch(/1919|2091/);
  expect(text("timeline")).toMatch(/1 viewing long before that, from 19 May 1919, was left out/);
  expect(text("timeline")).toMatch(
    /1 entry of the diary lies more than a day after 1 January 2026, when this site was built, and is no viewing/,
  );
});

test("the dashboard shows the diary without its slips", () => {
  const dashboard = text(".");
  expect(dashboard).not.toMatch(/1919|2091/);
  expect(dashboard).toContain("All of 2025");
});

test("a day that was filled in makes no month the fullest", () => {
  // July has 40, all of one day; January and March have 31 ordinary viewings each, so neither is.
  expect(text("timeline/2025")).not.toMatch(/fullest month/i);
});
