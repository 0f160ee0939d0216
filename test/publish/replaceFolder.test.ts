import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname } from "node:path";
import { expect, test } from "vitest";
import { quietLog } from "../../src/log.ts";
import { writeFileList } from "../../src/publish/builtFiles.ts";
import { removeLeftovers, replaceFolder } from "../../src/publish/replaceFolder.ts";
import { lend, orSkipped, plainUser, whyNoPlainUser } from "../support/plainUser.ts";
import { recordingLog } from "../support/recordingLog.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

/** A folder like a site, told by what its pages say, with the list of its files. */
async function makeSite(folder: string, text: string, more: string[] = []): Promise<string> {
  for (const file of ["data/summary.json", "index.html", "films/a/index.html", ...more]) {
    mkdirSync(dirname(`${folder}/${file}`), { recursive: true });
    writeFileSync(`${folder}/${file}`, text);
  }
  await writeFileList(folder);
  return folder;
}

const saysOf = (folder: string) => readFileSync(`${folder}/index.html`, "utf8");
const beside = (target: string) =>
  readdirSync(dirname(target)).filter((name) => name !== basename(target));

/** What people keep in the folder of a site. */
const own = {
  ".git/HEAD": "ref: refs/heads/gh-pages",
  ".git/objects/ab/cd": "an object",
  CNAME: "films.example.org",
  ".nojekyll": "",
  "films/a/mine.html": "among ours",
  "notes/2026/a.txt": "a folder of its own",
};

function addOwn(folder: string): void {
  for (const [file, text] of Object.entries(own)) {
    mkdirSync(dirname(`${folder}/${file}`), { recursive: true });
    writeFileSync(`${folder}/${file}`, text);
  }
  symlinkSync("/nowhere", `${folder}/link`);
}

function expectOwn(folder: string): void {
  for (const [file, text] of Object.entries(own)) {
    expect(readFileSync(`${folder}/${file}`, "utf8"), file).toBe(text);
  }
  expect(lstatSync(`${folder}/link`).isSymbolicLink()).toBe(true);
}

test("the new folder replaces the last, and no temporary folder remains", async () => {
  const root = temporaryFolder();
  const target = await makeSite(`${root}/dist`, "old", ["only-old.html", "gone/deep/index.html"]);
  await replaceFolder(target, await makeSite(`${root}/fresh`, "new"), quietLog);
  expect(saysOf(target)).toBe("new");
  expect(readdirSync(target).sort()).toEqual([".film-ledger-files", "data", "films", "index.html"]);
  expect(beside(target)).toEqual([]);
});

test("everything that no build wrote stays, in every folder", async () => {
  const root = temporaryFolder();
  const target = await makeSite(`${root}/dist`, "old");
  addOwn(target);
  for (const text of ["new", "newer"]) {
    await replaceFolder(target, await makeSite(`${root}/fresh`, text), quietLog);
    expect(saysOf(target)).toBe(text);
    expectOwn(target);
  }
  expect(beside(target)).toEqual([]);
});

test("the owner's files stay in a folder that the new site no longer has", async () => {
  const root = temporaryFolder();
  const target = await makeSite(`${root}/dist`, "old", ["films/gone/index.html"]);
  writeFileSync(`${target}/films/gone/mine.txt`, "mine");
  await replaceFolder(target, await makeSite(`${root}/fresh`, "new"), quietLog);
  expect(readdirSync(`${target}/films/gone`)).toEqual(["mine.txt"]);
});

test("a site without a list of files is replaced, and unknown files stay", async () => {
  const root = temporaryFolder();
  const made = ["_astro/a.js", "posters/w154/a.jpg", "people/b-1/index.html", "about/index.html"];
  const target = await makeSite(`${root}/dist`, "old", [...made, "humans.txt"]);
  rmSync(`${target}/.film-ledger-files`);
  writeFileSync(`${target}/data/summary.json`, '{"export":{},"films":{}}');
  addOwn(target);
  await replaceFolder(target, await makeSite(`${root}/fresh`, "new", ["humans.txt"]), quietLog);
  expectOwn(target);
  for (const file of made) expect(existsSync(`${target}/${file}`), file).toBe(false);
  // Both sites have it, so that it is no owner's.
  expect(readFileSync(`${target}/humans.txt`, "utf8")).toBe("new");
  expect(beside(target)).toEqual([]);
});

test.each(["robots.txt", "blog/index.html"])(
  "%s, the owner's, is not replaced by one of the new site",
  async (file) => {
    const root = temporaryFolder();
    const target = await makeSite(`${root}/dist`, "old");
    mkdirSync(dirname(`${target}/${file}`), { recursive: true });
    writeFileSync(`${target}/${file}`, "mine");
    const fresh = await makeSite(`${root}/fresh`, "new", [file]);
    const [top] = file.split("/");
    await expect(replaceFolder(target, fresh, quietLog)).rejects.toThrow(
      `The new site has ${top} too`,
    );
    expect(saysOf(target)).toBe("old");
    expect(readFileSync(`${target}/${file}`, "utf8")).toBe("mine");
    expect(beside(target)).toEqual(["fresh"]);
  },
);

test("a list that somebody wrote into removes nothing elsewhere", async () => {
  const root = temporaryFolder();
  const target = await makeSite(`${root}/dist`, "old");
  for (const name of ["a", "b"]) writeFileSync(`${root}/${name}`, "precious");
  writeFileSync(`${target}/.film-ledger-files`, `../a\n${root}/b\nfilms/../../a\nindex.html\n`);
  await replaceFolder(target, await makeSite(`${root}/fresh`, "new"), quietLog).catch(String);
  expect(beside(target)).toEqual(expect.arrayContaining(["a", "b"]));
});

test("the folder and the one around it may be missing", async () => {
  const root = temporaryFolder();
  await replaceFolder(`${root}/public/site`, await makeSite(`${root}/fresh`, "new"), quietLog);
  expect(saysOf(`${root}/public/site`)).toBe("new");
});

test("without a fresh folder the last one stays", async () => {
  const root = temporaryFolder();
  const target = await makeSite(`${root}/dist`, "old");
  await expect(replaceFolder(target, `${root}/nothing`, quietLog)).rejects.toThrow("ENOENT");
  expect(saysOf(target)).toBe("old");
  expect(beside(target)).toEqual([]);
});

/** Of replaceFolder and of the log, as code of another process names them. */
const moduleAddresses = () =>
  ["publish/replaceFolder.ts", "log.ts"].map((file) =>
    JSON.stringify(new URL(`../../src/${file}`, import.meta.url).href),
  );

/** Starts a process that puts so many fresh sites in the place of `target`, one after another. */
async function startReplacing(target: string, name: string, times: number) {
  const root = dirname(target);
  for (let i = 0; i < times; i += 1) await makeSite(`${root}/fresh/${name}-${i}`, name);
  const [replacing, logging] = moduleAddresses();
  const code = `
    const { replaceFolder } = await import(${replacing});
    const { stderrLog } = await import(${logging});
    process.stdout.write("ready");
    for (let i = 0; i < ${times}; i++)
      await replaceFolder(${JSON.stringify(target)}, ${JSON.stringify(`${root}/fresh/${name}-`)} + i, stderrLog);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  const ended = once(child, "close").then(([exitCode]) => ({ exitCode, errors }));
  return { child, ready: once(child.stdout, "data"), ended };
}

test("of two processes at once one stays, whole, neither fails, and nothing of the owner's is lost", async () => {
  const root = temporaryFolder();
  const target = await makeSite(`${root}/dist`, "old");
  addOwn(target);
  const runs = ["one", "two"].map((name) => startReplacing(target, name, 30));
  for (const { ended } of await Promise.all(runs)) {
    expect(await ended).toEqual({ exitCode: 0, errors: "" });
  }
  expect(["one", "two"]).toContain(saysOf(target));
  expect(readFileSync(`${target}/data/summary.json`, "utf8")).toBe(saysOf(target));
  expectOwn(target);
  expect(beside(target)).toEqual(["fresh"]);
});

/** Replaces the folder in a process that kills itself before its n-th change of the disk, from 0. */
function replaceAndDie(target: string, fresh: string, step: number) {
  const [replacing, logging] = moduleAddresses();
  const code = `
    const { default: files } = await import("node:fs/promises");
    let left = ${step};
    for (const name of ["cp", "mkdir", "rename", "rm", "rmdir", "unlink"]) {
      const change = files[name];
      files[name] = (...args) => {
        if (left === 0) process.kill(process.pid, "SIGKILL");
        left -= 1;
        return change(...args);
      };
    }
    (await import("node:module")).syncBuiltinESMExports();
    const { replaceFolder } = await import(${replacing});
    const { stderrLog } = await import(${logging});
    await replaceFolder(${JSON.stringify(target)}, ${JSON.stringify(fresh)}, stderrLog);`;
  const { status, signal, stderr } = spawnSync(
    process.execPath,
    ["--input-type=module", "-e", code],
    { encoding: "utf8" },
  );
  return { status, signal, stderr };
}

test("killed before any change it makes, the last site or the next is there in the end, whole, with all of the owner's", async () => {
  const seen: string[] = [];
  for (let step = 0; ; step += 1) {
    const root = temporaryFolder();
    const target = await makeSite(`${root}/dist`, "old", ["only-old.html"]);
    addOwn(target);
    const fresh = await makeSite(`${root}/fresh`, "new", ["only-new.html"]);
    const { status, signal, stderr } = replaceAndDie(target, fresh, step);
    const isDone = status === 0;
    expect({ signal, stderr }).toEqual({ signal: isDone ? null : "SIGKILL", stderr: "" });
    await removeLeftovers(target, quietLog);
    const text = saysOf(target);
    seen.push(text);
    expect(readFileSync(`${target}/data/summary.json`, "utf8")).toBe(text);
    expect(readFileSync(`${target}/films/a/index.html`, "utf8")).toBe(text);
    expect(readdirSync(target).filter((name) => name.startsWith("only"))).toEqual([
      `only-${text}.html`,
    ]);
    expectOwn(target);
    expect(beside(target).filter((name) => name !== "fresh")).toEqual([]);
    if (isDone) break;
  }
  // Once the next site is there it stays.
  expect(seen.length).toBeGreaterThan(10);
  expect(seen).toEqual([...seen].sort().reverse());
  expect(new Set(seen)).toEqual(new Set(["old", "new"]));
});

/** The id of a process that has ended. */
const deadPid = () => spawnSync(process.execPath, ["-e", ""]).pid;

test("what a killed process left is removed, what a living one is at work on stays", async () => {
  const root = temporaryFolder();
  const target = await makeSite(`${root}/dist`, "last");
  await makeSite(`${root}/dist.film-ledger-new-${deadPid()}-0123abcd`, "half");
  await makeSite(`${root}/dist.film-ledger-old-${deadPid()}-0123abcd`, "older");
  await makeSite(`${root}/dist.film-ledger-new-${process.ppid}-0123abcd`, "at work");
  await makeSite(`${root}/dist.new-design`, "the owner's");
  await removeLeftovers(target, quietLog);
  expect(saysOf(target)).toBe("last");
  expect(beside(target).sort()).toEqual(
    [`dist.film-ledger-new-${process.ppid}-0123abcd`, "dist.new-design"].sort(),
  );
});

test("a folder of the owner's that is called much the same stays as it is", async () => {
  const root = temporaryFolder();
  const target = await makeSite(`${root}/dist`, "last");
  for (const name of ["dist.old-2024", "dist.new-2026", `dist.old-${process.pid}`]) {
    mkdirSync(`${root}/${name}`);
    writeFileSync(`${root}/${name}/diary.txt`, name);
  }
  await removeLeftovers(target, quietLog);
  await replaceFolder(target, await makeSite(`${root}/fresh`, "new"), quietLog);
  for (const name of ["dist.old-2024", "dist.new-2026", `dist.old-${process.pid}`]) {
    expect(readFileSync(`${root}/${name}/diary.txt`, "utf8")).toBe(name);
  }
  expect(existsSync(`${target}/diary.txt`)).toBe(false);
});

test("a process killed between its two renames gets the last site back", async () => {
  const root = temporaryFolder();
  await makeSite(`${root}/dist.film-ledger-old-${deadPid()}-0123abcd`, "last");
  await removeLeftovers(`${root}/dist`, quietLog);
  expect(saysOf(`${root}/dist`)).toBe("last");
});

test("what a killed process had not yet brought over follows, save where there is something by now", async () => {
  const root = temporaryFolder();
  const target = await makeSite(`${root}/dist`, "last");
  const old = await makeSite(`${root}/dist.film-ledger-old-${deadPid()}-0123abcd`, "older");
  writeFileSync(`${old}/CNAME`, "films.example.org");
  writeFileSync(`${old}/robots.txt`, "older");
  writeFileSync(`${target}/robots.txt`, "newer");
  const log = recordingLog();
  await removeLeftovers(target, log);
  expect(readFileSync(`${target}/CNAME`, "utf8")).toBe("films.example.org");
  expect(readFileSync(`${target}/robots.txt`, "utf8")).toBe("newer");
  expect(readdirSync(old)).toEqual(["robots.txt"]);
  expect(log.lines).toEqual([
    expect.stringMatching(/holds files of yours that could not be moved back: robots\.txt\.$/),
  ]);
});

test.skipIf(whyNoPlainUser !== null)(
  orSkipped(
    "of what is the owner's in a leftover all follows that may, and the log names the rest",
    whyNoPlainUser,
  ),
  async () => {
    const root = temporaryFolder();
    const target = await makeSite(`${root}/dist`, "last");
    const old = await makeSite(`${root}/dist.film-ledger-old-${deadPid()}-0123abcd`, "older");
    mkdirSync(`${old}/.git`);
    writeFileSync(`${old}/.git/HEAD`, "ref: refs/heads/gh-pages");
    writeFileSync(`${old}/CNAME`, "films.example.org");
    lend(root, { except: [`${old}/.git`] });
    chmodSync(`${old}/.git`, 0o555);
    const [replacing, logging] = moduleAddresses();
    const code = `
      const { removeLeftovers } = await import(${replacing});
      const { stderrLog } = await import(${logging});
      await removeLeftovers(${JSON.stringify(target)}, stderrLog);`;
    const { stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
      encoding: "utf8",
      ...(plainUser !== undefined && { uid: plainUser, gid: plainUser }),
    });
    chmodSync(`${old}/.git`, 0o755);
    expect(stderr).toMatch(
      /holds files of yours that could not be moved back: \.git\. You have no/,
    );
    expect(stderr).not.toContain("can go");
    expect(readFileSync(`${target}/CNAME`, "utf8")).toBe("films.example.org");
    expect(readFileSync(`${old}/.git/HEAD`, "utf8")).toContain("gh-pages");
  },
);

test("leftovers of a process that had our id are not ours: a container gives it out again", async () => {
  const root = temporaryFolder();
  const target = await makeSite(`${root}/dist`, "last");
  await makeSite(`${root}/dist.film-ledger-old-${process.pid}-0123abcd`, "older");
  await makeSite(`${root}/dist.film-ledger-new-${process.pid}-0123abcd`, "half");
  await removeLeftovers(target, quietLog);
  await replaceFolder(target, await makeSite(`${root}/fresh`, "new"), quietLog);
  expect(saysOf(target)).toBe("new");
  expect(beside(target)).toEqual([]);
});
