import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

let repository: string;

beforeAll(() => {
  repository = mkdtempSync(join(tmpdir(), "film-ledger-ignored-"));
  spawnSync("git", ["init", "--quiet"], { cwd: repository });
  copyFileSync(".gitignore", join(repository, ".gitignore"));
});
afterAll(() => rmSync(repository, { recursive: true }));

/** Whether git leaves the file out of `git add`: `check-ignore` ends with 0 if so, with 1 if not. */
const isIgnored = (path: string): boolean => {
  const { status } = spawnSync("git", ["check-ignore", "--quiet", path], { cwd: repository });
  if (status !== 0 && status !== 1) throw new Error(`git check-ignore ended with ${status}`);
  return status === 0;
};

test.each([
  "data/profile.csv",
  "data/comments.csv",
  "data/letterboxd-ida-2024-03-15-10-00-utc.zip",
  "data/letterboxd-ida/deleted/diary.csv",
  "data/deleted/reviews.csv",
  "data/.import/new/watched.csv",
  "data/letterboxd-ida/profile.csv",
  "data/Letterboxd-Ida.ZIP",
  "data/in/letterboxd.Zip",
  "data/PROFILE.CSV",
  "data/Comments.csv",
  "data/Deleted/diary.csv",
  ".env",
])("git ignores %s, which no public repository should hold", (path) => {
  expect(isIgnored(path)).toBe(true);
});

test.each([
  "data/watched.csv",
  "data/overrides.csv",
  "data/letterboxd-ida/likes/films.csv",
  "data/sample/deleted/diary.csv",
  "data/sample/watched.csv",
])("git keeps %s", (path) => {
  expect(isIgnored(path)).toBe(false);
});
