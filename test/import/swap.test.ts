import { mkdirSync, writeFileSync } from "node:fs";
import { rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { putBack, swapIn } from "../../src/import/swap.ts";
import { exists, lastExportOf } from "../../src/letterboxd/importFolder.ts";
import { fingerprint, listFiles } from "../support/owner.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const OWN = ["favourites.csv", "history.csv"];
const LAST = [
  ...OWN,
  "watched.csv",
  "profile.csv",
  "likes/films.csv",
  "lists/a.csv",
  "deleted/diary.csv",
];
const FRESH = [...OWN, "watched.csv", "ratings.csv", "likes/films.csv"];
const BESIDE = ["overrides.csv", "README.md", "sample/watched.csv", "notes/diary.csv"];

/** A data folder with an export and what else may lie there, and a new export that waits. */
function waiting(): string {
  const data = temporaryFolder();
  const put = (file: string, text: string) => {
    mkdirSync(dirname(join(data, file)), { recursive: true });
    writeFileSync(join(data, file), text);
  };
  for (const file of LAST) put(file, "last");
  for (const file of BESIDE) put(file, "beside");
  for (const file of FRESH) put(`.import/new/${file}`, "fresh");
  return data;
}

const outside = (data: string) => listFiles(data).filter((file) => !file.startsWith(".import"));

/** Moves as long as the process lives, which is so many moves. */
function mortal(moves: number): typeof rename {
  let left = moves;
  return async (from, to) => {
    left -= 1;
    if (left < 0) throw new Error("killed");
    await rename(from, to);
  };
}

/** Whether it came to its end before it was killed. */
const survives = (work: Promise<void>): Promise<boolean> =>
  work.then(
    () => true,
    (error: Error) => {
      if (error.message !== "killed") throw error;
      return false;
    },
  );

/** Names and contents without the folder of the import. */
async function withoutImport(data: string): Promise<string> {
  await rename(join(data, ".import"), join(temporaryFolder(), "aside"));
  return fingerprint(data);
}

test("the new files take the place of the whole last export and of nothing else", async () => {
  const data = waiting();
  await swapIn(data);
  expect(outside(data)).toEqual([...FRESH, ...BESIDE].sort());
  expect(await exists(lastExportOf(data))).toBe(false);
});

test("killed at any move, and again at any move of putting back, it loses nothing", async () => {
  const before = await withoutImport(waiting());
  const kills: [moves: number, more: number][] = [];
  for (let moves = 0; ; moves += 1) {
    const data = waiting();
    if (await survives(swapIn(data, { move: mortal(moves) }))) break;
    // What lies there is mixed as soon as anything was moved, and says so.
    expect(await exists(lastExportOf(data))).toBe(moves > 0);
    for (let more = 0; !(await survives(putBack(data, { move: mortal(more) }))); more += 1) {
      kills.push([moves, more]);
    }
    expect(await exists(lastExportOf(data))).toBe(false);
    expect(await withoutImport(data), `killed after ${moves} moves`).toBe(before);
  }
  // Seven parts go, all new ones are renamed at once, five parts come, the last export is dropped.
  expect(new Set(kills.map(([moves]) => moves)).size).toBeGreaterThanOrEqual(13);
});

test("a file put there by hand since is not written over", async () => {
  const data = waiting();
  await survives(swapIn(data, { move: mortal(1) }));
  writeFileSync(join(data, "watched.csv"), "by hand");
  await expect(putBack(data)).rejects.toThrow(`there is now another ${data}/watched.csv.`);
  await rename(join(data, "watched.csv"), join(data, "mine.csv"));
  await putBack(data);
  expect(outside(data)).toEqual([...LAST, ...BESIDE, "mine.csv"].sort());
});
