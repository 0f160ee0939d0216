import { expect, test } from "vitest";
import { quotingNothing } from "../src/discretion.ts";
import { Problem } from "../src/problem.ts";
import { readSettings } from "../src/settings.ts";

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
