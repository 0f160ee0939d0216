import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { openCache } from "../../src/tmdb/cache.ts";
import { recordingLog, temporaryFolder } from "./world.ts";

const value = { at: 1, version: 1, name: "七人の侍 – Ⅱ", list: [1, 2, null] };

test("what is stored is there after closing and opening", async () => {
  const dir = temporaryFolder();
  const log = recordingLog();
  const first = await openCache(`${dir}/new/folder`, { log });
  await first.film.set("603", value);
  await first.match.set("Ran\u00001985", value);
  await first.close();
  const second = await openCache(`${dir}/new/folder`, { log });
  expect(await second.film.getMany(["603", "604"])).toEqual(new Map([["603", value]]));
  expect(await second.match.getMany(["Ran\u00001985"])).toEqual(
    new Map([["Ran\u00001985", value]]),
  );
  await second.close();
  expect(log.lines).toEqual([]);
});

test("a film and a series of one id are two things", async () => {
  const cache = await openCache(temporaryFolder(), { log: recordingLog() });
  await cache.film.set("563", { title: "Starship Troopers" });
  await cache.series.set("563", { title: "Brigada" });
  expect((await cache.film.getMany(["563"])).get("563")).toEqual({ title: "Starship Troopers" });
  await cache.close();
});

test("many are read at once, in any number", async () => {
  const cache = await openCache(temporaryFolder(), { log: recordingLog() });
  for (let id = 0; id < 1100; id++) await cache.film.set(`${id}`, { id });
  const all = await cache.film.getMany(Array.from({ length: 1100 }, (_, id) => `${id}`));
  expect(all.size).toBe(1100);
  expect(all.get("1099")).toEqual({ id: 1099 });
  expect(await cache.film.getMany([])).toEqual(new Map());
  await cache.close();
});

test("two builds at once see each other's answers", async () => {
  const dir = temporaryFolder();
  const log = recordingLog();
  const [one, other] = [await openCache(dir, { log }), await openCache(dir, { log })];
  await Promise.all([one.film.set("1", value), other.film.set("2", value)]);
  expect((await one.film.getMany(["1", "2"])).size).toBe(2);
  await one.close();
  await other.close();
  expect(log.lines).toEqual([]);
});

test("damage that shows while reading sets the file aside too", async () => {
  const dir = temporaryFolder();
  const log = recordingLog();
  const before = await openCache(dir, { log });
  for (let id = 0; id < 200; id++) await before.film.set(`${id}`, { text: "x".repeat(2000) });
  await before.close();
  const bytes = readFileSync(`${dir}/tmdb.sqlite`);
  writeFileSync(`${dir}/tmdb.sqlite`, bytes.fill(7, 16_384));
  const cache = await openCache(dir, { log, now: () => 42 });
  const keys = Array.from({ length: 200 }, (_, id) => `${id}`);
  expect(await cache.film.getMany(keys)).toEqual(new Map());
  expect(log.lines).toEqual([expect.stringContaining("tmdb.sqlite.corrupt-42")]);
  await cache.film.set("1", value);
  expect((await cache.film.getMany(["1"])).size).toBe(1);
  await cache.close();
});

test("where no file can be, everything is a miss and nothing is thrown", async () => {
  const dir = temporaryFolder();
  mkdirSync(`${dir}/tmdb.sqlite`);
  const log = recordingLog();
  const cache = await openCache(dir, { log });
  await cache.film.set("1", value);
  expect((await cache.film.getMany(["1"])).size).toBe(0);
  expect(log.lines[0]).toContain("cannot be written");
  await cache.close();
});

test("a disk that is full costs one message and no answer", async () => {
  const dir = temporaryFolder();
  const log = recordingLog();
  const cache = await openCache(dir, { log });
  await cache.film.set("1", value);
  const other = new DatabaseSync(`${dir}/tmdb.sqlite`);
  other.exec(
    "CREATE TRIGGER full BEFORE INSERT ON keyv BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END",
  );
  await cache.film.set("2", value);
  await cache.film.set("3", value);
  expect(log.lines).toEqual([expect.stringContaining("database or disk is full")]);
  expect([...(await cache.film.getMany(["1", "2", "3"])).keys()]).toEqual(["1"]);
  other.close();
  await cache.close();
});

test("reading alone makes neither file nor folder", async () => {
  const dir = `${temporaryFolder()}/cache`;
  const log = recordingLog();
  const cache = await openCache(dir, { log, readOnly: true });
  expect(await cache.film.getMany(["1"])).toEqual(new Map());
  await cache.close();
  expect(existsSync(dir)).toBe(false);
  expect(log.lines).toEqual([]);
});

test("reading alone leaves the file as it is, what has expired included", async () => {
  const dir = temporaryFolder();
  const log = recordingLog();
  const first = await openCache(dir, { log });
  await first.film.set("1", value);
  await first.film.set("2", value);
  await first.close();
  const rows = (change = "") => {
    const file = new DatabaseSync(`${dir}/tmdb.sqlite`);
    if (change) file.exec(change);
    const { count } = file.prepare("SELECT count(*) AS count FROM keyv").get() ?? {};
    file.close();
    return count;
  };
  rows("UPDATE keyv SET expires = 1 WHERE key LIKE '%1'");

  const reader = await openCache(dir, { log, readOnly: true });
  expect([...(await reader.film.getMany(["2"])).keys()]).toEqual(["2"]);
  await reader.close();
  expect(rows()).toBe(2);
  expect(readdirSync(dir)).toEqual(["tmdb.sqlite"]);

  await (await openCache(dir, { log })).close();
  expect(rows()).toBe(1);
});
