import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runScript } from "./command.ts";

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
];
const diary = [
  "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date",
  ...dates.map((day, i) => `2025-12-01,Film ${i},2000,https://boxd.it/e${i},4,,,${day}`),
];

let home: string;
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
    join(home, "reviews.csv"),
    "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Review,Tags,Watched Date\n" +
      "2025-12-01,Film R,2000,https://boxd.it/eR,,,Words.,,2025-11-30\n",
  );
  const env = { DATA_DIR: home, CACHE_DIR: join(home, "cache"), BUILD_DATE: "2026-01-01" };
  const outcome = await runScript("build", { args: ["--out", join(home, "site")], env });
  expect(outcome).toMatchObject({ code: 0 });
  log = outcome.stderr;
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

test("a slip into the past is a viewing and has a page of its year, one into the future neither", () => {
  const summary = JSON.parse(readFileSync(join(home, "site/data/summary.json"), "utf8"));
  expect(summary.viewings).toMatchObject({ total: 192, first: "1919-05-19", last: "2025-07-01" });
  expect(summary.films).toMatchObject({ seen: 194, dated: 192 });
  expect(text("timeline/1919")).toContain("Film 0");
  expect(existsSync(join(home, "site/timeline/2091"))).toBe(false);
  expect(text("films/film-192-2000")).toContain("Film 192");
});

test("the log names a row whose day is still to come", () => {
  expect(log).toMatch(/diary\.csv, line 194: Watched Date "2091-05-19" lies after 2026-01-01/);
});

test("a day that a review alone knows stands with its film and is no viewing", () => {
  const said = text("films/film-r-2000").replace(/\s+/g, " ");
  expect(said).toContain("Seen on 30 November 2025, which is not in the diary.");
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
  expect(text("timeline")).toMatch(/1 entry of the diary with a later day is no viewing/);
});

test("the dashboard shows the diary without its slips", () => {
  const dashboard = text(".");
  expect(dashboard).not.toMatch(/1919|2091/);
  expect(dashboard).toContain("All of 2025");
});

test("a day that was filled in makes no month the fullest", () => {
  // January and March have 31 ordinary viewings each; July has 40, all of one day.
  expect(text("timeline/2025").replace(/\s+/g, " ")).toMatch(/Fullest month January 31 viewings/);
});
