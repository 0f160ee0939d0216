import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lockDataDir } from "../../src/import/lockDataDir.ts";
import { Problem } from "../../src/problem.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

/** A data folder in which an import of this process id left its folder. */
function leftBy(pid: string): string {
  const data = temporaryFolder();
  mkdirSync(join(data, ".import/new"), { recursive: true });
  writeFileSync(join(data, ".import/new/watched.csv"), "half");
  writeFileSync(join(data, ".import/pid"), pid);
  return data;
}

test("makes the data folder, and takes it away again if nothing came into it", async () => {
  const data = join(temporaryFolder(), "a/data");
  const release = await lockDataDir(data);
  expect(readdirSync(data)).toEqual([".import"]);
  await release();
  expect(existsSync(data)).toBe(false);
});

test("a second import is refused while the first is at work, and told what to do", async () => {
  const data = leftBy(`${process.ppid}`);
  const second = lockDataDir(data);
  await expect(second).rejects.toBeInstanceOf(Problem);
  await expect(second).rejects.toMatchObject({
    message: `Another import is running (process ${process.ppid}).`,
    hint: expect.stringContaining(`delete the file ${data}/.import/pid`),
  });
  expect(existsSync(join(data, ".import/new/watched.csv"))).toBe(true);
});

test("a lock that is just being written counts as one", async () => {
  await expect(lockDataDir(leftBy(""))).rejects.toThrow("Another import is running.");
});

test.each([
  ["that was killed", () => `${spawnSync(process.execPath, ["-e", ""]).pid}`],
  ["that had our id, as in a container", () => `${process.pid}`],
])("what an import left %s is cleared away", async (_, pid) => {
  const data = leftBy(pid());
  const release = await lockDataDir(data);
  expect(readdirSync(join(data, ".import"))).toEqual(["pid"]);
  await release();
  expect(readdirSync(data)).toEqual([]);
});

test("without its lock file a left folder is anybody's", async () => {
  const data = temporaryFolder();
  mkdirSync(join(data, ".import/old"), { recursive: true });
  writeFileSync(join(data, ".import/old/watched.csv"), "last");
  await (await lockDataDir(data))();
  expect(readdirSync(data)).toEqual(["watched.csv"]);
});

test("of two that begin at once, one gets the folder", async () => {
  const data = temporaryFolder();
  const module = new URL("../../src/import/lockDataDir.ts", import.meta.url).href;
  const code = `
    const { lockDataDir } = await import(${JSON.stringify(module)});
    await lockDataDir(${JSON.stringify(data)});
    console.log("claimed");
    await new Promise((resolve) => setTimeout(resolve, 60_000));`;
  const children = [1, 2].map(() =>
    spawn(process.execPath, ["--input-type=module", "-e", code], {
      stdio: ["ignore", "pipe", "pipe"],
    }),
  );
  try {
    const outcomes = children.map(
      (child) =>
        new Promise<string>((resolve) => {
          child.stdout.once("data", () => resolve("claimed"));
          child.once("close", () => resolve("refused"));
        }),
    );
    expect((await Promise.all(outcomes)).sort()).toEqual(["claimed", "refused"]);
  } finally {
    for (const child of children) child.kill("SIGKILL");
  }
});
