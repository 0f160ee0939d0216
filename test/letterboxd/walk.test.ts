import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { walkFolders } from "../../src/letterboxd/walk.ts";
import { Problem } from "../../src/problem.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "film-ledger-walk-"));
});
afterEach(() => rmSync(root, { recursive: true }));

const make = (...paths: string[]) => {
  for (const path of paths) mkdirSync(join(root, path), { recursive: true });
};
const fail = (path: string) => expect.unreachable(path);

test("the outermost folders come first, five deep, and the rest is named", async () => {
  make("a/b/c/d/e/f/g", "a/lists", "canon/x", "z", ".git/x", "z/node_modules/x", "z/__MACOSX");
  const { folders, unsearched } = await walkFolders(root, { fail });
  expect(folders.map(({ path }) => relative(root, path))).toEqual([
    "",
    "a",
    "z",
    "a/b",
    "a/b/c",
    "a/b/c/d",
    "a/b/c/d/e",
  ]);
  expect(unsearched.map(({ path, why }) => [relative(root, path), why])).toEqual([
    ["canon", "canon"],
    ["a/lists", "part"],
    ["a/b/c/d/e/f", "depth"],
  ]);
});

test("links in a circle end", async () => {
  make("a");
  symlinkSync(root, join(root, "a/back"));
  expect((await walkFolders(root, { fail })).folders).toHaveLength(2);
});

test("more folders than anybody keeps exports in are a problem", async () => {
  make("a", "b", "c/d");
  expect((await walkFolders(root, { fail, maxFolders: 5 })).folders).toHaveLength(5);
  const walking = walkFolders(root, { fail, maxFolders: 4 });
  await expect(walking).rejects.toBeInstanceOf(Problem);
  await expect(walking).rejects.toThrow(`${root} has over 4 folders in it`);
});
