import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Outcome, runScript, stackPattern } from "../support/command.ts";
import { keepFirstFilms } from "../support/owner.ts";
import { isRoot, lend, plainUser, whyNoPlainUser } from "../support/plainUser.ts";
import { copyProject } from "../support/project.ts";

// What may be where dist/ is to be. What is refused, and how, is tested in test/publish/.

const project = copyProject({}, { hasOwnModules: true });
const { root } = project;
const dist = join(root, "dist");

beforeAll(() => {
  mkdirSync(join(root, "data"), { recursive: true });
  copyFileSync("data/sample/watched.csv", join(root, "data/watched.csv"));
  keepFirstFilms(join(root, "data"), 2);
});

beforeEach(() => rmSync(dist, { recursive: true, force: true }));
afterAll(() => project.remove());

const build = (user?: number): Promise<Outcome> => runScript("build", { root, user });

function expectRefusal({ code, stderr }: Outcome, message: RegExp): void {
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(stackPattern);
  expect(code).toBe(1);
  expect(readdirSync(root).filter((name) => name.startsWith("dist."))).toEqual([]);
}

test("a build keeps what the owner has in dist/, and check:site looks at nothing of it", async () => {
  mkdirSync(join(dist, ".git"), { recursive: true });
  writeFileSync(join(dist, ".git/HEAD"), "ref: refs/heads/gh-pages\n");
  writeFileSync(join(dist, "CNAME"), "films.example.org\n");
  for (let i = 0; i < 2; i += 1) {
    expect(await build()).toMatchObject({ code: 0 });
    mkdirSync(join(dist, "notes"), { recursive: true });
    writeFileSync(join(dist, "notes/index.html"), "<p>No title, and <a href=/no>no page</a>");
  }
  expect(readFileSync(join(dist, ".git/HEAD"), "utf8")).toContain("gh-pages");
  expect(readFileSync(join(dist, "CNAME"), "utf8")).toBe("films.example.org\n");
  expect(await runScript("checkSite", { root })).toMatchObject({ code: 0 });
  rmSync(join(dist, "films/index.html"));
  expectRefusal(await runScript("checkSite", { root }), /films\/index\.html is missing/);
});

test("what can get no site is told of in a sentence, and the next build writes through a link", async () => {
  const www = join(root, "www");
  symlinkSync(www, dist);
  expectRefusal(await build(), /dist is a link that does not lead to a folder/);
  mkdirSync(www);
  expect(await build()).toMatchObject({ code: 0 });
  expect(JSON.parse(readFileSync(join(www, "data/films.json"), "utf8"))).toHaveLength(2);
});

test("after a build with sudo the next one says whose dist/ is, and works once it is given back", async ({
  skip,
}) => {
  skip(!isRoot, "only root can make folders of two users");
  skip(whyNoPlainUser !== null, whyNoPlainUser ?? "");
  expect(await build()).toMatchObject({ code: 0 });
  lend(root, { except: [dist] });
  const before = readFileSync(join(dist, "index.html"));
  expectRefusal(await build(plainUser), /You have no permission to change dist\. The last site/);
  expect(readFileSync(join(dist, "index.html"))).toEqual(before);

  // What was left by earlier builds with sudo holds nobody up.
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  const leftover = join(root, `dist.film-ledger-old-${pid}-0123abcd`);
  mkdirSync(join(leftover, "data"), { recursive: true });
  writeFileSync(join(leftover, "data/summary.json"), '{"export":{},"films":{}}');
  lend(dist);
  try {
    const { code, stderr } = await build(plainUser);
    expect(stderr).toMatch(new RegExp(`${leftover} is left over.*no permission to remove`));
    expect(code).toBe(0);
    expect(existsSync(leftover)).toBe(true);
  } finally {
    rmSync(leftover, { recursive: true });
  }
});
