import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { WATCHED } from "../letterboxd/exportText.ts";
import { zipBytes } from "../letterboxd/zipBytes.ts";
import { runScript, stackPattern } from "../support/command.ts";
import { fingerprint } from "../support/owner.ts";
import { copyProject } from "../support/project.ts";

let home: string;
let project: ReturnType<typeof copyProject>;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "film-ledger-sample-"));
  project = copyProject({});
});
afterAll(() => {
  rmSync(home, { recursive: true });
  project.remove();
});

/** In a fresh clone, with a cache and a place for the site elsewhere. */
const run = (command: string, env: Record<string, string> = {}, args: string[] = []) =>
  runScript(command, {
    args: command === "build" ? ["--out", join(home, "site"), ...args] : args,
    env: { CACHE_DIR: join(home, "cache"), BUILD_DATE: "2026-11-20", OFFLINE: "1", ...env },
    root: project.root,
  });

async function refused(command: string, env?: Record<string, string>): Promise<string> {
  const args = command === "dev" ? ["--port", "0"] : [];
  const { code, stdout, stderr } = await run(command, env, args);
  expect(code, stderr).toBe(1);
  // Astro's server has a word of its own.
  if (command !== "dev") expect(stdout).toBe("");
  expect(stderr).not.toMatch(stackPattern);
  return stderr;
}

const photos = zipBytes([{ name: "one.txt", content: "no export" }]);
const inData = (name: string) => join(project.root, "data", name);

describe("a DATA_DIR that was named and holds no export", () => {
  beforeEach(() => mkdirSync(join(home, "empty"), { recursive: true }));
  const empty = () => ({ DATA_DIR: join(home, "empty") });

  test.each(["build", "enrich", "doctor", "dev"])("ends %s with what to do", async (command) => {
    expect(await refused(command, empty())).toContain(
      `DATA_DIR is ${join(home, "empty")}/, but there is no export in it.\nImport one: DATA_DIR=`,
    );
  });

  test("takes an import, after which there is one", async () => {
    const file = join(home, "mine.zip");
    const content = `${WATCHED}2024-01-01,Rope,1948,https://boxd.it/a\n`;
    writeFileSync(file, zipBytes([{ name: "./letterboxd-ida/watched.csv", content }]));
    expect(await run("import", empty(), [file])).toMatchObject({ code: 0 });
    expect(await run("enrich", empty())).toMatchObject({ code: 0 });
    rmSync(join(home, "empty"), { recursive: true });
  });
});

describe("without DATA_DIR, in a fresh clone", () => {
  const added = "mine.zip";
  afterEach(() => {
    for (const name of [added, "overrides.csv"]) rmSync(inData(name), { force: true });
  });

  test.each([{ DATA_DIR: "" }, { DATA_DIR: " ", CI: "true" }])(
    "the sample is taken with what it brings: %j",
    async (env) => {
      writeFileSync(inData("overrides.csv"), "Name,Year,Letterboxd URI,TMDB\nRope,2072,,none\n");
      const { code, stderr } = await run("enrich", env);
      expect({ code, stderr }).toEqual({
        code: 0,
        stderr:
          "No export in data/: the sample is used. To see your own: npm run import -- ~/Downloads/letterboxd-….zip\ndata/overrides.csv is ignored because it is for an export of your own.\nThe sample has its own metadata, so TMDB is not needed.\n",
      });
    },
  );

  test("doctor says that there is no export", async () => {
    const { code, stderr } = await run("doctor");
    expect(code).toBe(1);
    expect(stderr).toContain("There is no export in data/. The figures are those of the sample.");
  });

  test.each(["build", "enrich", "doctor", "dev"])(
    "%s ends when a zip lies there that cannot be used",
    async (command) => {
      writeFileSync(inData(added), photos);
      expect(await refused(command)).toContain(
        "There is no export in data/. What is there cannot be used:\ndata/mine.zip contains no watched.csv, ratings.csv or diary.csv.\n",
      );
    },
  );

  test.each(["build", "enrich", "doctor"])(
    "%s ends in GitHub Actions: no sample is published that nobody named",
    async (command) => {
      expect(await refused(command, { GITHUB_ACTIONS: "true" })).toContain(
        "There is no export in data/. In GitHub Actions the sample is built only if DATA_DIR names it.\nGit ignores zips",
      );
    },
  );
});

describe("with the sample for DATA_DIR", () => {
  test.each(["data/sample", "./data/sample/", "absolute"])(
    "it is the sample with its metadata, in GitHub Actions too: %s",
    async (name) => {
      const DATA_DIR = name === "absolute" ? inData("sample") : name;
      const env = { DATA_DIR, GITHUB_ACTIONS: "true" };
      const { code, stdout, stderr } = await run("doctor", env, ["--json"]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(JSON.parse(stdout)).toMatchObject({
        export: { kind: "sample" },
        films: { seen: 545, matched: 540, series: 3 },
      });
      expect(await run("enrich", env)).toMatchObject({ code: 0 });
    },
  );

  test("a copy of it elsewhere is an export like any other", async () => {
    cpSync("data/sample", join(home, "copy"), { recursive: true });
    const { code, stdout } = await run("doctor", { DATA_DIR: join(home, "copy") }, ["--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      export: { kind: "folder" },
      films: { seen: 545, matched: 0 },
    });
  });

  test("an import never takes its place", async () => {
    const before = fingerprint(inData("sample"));
    const { code, stderr } = await run("import", { DATA_DIR: "data/sample" }, [inData("sample")]);
    expect(code).toBe(1);
    expect(stderr).toContain(
      "DATA_DIR is data/sample, and an export never replaces the sample.\nLeave DATA_DIR out",
    );
    expect(fingerprint(inData("sample"))).toBe(before);
  });

  test("enrich --prune has nothing to keep, and deletes nothing", async () => {
    const { code, stderr } = await run("enrich", { DATA_DIR: "data/sample" }, ["--prune"]);
    expect(code).toBe(1);
    expect(stderr).toContain("--prune would delete everything.");
  });
});
