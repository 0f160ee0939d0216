import { lchownSync, mkdirSync, realpathSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { diskProblem } from "../src/diskProblem.ts";
import { isRoot } from "./plainUser.ts";
import { temporaryFolder } from "./tmdb/world.ts";

const refused = (path: string, syscall = "mkdir") =>
  Object.assign(new Error(`EACCES: permission denied, ${syscall} '${path}'`), {
    code: "EACCES",
    syscall,
    path,
  });

const otherPlace =
  "Get the permission, or choose another place, for the site with: npm run build -- --out FOLDER";

test.each(["/sites/film", "/etc/a/b", "/", "/usr"])(
  "nobody is told to take %s, which is the system's",
  (path) => {
    const root = temporaryFolder();
    expect(diskProblem(refused(path), { within: [root] })?.hint).toBe(otherPlace);
    expect(diskProblem(refused(path), { within: ["/"] })?.hint).toBe(otherPlace);
  },
);

test("what is one's own already is not to be taken", () => {
  const root = temporaryFolder();
  expect(diskProblem(refused(`${root}/a`), { within: [root] })?.hint).toBe(otherPlace);
});

describe.skipIf(!isRoot)("what another user has in the project", () => {
  test("is to be taken, by a command that holds for every name", () => {
    const root = realpathSync(temporaryFolder());
    const theirs = `${root}/Mia's films; old`;
    mkdirSync(theirs);
    lchownSync(theirs, 65_534, 65_534);
    const problem = diskProblem(refused(`${theirs}/deep/new`), { within: [root] });
    expect(problem?.message).toBe(`You have no permission to make ${theirs}/deep/new.`);
    expect(problem?.hint).toBe(
      `It belongs to another user, after a command with sudo perhaps. Make it yours: sudo chown -R "$(id -un)" '${root}/Mia'\\''s films; old'`,
    );
  });
});
