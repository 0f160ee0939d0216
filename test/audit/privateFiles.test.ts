import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { pathsToRemove, privateFiles } from "../../src/audit/privateFiles.ts";
import { zipBytes } from "../letterboxd/zipBytes.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

let root: string;

beforeEach(() => {
  root = temporaryFolder();
  execFileSync("git", ["init", "--quiet"], { cwd: root });
});

function track(path: string, content: string | Buffer = "x"): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
  execFileSync("git", ["add", "--force", "--", path], { cwd: root });
}

const zipOf = (...names: string[]) => zipBytes(names.map((name) => ({ name, content: "x" })));

describe("what gives the owner away is found", () => {
  test.each([
    "profile.csv",
    "data/profile.csv",
    "data/PROFILE.CSV",
    "data/letterboxd-ida-2024/Comments.csv",
    "data/orphaned/comments.csv",
    "old/exports/2019/deleted/diary.csv",
    "data/Deleted/lists/old.csv",
    "data/profile (1).csv",
    "data/sampler/profile.csv",
    "données/é/profile.csv",
  ])("in %s", async (path) => {
    track(path);
    track("data/watched.csv");
    expect(await privateFiles(root)).toEqual([path]);
  });

  test("in zips, in folders of theirs, and in zips that lie in them", async () => {
    track("data/a.zip", zipOf("watched.csv", "profile.csv", "deleted/diary.csv"));
    track("data/b.ZIP", zipOf("letterboxd-ida/Comments.csv"));
    track("data/c.zip", zipBytes([{ name: "in/a.zip", content: zipOf("x/profile.csv") }]));
    expect(await privateFiles(root)).toEqual([
      "data/a.zip: profile.csv",
      "data/a.zip: deleted/diary.csv",
      "data/b.ZIP: letterboxd-ida/Comments.csv",
      "data/c.zip: in/a.zip: x/profile.csv",
    ]);
  });

  test("where it is gone from the disk, but not from Git", async () => {
    track("data/profile.csv");
    track("data/a.zip", zipOf("profile.csv"));
    rmSync(join(root, "data"), { recursive: true });
    expect(await privateFiles(root)).toEqual(["data/a.zip: profile.csv", "data/profile.csv"]);
  });

  test("and a zip that cannot be looked into is not taken for a harmless one", async () => {
    track("data/a.zip", "version https://git-lfs.github.com/spec/v1\n");
    expect((await privateFiles(root)).join()).toMatch(/^data\/a\.zip: cannot be opened \(.+\)$/);
  });
});

test("what the site uses, what is invented, and what Git does not track is left alone", async () => {
  for (const path of [
    "data/watched.csv",
    "data/diary.csv",
    "data/overrides.csv",
    "data/sample/profile.csv",
    "data/sample/deleted/diary.csv",
    "test/fixtures/exports/everyday/profile.csv",
    "src/pages/profile.astro",
    "src/deleted/notes.md",
  ]) {
    track(path);
  }
  track("data/used.zip", zipOf("watched.csv", "likes/films.csv"));
  writeFileSync(join(root, "data/profile.csv"), "x");
  expect(await privateFiles(root)).toEqual([]);
});

test("zips and folders are purged as a whole", () => {
  const found = [
    "data/a.zip: profile.csv",
    "data/a.zip: deleted/diary.csv",
    "data/b.zip: in/a.zip: x/profile.csv",
    "data/deleted/diary.csv",
    "data/deleted/reviews.csv",
    "data/profile.csv",
  ];
  expect(pathsToRemove(found)).toEqual([
    "data/a.zip",
    "data/b.zip",
    "data/deleted",
    "data/profile.csv",
  ]);
});

describe("npm run check:repository", () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  /** Plays GitHub, which calls the repository private or not, or answers with a status alone. */
  async function github(answer: { private: boolean } | number): Promise<Record<string, string>> {
    server = createServer(({ url, headers }, response) => {
      const isAsked = url === "/repos/ida/films" && headers.authorization === "Bearer t";
      response.statusCode = typeof answer === "number" ? answer : isAsked ? 200 : 404;
      response.end(JSON.stringify(answer));
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    return {
      GITHUB_ACTIONS: "true",
      GITHUB_API_URL: `http://127.0.0.1:${port}`,
      GITHUB_REPOSITORY: "ida/films",
      GITHUB_TOKEN: "t",
    };
  }

  async function check(env: Record<string, string> = {}) {
    const child = spawn(process.execPath, [resolve("scripts/checkRepository.ts")], {
      cwd: root,
      env: { PATH: process.env.PATH ?? "", ...env },
    });
    const [said, told] = await Promise.all([
      text(child.stderr),
      text(child.stdout),
      once(child, "close"),
    ]);
    return { code: child.exitCode, said, told };
  }

  test("ends well where there is nothing to hide, without a word to GitHub", async () => {
    track("data/watched.csv");
    const { told, ...ending } = await check({ ...(await github(500)) });
    expect(ending).toEqual({ code: 0, said: "" });
    expect(told).toContain("Earlier commits were not searched");
  });

  test("stops in a public repository, and says what to do with which files", async () => {
    track("data/my export.zip", zipOf("profile.csv"));
    track("data/Comments.csv");
    const { code, said } = await check(await github({ private: false }));
    expect(code).toBe(1);
    for (const words of [
      "data/my export.zip: profile.csv",
      'git rm -r --cached -- data/Comments.csv "data/my export.zip"',
      'git filter-repo --invert-paths --path data/Comments.csv --path "data/my export.zip"',
    ]) {
      expect(said).toContain(words);
    }
    // git filter-repo wants a fresh clone and takes away its remote; --all leaves tags as they are.
    expect(
      said.match(/^ {5}git (?:clone|filter-repo|remote|push --force --)\S*(?: \S+)?/gm),
    ).toEqual([
      "     git clone ADDRESS",
      "     git filter-repo --invert-paths",
      "     git remote add",
      "     git push --force --all --set-upstream",
      "     git push --force --tags",
    ]);
    expect(said).not.toContain("It is not known");
  });

  test("lets a private repository have them", async () => {
    track("data/profile.csv");
    expect(await check(await github({ private: true }))).toMatchObject({ code: 0, said: "" });
  });

  test("stops where GitHub does not say whether it is private, and where there is no workflow", async () => {
    track("data/profile.csv");
    expect((await check(await github(403))).code).toBe(1);
    const { code, said } = await check();
    expect(code).toBe(1);
    expect(said).toContain("is public: only a GitHub workflow asks.\n");
    expect(said).not.toContain("again later");
  });

  test("begins with why it does not know, so that no private history is rewritten for nothing", async () => {
    track("data/profile.csv");
    const env = await github(503);
    const doubt = "It is not known whether the repository is public: GitHub";
    expect((await check(env)).said).toMatch(new RegExp(`^\\W*${doubt} answered 503\\.\n`));
    server?.close();
    const { code, said } = await check(env);
    expect(code).toBe(1);
    expect(said).toMatch(new RegExp(`^\\W*${doubt}'s answer could not be read \\(.*ECONNREFUSED`));
    expect(said).toContain(
      "If the repository is private, they may stay. Run its workflow again later.",
    );
  });

  test("asks for a repository where there is none", async () => {
    rmSync(join(root, ".git"), { recursive: true });
    const { code, said } = await check();
    expect(code).toBe(1);
    expect(said).toContain("Run it in a clone of the repository.");
  });
});
