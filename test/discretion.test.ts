import { expect, test } from "vitest";
import { logOfFiles, quotingNothing } from "../src/discretion.ts";
import { Problem } from "../src/problem.ts";
import { readSettings } from "../src/settings.ts";
import { recordingLog } from "./support/recordingLog.ts";

/** The problem as told with these settings. */
async function told(problem: Problem, env: Record<string, string>): Promise<string> {
  const settings = readSettings({ config: {}, env, root: "/nonexistent" });
  const error = await quotingNothing(settings, () => Promise.reject(problem)).catch((e) => e);
  return `${error.message} ${error.hint}`;
}

const onGitHub = { GITHUB_ACTIONS: "true" };

test.each([
  [
    "data/letterboxd-ida_l-2026-11-20-10-05-utc.zip: it is no zip.",
    "data/the export: it is no zip.",
  ],
  [
    "data/letterboxd-ida-2026-11-20-10-05-utc (1).zip and data/letterboxd-ida-2025-01-02-03-04-utc/diary.csv",
    "data/the export and data/the export/diary.csv",
  ],
  ["lists/my-secret-list.csv, line 3: no Name.", "lists/….csv, line 3: no Name."],
  ["data/lists/my secret list.csv and lists/b.csv", "data/lists/….csv and lists/….csv"],
  ['diary.csv, line 2: "Ran" on 2024-03-01', 'diary.csv, line 2: "…" on …'],
])("a log that all can read has %j without names", async (text, expected) => {
  const problem = new Problem(text, { hint: text });
  expect(await told(problem, onGitHub)).toBe(`${expected} ${expected}`);
  expect(await told(problem, { ...onGitHub, PUBLISH: "all" })).toBe(`${text} ${text}`);
  expect(await told(problem, {})).toBe(`${text} ${text}`);
});

/** What the log gets of complaints about several files and of a warning, with these settings. */
function toldOfFiles(env: Record<string, string>): string[] {
  const log = recordingLog();
  const own = logOfFiles(readSettings({ config: {}, env, root: "/nonexistent" }), log);
  const about = (file: string, line: number | null, kind: string, message: string) => ({
    ...{ file, line, kind, message },
    level: "warning" as const,
  });
  own.complain([
    about("diary.csv", 9, "an unreadable Rating", "Rating “x” of Ran"),
    about("lists/secret.csv", 4, "an address outside Letterboxd", "https://secret.example"),
    about("/home/ida/overrides.csv", null, "a page that TMDB does not have", "Heat (1995)"),
    { level: "note", file: "diary.csv", line: 1, message: "Nothing to act on." },
  ]);
  own.complain([about("diary.csv", 3, "an unreadable Rating", "Rating “y” of Heat")]);
  own.complain(
    ["lists/one.csv", "lists/two.csv"].map((file) => about(file, 4, "an empty Name", "No Name")),
  );
  own.warn("Not used: ida.zip");
  own.end();
  return log.lines;
}

test("such a log gets file, line and kind of each warning, with equal kinds together", () => {
  const closing =
    "Details of these warnings are left out of this log, because others may be able to read it. At home, npm run doctor shows them.";
  expect(toldOfFiles(onGitHub)).toEqual([
    "diary.csv, lines 3 and 9: an unreadable Rating.",
    "lists/….csv, line 4: an address outside Letterboxd.",
    "overrides.csv: a page that TMDB does not have.",
    "lists/….csv in 2 files: an empty Name.",
    "1 warning about which export is taken.",
    closing,
  ]);
  expect(toldOfFiles({ ...onGitHub, PUBLISH: "lists" })).toContain(
    "lists/secret.csv, line 4: an address outside Letterboxd.",
  );
});

test("at home, and where all is published, they are told as they are", () => {
  const all = [
    "diary.csv, line 9: Rating “x” of Ran",
    "lists/secret.csv, line 4: https://secret.example",
    "/home/ida/overrides.csv: Heat (1995)",
    "diary.csv, line 3: Rating “y” of Heat",
    "lists/one.csv, line 4: No Name",
    "lists/two.csv, line 4: No Name",
    "Not used: ida.zip",
  ];
  expect(toldOfFiles({})).toEqual(all);
  expect(toldOfFiles({ ...onGitHub, PUBLISH: "all" })).toEqual(all);
});
