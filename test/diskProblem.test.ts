import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { diskProblem } from "../src/diskProblem.ts";

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
  [
    "a disk to read",
    refused("EROFS", "mkdir", "/cdrom/a"),
    "/cdrom/a lies on a disk that may only be read.",
  ],
  ["a quota", refused("EDQUOT", "write"), "Your share of the disk is used up."],
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
  expect(diskProblem(error)?.hint).toMatch(/\.$|^It may belong .*: sudo chown -R /);
});

test("permission is to be had for the folder that is there", () => {
  const error = refused("EACCES", "mkdir", "/usr/share/film-ledger/of/nobody");
  expect(diskProblem(error)?.hint).toMatch(/sudo chown -R "\$\(id -un\)" \/usr\/share$/);
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
