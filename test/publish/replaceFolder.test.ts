import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { expect, test } from "vitest";
import { refuseForeignFolder, replaceFolder, tidyUp } from "../../src/publish/replaceFolder.ts";
import { temporaryFolder } from "../tmdb/world.ts";

/** A folder like a site, told by what its pages say. */
function makeSite(folder: string, text: string): string {
  mkdirSync(`${folder}/data`, { recursive: true });
  writeFileSync(`${folder}/data/summary.json`, text);
  writeFileSync(`${folder}/index.html`, text);
  return folder;
}

const saysOf = (folder: string) => readFileSync(`${folder}/index.html`, "utf8");
const beside = (target: string) =>
  readdirSync(dirname(target)).filter((name) => name !== basename(target));

test("the fresh folder takes the place of the last, and nothing is left beside it", async () => {
  const root = temporaryFolder();
  const target = makeSite(`${root}/dist`, "old");
  writeFileSync(`${target}/only-old.html`, "old");
  await replaceFolder(target, makeSite(`${root}/fresh`, "new"));
  expect(saysOf(target)).toBe("new");
  expect(existsSync(`${target}/only-old.html`)).toBe(false);
  expect(beside(target)).toEqual([]);
});

test("the place need not be there, nor the folder around it", async () => {
  const root = temporaryFolder();
  await replaceFolder(`${root}/public/site`, makeSite(`${root}/fresh`, "new"));
  expect(saysOf(`${root}/public/site`)).toBe("new");
});

test("without a fresh folder the last one stays", async () => {
  const root = temporaryFolder();
  const target = makeSite(`${root}/dist`, "old");
  await expect(replaceFolder(target, `${root}/nothing`)).rejects.toThrow("ENOENT");
  expect(saysOf(target)).toBe("old");
  expect(beside(target)).toEqual([]);
});

test("of two processes at once one stays, whole, and neither fails", async () => {
  const root = temporaryFolder();
  const target = makeSite(`${root}/dist`, "old");
  const module = new URL("../../src/publish/replaceFolder.ts", import.meta.url).href;
  const runs = ["one", "two"].map(async (name) => {
    for (let i = 0; i < 30; i += 1) makeSite(`${root}/fresh/${name}-${i}`, name);
    const code = `
      const { replaceFolder } = await import(${JSON.stringify(module)});
      for (let i = 0; i < 30; i += 1)
        await replaceFolder(${JSON.stringify(target)}, ${JSON.stringify(`${root}/fresh/${name}-`)} + i);`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", code], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    let errors = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      errors += text;
    });
    const [exitCode] = await once(child, "close");
    return { exitCode, errors };
  });
  for (const { exitCode, errors } of await Promise.all(runs)) {
    expect({ exitCode, errors }).toMatchObject({ exitCode: 0 });
  }
  expect(["one", "two"]).toContain(saysOf(target));
  expect(readFileSync(`${target}/data/summary.json`, "utf8")).toBe(saysOf(target));
  expect(beside(target)).toEqual(["fresh"]);
});

/** The id of a process that has ended. */
const deadPid = () => spawnSync(process.execPath, ["-e", ""]).pid;

test("what a killed process left is removed, what a living one is at work on stays", async () => {
  const root = temporaryFolder();
  const target = makeSite(`${root}/dist`, "last");
  makeSite(`${root}/dist.new-${deadPid()}`, "half");
  makeSite(`${root}/dist.old-${deadPid()}`, "older");
  makeSite(`${root}/dist.new-${process.ppid}`, "at work");
  makeSite(`${root}/dist.new-design`, "the owner's");
  await tidyUp(target);
  expect(saysOf(target)).toBe("last");
  expect(beside(target).sort()).toEqual([`dist.new-${process.ppid}`, "dist.new-design"].sort());
});

test("a process killed between its two renames gets the last site back", async () => {
  const root = temporaryFolder();
  makeSite(`${root}/dist.old-${deadPid()}`, "last");
  await tidyUp(`${root}/dist`);
  expect(saysOf(`${root}/dist`)).toBe("last");
});

test("leftovers of a process that had our id are not ours: a container gives it out again", async () => {
  const root = temporaryFolder();
  const target = makeSite(`${root}/dist`, "last");
  makeSite(`${root}/dist.old-${process.pid}`, "older");
  makeSite(`${root}/dist.new-${process.pid}`, "half");
  await tidyUp(target);
  await replaceFolder(target, makeSite(`${root}/fresh`, "new"));
  expect(saysOf(target)).toBe("new");
  expect(beside(target)).toEqual([]);
});

test("a folder that holds something else than a site is not thrown away", async () => {
  const root = temporaryFolder();
  mkdirSync(`${root}/photos`);
  writeFileSync(`${root}/photos/a.jpg`, "");
  await expect(refuseForeignFolder(`${root}/photos`)).rejects.toThrow("something else than a site");
  mkdirSync(`${root}/empty`);
  makeSite(`${root}/dist`, "old");
  for (const name of ["empty", "missing", "dist"]) await refuseForeignFolder(`${root}/${name}`);
});
