import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readFolder } from "../../src/letterboxd/folder.ts";
import { Problem } from "../../src/problem.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "film-ledger-folder-"));
  mkdirSync(join(folder, "lists"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const LIMITS = { entries: 3, bytesPerFile: 10, bytesInAll: 15 };
const put = (name: string, content: string) => writeFileSync(join(folder, name), content);

test("what is within the bounds is read, and what is not a CSV file does not count", async () => {
  put("watched.csv", "0123456789");
  put("lists/a.csv", "01234");
  for (const name of ["b", "c", "d"]) put(`${name}.txt`, "0123456789 and more");
  const files = await readFolder(folder, LIMITS);
  expect([...files].map(([name, bytes]) => [name, bytes.length])).toEqual([
    ["watched.csv", 10],
    ["lists/a.csv", 5],
  ]);
});

test.each([
  ["a file that is too large", { "watched.csv": "01234567890" }, "it has 11 bytes"],
  [
    "files too large together",
    { "watched.csv": "0123456789", "lists/a.csv": "012345" },
    "its files have over 15 bytes",
  ],
  [
    "too many files",
    { "watched.csv": "", "lists/a.csv": "", "lists/b.csv": "", "lists/c.csv": "" },
    "it has over 3 files",
  ],
])("a folder with %s is refused", async (_, files, message) => {
  for (const [name, content] of Object.entries(files)) put(name, content);
  const reading = readFolder(folder, LIMITS);
  await expect(reading).rejects.toBeInstanceOf(Problem);
  await expect(reading).rejects.toThrow(message);
});

test.skipIf(process.platform === "win32")(
  "what has the name of a file and is none is refused",
  async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(folder, "watched.csv"), resolve));
    try {
      await expect(readFolder(folder)).rejects.toThrow("it is not a regular file");
    } finally {
      server.close();
    }
  },
);
