import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readZip } from "../../src/letterboxd/zip.ts";
import { Problem } from "../../src/problem.ts";
import { DIARY, WATCHED } from "./exportText.ts";
import { type ZipEntry, zipBytes } from "./zipBytes.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "film-ledger-zip-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function written(bytes: Buffer): string {
  const path = join(folder, "export.zip");
  writeFileSync(path, bytes);
  return path;
}
const zipOf = (entries: ZipEntry[]) => written(zipBytes(entries));
const LIMITS = { entries: 10, bytesPerFile: 10_000, bytesInAll: 15_000 };

describe("reading a zip", () => {
  test("finds the files of an export at the top, with data descriptors", async () => {
    const [found] = await readZip(
      zipOf([
        { name: "watched.csv", content: WATCHED },
        { name: "likes/films.csv", content: WATCHED },
        { name: "deleted/diary.csv", content: DIARY },
        { name: "readme.txt", content: "hello" },
      ]),
    );
    expect(found?.root).toBe("");
    expect([...(found?.files ?? [])].map(([name, bytes]) => [name, bytes.toString()])).toEqual([
      ["watched.csv", WATCHED],
      ["likes/films.csv", WATCHED],
    ]);
  });

  test("knows files by their names in any case; of two the one as Letterboxd writes it", async () => {
    const [found] = await readZip(
      zipOf([
        { name: "Diary.csv", content: "another" },
        { name: "diary.csv", content: DIARY },
        { name: "WATCHED.CSV", content: WATCHED },
        { name: "Lists/Mine.CSV", content: "" },
      ]),
    );
    expect([...(found?.files ?? [])].map(([name, bytes]) => [name, bytes.toString()])).toEqual([
      ["Diary.csv", "another"],
      ["diary.csv", DIARY],
      ["watched.csv", WATCHED],
      ["lists/Mine.csv", ""],
    ]);
  });

  test("finds exports in any folder and looks past their parts and what macOS adds", async () => {
    const found = await readZip(
      zipOf([
        { name: "one/", content: "" },
        { name: "one/diary.csv", content: DIARY },
        { name: "__MACOSX/one/diary.csv", content: "junk" },
        { name: "__MACOSX/diary.csv", content: "junk" },
        { name: "Users/ida/two/watched.csv", content: WATCHED },
        { name: "Users/ida/two/lists/one.csv", content: "" },
        { name: "Users/ida/two/deleted/watched.csv", content: DIARY },
        { name: "deleted/a/diary.csv", content: DIARY },
        { name: ".trash/diary.csv", content: DIARY },
      ]),
    );
    expect(found.map(({ root, files, deleted }) => [root, [...files.keys()], deleted])).toEqual([
      ["Users/ida/two/", ["watched.csv", "lists/one.csv"], 1],
      ["one/", ["diary.csv"], 0],
    ]);
  });

  test("knows names as tar writes them", async () => {
    const [found] = await readZip(
      zipOf([
        { name: "./", content: "" },
        { name: "./watched.csv", content: WATCHED },
        { name: "./likes/films.csv", content: WATCHED },
        { name: "./deleted/diary.csv", content: DIARY },
      ]),
    );
    expect(found?.root).toBe("");
    expect([...(found?.files.keys() ?? [])]).toEqual(["watched.csv", "likes/films.csv"]);
    expect(found?.deleted).toBe(1);
  });

  test("does not care what is wrong with files that are no part of an export", async () => {
    const [found] = await readZip(
      zipOf([
        { name: "readme.txt", content: "one" },
        { name: "readme.txt", content: "two" },
        { name: "photos", content: "/home/ida/photos", mode: 0o120777 },
        { name: "film.bin", content: "a".repeat(20_000) },
        { name: "notes.csv", content: "one" },
        { name: "notes.csv", content: "two" },
        { name: "inner.zip", content: "PK" },
        { name: "watched.csv", content: WATCHED },
      ]),
      LIMITS,
    );
    expect(found?.files.get("watched.csv")?.toString()).toBe(WATCHED);
  });

  test("finds no export in a zip of something else", async () => {
    expect(await readZip(zipOf([{ name: "lists/watched.csv", content: WATCHED }]))).toEqual([]);
    expect(await readZip(zipOf([{ name: "__MACOSX/._export.zip", content: "" }]))).toEqual([]);
  });
});

describe("refusing a zip", () => {
  test.each<[string, ZipEntry[], string]>([
    [
      "names that lead out of it",
      [{ name: "../diary.csv", content: DIARY }],
      "is not a Letterboxd export: a name in it leads out of it, ../diary.csv.",
    ],
    [
      "absolute names",
      [{ name: "/etc/diary.csv", content: DIARY }],
      "leads out of it, /etc/diary.csv.",
    ],
    [
      "Windows drives",
      [{ name: "C:\\diary.csv", content: DIARY }],
      "leads out of it, C:/diary.csv.",
    ],
    ["links", [{ name: "diary.csv", content: "/etc/passwd", mode: 0o120777 }], "is a link"],
    [
      "one name twice",
      [
        { name: "diary.csv", content: DIARY },
        { name: "diary.csv", content: "other" },
      ],
      "it contains diary.csv twice",
    ],
    [
      "one name in two spellings",
      [
        { name: "a/lists/one.csv", content: "" },
        { name: "a/./lists//one.csv", content: "other" },
        { name: "a/diary.csv", content: DIARY },
      ],
      "it contains a/lists/one.csv twice",
    ],
    [
      "another zip in place of an export",
      [{ name: "in/letterboxd-ida-2024-01-01-10-00-utc.zip", content: "PK" }],
      "contains no export, only another zip: in/letterboxd-ida-2024-01-01-10-00-utc.zip.",
    ],
    [
      "several zips in place of an export",
      [1, 2, 3, 4, 5].map((n) => ({ name: `${n}.zip`, content: "PK" })),
      "contains no export, only other zips: 1.zip, 2.zip, 3.zip and 2 more.",
    ],
    [
      "names that are no text",
      [{ name: "../\u0007diary.csv", content: DIARY }],
      "a name in it leads out of it, (13 characters, some of them not text).",
    ],
    ["a file that is too large", [{ name: "diary.csv", content: "a".repeat(10_001) }], "unpacks"],
    [
      "a file larger than the directory says",
      [{ name: "diary.csv", content: "a".repeat(10_001), claimedSize: 5 }],
      "is not a Letterboxd export: a file in it unpacks to more than the zip says.",
    ],
    [
      "files too large together",
      ["watched", "ratings", "diary"].map((name) => ({
        name: `${name}.csv`,
        content: "a".repeat(6_000),
      })),
      "unpacks",
    ],
    [
      "too many entries",
      Array.from({ length: 11 }, (_, n) => ({ name: `lists/${n}.csv`, content: "" })),
      "over 10 entries",
    ],
  ])("with %s", async (_, entries, message) => {
    const path = zipOf(entries);
    const reading = readZip(path, LIMITS);
    await expect(reading).rejects.toBeInstanceOf(Problem);
    await expect(reading).rejects.toThrow(message);
    await expect(reading).rejects.toThrow(path);
    expect(readdirSync(folder)).toEqual(["export.zip"]);
  });

  test("that was cut off or damaged", async () => {
    const whole = zipBytes([{ name: "diary.csv", content: DIARY.repeat(20) }]);
    const cutOff = readZip(written(whole.subarray(0, -30)));
    await expect(cutOff).rejects.toBeInstanceOf(Problem);
    await expect(cutOff).rejects.toThrow(/the download is incomplete, .*[^.]\.$/);
    const damaged = Buffer.from(whole);
    damaged.fill(0x55, 45, 60);
    await expect(readZip(written(damaged))).rejects.toBeInstanceOf(Problem);
    await expect(readZip(written(Buffer.from("no zip at all")))).rejects.toBeInstanceOf(Problem);
  });
});
