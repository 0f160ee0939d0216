import { lchownSync, mkdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { diskProblem } from "../src/diskProblem.ts";
import { isRoot, orSkipped, whyNotRoot } from "./support/plainUser.ts";
import { temporaryFolder } from "./support/temporaryFolder.ts";

/** An error as Node's file system gives it. */
const refused = (code: string, syscall: string, path?: string) =>
  Object.assign(new Error(`${code}: refused, ${syscall}`), { code, syscall, path });

const said = (error: unknown) => diskProblem(error)?.message ?? null;

test.each<[string, unknown, string]>([
  ["a write without a path", refused("ENOSPC", "write"), "The disk is full."],
  [
    "a write with one",
    refused("ENOSPC", "open", "/mnt/a.html"),
    "The disk is full: /mnt/a.html could not be written.",
  ],
  [
    "a path within the project",
    refused("EACCES", "mkdir", join(process.cwd(), ".astro")),
    "You have no permission to make .astro.",
  ],
  [
    "the project itself",
    refused("EACCES", "access", process.cwd()),
    `You have no permission to change ${process.cwd()}.`,
  ],
  [
    "somebody else's file",
    refused("EPERM", "unlink", "/srv/a"),
    "You have no permission to remove /srv/a.",
  ],
  ["a disk to read", refused("EROFS", "mkdir", "/cdrom/a"), "/cdrom/a is on a read-only disk."],
  ["a quota", refused("EDQUOT", "write"), "Your disk quota is used up."],
  [
    "what caused something else",
    new Error("Astro failed", { cause: refused("ENOSPC", "write") }),
    "The disk is full.",
  ],
  [
    "one of several",
    new AggregateError([new Error("no"), refused("ENOSPC", "write")]),
    "The disk is full.",
  ],
  [
    "words of rolldown's",
    new Error(
      "Build failed\nFailed to write file in /mnt/dist/a.mjs\n\nCaused by:\n    No space left on device (os error 28)",
    ),
    "The disk is full: /mnt/dist/a.mjs could not be written.",
  ],
])("what the system refuses is a sentence: %s", (_what, error, message) => {
  expect(said(error)).toBe(message);
  expect(diskProblem(error)?.hint).toBeTruthy();
});

test.each([
  ["a bug", new TypeError("undefined is not a function")],
  ["what is no error", "a text"],
  ["a file that is missing", refused("ENOENT", "open", "/mnt/a")],
  ["the limit of watched files", refused("ENOSPC", "watch", "/mnt/a")],
  ["a port that is forbidden", refused("EACCES", "listen")],
  ["a refusal of the network", refused("ECONNREFUSED", "connect")],
])("%s is none of that", (_what, error) => {
  expect(diskProblem(error)).toBe(null);
});

test("a real refusal is told", () => {
  const path = `/tmp/${"x".repeat(300)}`;
  try {
    mkdirSync(path);
    expect.unreachable();
  } catch (error) {
    expect(said(error)).toMatch(/^A name is too long for this disk: \/tmp\/x+…$/);
  }
});

const forbidden = (path: string, syscall = "mkdir") =>
  Object.assign(new Error(`EACCES: permission denied, ${syscall} '${path}'`), {
    code: "EACCES",
    syscall,
    path,
  });

const otherPlace =
  "Ask for permission, or choose another folder for the site: npm run build -- --out FOLDER";

test.each(["/sites/film", "/etc/a/b", "/", "/usr"])(
  "nobody is told to take %s, which is the system's",
  (path) => {
    const root = temporaryFolder();
    expect(diskProblem(forbidden(path), { within: [root] })?.hint).toBe(otherPlace);
    expect(diskProblem(forbidden(path), { within: ["/"] })?.hint).toBe(otherPlace);
  },
);

test("what is one's own already is not to be taken", () => {
  const root = temporaryFolder();
  expect(diskProblem(forbidden(`${root}/a`), { within: [root] })?.hint).toBe(otherPlace);
});

describe.skipIf(!isRoot)(orSkipped("what another user has in the project", whyNotRoot), () => {
  test("is to be taken, by a command that holds for every name", () => {
    const root = realpathSync(temporaryFolder());
    const theirs = `${root}/Mia's films; old`;
    mkdirSync(theirs);
    lchownSync(theirs, 65_534, 65_534);
    const problem = diskProblem(forbidden(`${theirs}/deep/new`), { within: [root] });
    expect(problem?.message).toBe(`You have no permission to make ${theirs}/deep/new.`);
    expect(problem?.hint).toBe(
      `It belongs to another user, perhaps after a command with sudo. Make it yours: sudo chown -R "$(id -un)" '${root}/Mia'\\''s films; old'`,
    );
  });
});
