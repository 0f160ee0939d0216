import { spawnSync } from "node:child_process";
import {
  cpSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statfsSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Outcome, runScript, stackPattern } from "../support/command.ts";
import { fingerprint, keepFirstFilms, newOwner, type Owner } from "../support/owner.ts";
import { lend, orSkipped, plainUser, whyNoPlainUser, whyNotRoot } from "../support/plainUser.ts";
import { copyProject } from "../support/project.ts";
import { startTmdbServer, type TmdbServer } from "../tmdbServer/server.ts";

// A disk that is full, may only be read, or belongs to somebody else.

function expectSentence({ code, stderr }: Outcome, message: RegExp): void {
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(stackPattern);
  expect(stderr).not.toContain("rolldown");
  expect(code).toBe(1);
}

/** A disk of its own at a new place; null where none can be mounted. */
function mountDisk(options: string): { place: string; unmount: () => void } | null {
  const place = mkdtempSync(join(tmpdir(), "film-ledger-disk-"));
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", place]);
  const unmount = () => {
    if (status === 0) spawnSync("umount", [place]);
    rmSync(place, { recursive: true });
  };
  if (status === 0) return { place, unmount };
  unmount();
  return null;
}

const disk = mountDisk("size=100m");

const whyNoDisk = disk ? null : "only root can mount a disk";

describe.skipIf(!disk)(orSkipped("a full disk under the project", whyNoDisk), () => {
  const { place: root = "" } = disk ?? {};
  let last = "";

  /** Leaves so many bytes of the disk. */
  function leave(bytes: number): void {
    const { blocks, bfree, bsize } = statfsSync(root);
    const size = (blocks - bfree) * bsize + bytes;
    spawnSync("mount", ["-o", `remount,size=${size}`, root]);
  }

  beforeAll(async () => {
    copyProject({}, { root });
    mkdirSync(join(root, "data"), { recursive: true });
    cpSync("data/sample/watched.csv", join(root, "data/watched.csv"));
    keepFirstFilms(join(root, "data"), 200);
    expect(await runScript("build", { root })).toMatchObject({ code: 0 });
    last = fingerprint(join(root, "dist"));
  });
  afterAll(() => disk?.unmount());

  // While Astro notes its types, while rolldown writes its parts, and while the pages are written.
  test.each([0, 100_000, 2_500_000])(
    "with %i bytes left: a sentence, and the last site is unchanged",
    async (bytes) => {
      leave(bytes);
      expectSentence(
        await runScript("build", { root }),
        /The disk is full.* The last site is unchanged\.\nFree some space/,
      );
      expect(fingerprint(join(root, "dist"))).toBe(last);
      expect(readdirSync(root).filter((name) => name.startsWith("dist."))).toEqual([]);
    },
  );

  test("with room again: a site", async () => {
    leave(60_000_000);
    expect(await runScript("build", { root })).toMatchObject({ code: 0 });
  });
});

describe.skipIf(!disk)(orSkipped("a disk under the cache that takes nothing", whyNoDisk), () => {
  let server: TmdbServer;
  let owner: Owner;
  beforeAll(async () => {
    server = await startTmdbServer();
    owner = newOwner(server);
    keepFirstFilms(owner.dataDir, 40);
  });
  afterAll(async () => {
    owner.remove();
    await server.close();
  });

  async function withCache(options: string, task: (env: { CACHE_DIR: string }) => Promise<void>) {
    const cache = mountDisk(options);
    try {
      await task({ CACHE_DIR: cache?.place ?? "" });
    } finally {
      cache?.unmount();
    }
  }

  test.each([
    ["size=120k", /\d+ films?.* could not be saved in .*\nFix the problem/],
    ["size=16k", /TMDB was not asked, because its answers cannot be saved\./],
    ["size=1m,ro", /TMDB was not asked, because its answers cannot be saved\./],
  ])("mounted with %s: enrich ends with 1", (options, message) =>
    withCache(options, async (env) => {
      const outcome = await runScript("enrich", { env: { ...owner.env, ...env } });
      expectSentence(outcome, message);
    }),
  );

  test("a build makes its site, and says at its end that the next one asks again", () =>
    withCache("size=16k", async (env) => {
      expect(await owner.build(env)).toMatchObject({
        code: 0,
        stderr: expect.stringMatching(
          /could not be kept in .*\. The next build asks .* again\.\n$/,
        ),
      });
    }));
});

const whyNoUsers = whyNotRoot ?? whyNoPlainUser;

describe.skipIf(whyNoUsers !== null)(orSkipped("a project of two users", whyNoUsers), () => {
  const { root, remove } = copyProject({}, { hasOwnModules: true });
  afterAll(remove);

  test.each([
    ["", /You have no permission to make \.astro/],
    [".astro", /You have no permission to \w+ \.astro/],
    ["node_modules", /You have no permission to make node_modules\/\.(astro|vite)/],
    ["node_modules/.vite/deps", /You have no permission to change node_modules\/\.vite\/deps/],
  ])(
    "whose folder /%s is the other's: build and dev say so and end with 1",
    async (name, message) => {
      for (const folder of [".astro", "node_modules/.vite", "node_modules/.astro"]) {
        rmSync(join(root, folder), { recursive: true, force: true });
      }
      const others = join(root, name);
      mkdirSync(others, { recursive: true });
      lchownSync(others, 0, 0);
      lend(root, { except: [others] });
      for (const command of ["build", "dev"]) {
        const outcome = await runScript(command, { root, user: plainUser });
        expectSentence(outcome, message);
        expect(outcome.stderr).toContain("sudo chown -R");
      }
    },
  );
});
