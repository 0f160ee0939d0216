import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { diskProblem } from "../../src/diskProblem.ts";
import { quietLog } from "../../src/log.ts";
import { isProblem } from "../../src/problem.ts";
import { replaceFolder } from "../../src/publish/replaceFolder.ts";
import { resolveTarget } from "../../src/publish/resolveTarget.ts";
import { lend, orSkipped, plainUser, whyNoPlainUser } from "../support/plainUser.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

/** What a build tells the owner of this place; null where it takes it. */
async function refusalOf(target: string): Promise<string | null> {
  try {
    await resolveTarget(target);
    return null;
  } catch (error) {
    const problem = isProblem(error) ? error : diskProblem(error);
    if (!problem?.hint) throw error;
    return problem.message;
  }
}

/** A site by its marks. */
function makeSite(folder: string): void {
  mkdirSync(`${folder}/data`, { recursive: true });
  writeFileSync(`${folder}/data/summary.json`, '{"export":{},"films":{}}');
  writeFileSync(`${folder}/index.html`, "a site");
}

test("a site goes where nothing is, into an empty folder, and in the place of a site", async () => {
  const root = realpathSync(temporaryFolder());
  mkdirSync(`${root}/empty`);
  makeSite(`${root}/dist`);
  for (const name of ["new", "deep/down/new", "empty", "dist"]) {
    expect(await resolveTarget(`${root}/${name}`)).toBe(`${root}/${name}`);
  }
});

test("a checkout of a branch for a host's pages that holds no page yet counts as empty", async () => {
  const root = temporaryFolder();
  mkdirSync(`${root}/dist/.git`, { recursive: true });
  for (const name of ["CNAME", ".nojekyll"]) writeFileSync(`${root}/dist/${name}`, "");
  expect(await refusalOf(`${root}/dist`)).toBe(null);
});

test("the place of a link is the folder behind it", async () => {
  const root = realpathSync(temporaryFolder());
  makeSite(`${root}/www`);
  symlinkSync("www", `${root}/middle`);
  symlinkSync(`${root}/middle`, `${root}/dist`);
  expect(await resolveTarget(`${root}/dist`)).toBe(`${root}/www`);
});

test.each<[string, (dist: string) => void, RegExp]>([
  ["a file", (dist) => writeFileSync(dist, ""), /dist is not a folder/],
  ["a link to a file", (dist) => symlinkSync("/etc/hosts", dist), /dist is not a folder/],
  ["a link to nowhere", (dist) => symlinkSync("nowhere", dist), /does not lead to a folder/],
  ["a link to itself", (dist) => symlinkSync("dist", dist), /does not lead to a folder/],
  [
    "a folder with something else",
    (dist) => {
      mkdirSync(dist);
      writeFileSync(`${dist}/photo.jpg`, "");
    },
    /dist contains files that are not part of a Film Ledger site/,
  ],
  ...["{}", "[]", "null", "not JSON", '{"export":"x","films":3}'].map(
    (text): [string, (dist: string) => void, RegExp] => [
      `a folder with the summary.json ${text} of another program`,
      (dist) => {
        mkdirSync(`${dist}/data`, { recursive: true });
        writeFileSync(`${dist}/data/summary.json`, text);
        writeFileSync(`${dist}/index.html`, "the owner's");
      },
      /dist contains files that are not part of a Film Ledger site/,
    ],
  ),
  [
    "a home that holds nothing but hidden files",
    (dist) => {
      mkdirSync(dist);
      writeFileSync(`${dist}/.profile`, "");
    },
    /dist contains files that are not part of a Film Ledger site/,
  ],
])("%s is refused, and once it is away the place is free", async (_what, make, message) => {
  const dist = `${temporaryFolder()}/dist`;
  make(dist);
  expect(await refusalOf(dist)).toMatch(message);
  rmSync(dist, { recursive: true });
  expect(await refusalOf(dist)).toBe(null);
});

test.each([
  ["a name that is too long", "x".repeat(300), /A name is too long for this disk/],
  ["one that is too long for what is put beside it", "x".repeat(250), /A name is too long/],
  ["a folder whose name is too long", `${"x".repeat(300)}/site`, /A name is too long/],
  ["a path through a file", "file/site", /leads through a file/],
  ["a longer path through a file", "file/a/site", /leads through a file/],
])("%s is refused", async (_what, name, message) => {
  const root = temporaryFolder();
  writeFileSync(`${root}/file`, "");
  expect(await refusalOf(`${root}/${name}`)).toMatch(message);
});

describe("a mount point is refused", () => {
  const mounting = (args: string[], place: string) => {
    mkdirSync(place);
    return spawnSync("mount", [...args, place]).status === 0;
  };

  test("before anything is made where it is another disk", async ({ skip }) => {
    const dist = `${temporaryFolder()}/dist`;
    skip(!mounting(["-t", "tmpfs", "tmpfs"], dist), "nothing can be mounted here");
    try {
      expect(await refusalOf(dist)).toMatch(/dist is a mount point/);
      expect(await refusalOf(`${dist}/site`)).toBe(null);
    } finally {
      spawnSync("umount", [dist]);
    }
  });

  test("in the end where it is the same disk, and leaves nothing behind", async ({ skip }) => {
    const root = temporaryFolder();
    const [dist, real, fresh] = [`${root}/dist`, `${root}/real`, `${root}/fresh`];
    makeSite(real);
    makeSite(fresh);
    skip(!mounting(["--bind", real], dist), "nothing can be mounted here");
    try {
      await expect(replaceFolder(dist, fresh, quietLog)).rejects.toThrow(/dist is a mount point/);
    } finally {
      spawnSync("umount", [dist]);
    }
    rmSync(dist, { recursive: true });
    expect(await refusalOf(dist)).toBe(null);
  });
});

const plain = orSkipped("for somebody who may not write everywhere", whyNoPlainUser);

describe.skipIf(whyNoPlainUser !== null)(plain, () => {
  /** The same, asked in a process of that user. */
  function refusalFor(target: string): string {
    const module = (name: string) =>
      JSON.stringify(new URL(`../../src/${name}.ts`, import.meta.url).href);
    const code = `
      const { resolveTarget } = await import(${module("publish/resolveTarget")});
      const { diskProblem } = await import(${module("diskProblem")});
      await resolveTarget(${JSON.stringify(target)}).then(
        () => console.log("taken"),
        (error) => console.log((diskProblem(error) ?? error).message));`;
    return spawnSync(process.execPath, ["--input-type=module", "-e", code], {
      encoding: "utf8",
      ...(plainUser !== undefined && { uid: plainUser, gid: plainUser }),
    }).stdout.trim();
  }

  test("a closed folder around the place is refused", () => {
    const root = temporaryFolder();
    makeSite(`${root}/dist`);
    lend(root);
    expect(refusalFor(`${root}/dist`)).toBe("taken");
    chmodSync(root, 0o555);
    expect(refusalFor(`${root}/dist`)).toMatch(
      /You have no permission to write to .*, so .*dist cannot be/,
    );
    expect(refusalFor(`${root}/new`)).toMatch(/You have no permission to write to/);
    chmodSync(root, 0o755);
  });

  test.each(["", "/films", "/films/a"])(
    "a site whose folder%s belongs to another user is refused: a build with sudo made it",
    (folder) => {
      const root = temporaryFolder();
      makeSite(`${root}/dist`);
      mkdirSync(`${root}/dist/films/a`, { recursive: true });
      writeFileSync(`${root}/dist/films/a/index.html`, "");
      lend(root, { except: [`${root}/dist${folder}`] });
      chmodSync(`${root}/dist${folder}`, 0o555);
      expect(refusalFor(`${root}/dist`)).toMatch(
        new RegExp(`You have no permission to change .*/dist${folder}\\.$`),
      );
      chmodSync(`${root}/dist${folder}`, 0o755);
      lend(root);
      expect(refusalFor(`${root}/dist`)).toBe("taken");
    },
  );

  test("a folder of another user's among the owner's things is refused: it could not follow", () => {
    const root = temporaryFolder();
    makeSite(`${root}/dist`);
    mkdirSync(`${root}/dist/.git`);
    lend(root, { except: [`${root}/dist/.git`] });
    chmodSync(`${root}/dist/.git`, 0o555);
    expect(refusalFor(`${root}/dist`)).toMatch(/You have no permission to change .*dist\/\.git\.$/);
    chmodSync(`${root}/dist/.git`, 0o755);
    lend(root);
    expect(refusalFor(`${root}/dist`)).toBe("taken");
  });
});
