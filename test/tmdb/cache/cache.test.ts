import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { openCache } from "../../../src/tmdb/cache/cache.ts";
import { NAMESPACES } from "../../../src/tmdb/cache/cacheFile.ts";
import { type OpenStore, openStore } from "../../../src/tmdb/cache/store.ts";
import { DAY, recordingLog, temporaryFolder } from "../world.ts";

const value = { at: 1, version: 1, name: "七人の侍 – Ⅱ", list: [1, 2, null] };

let opened = 0;

/** The stores of the first file take nothing. */
const openDamaged: OpenStore = async (file, namespace) => {
  const store = await openStore(file, namespace);
  if (++opened > NAMESPACES.length) return store;
  await store.query(
    `CREATE TRIGGER IF NOT EXISTS damage BEFORE INSERT ON keyv
     BEGIN SELECT RAISE(ABORT, 'database disk image is malformed'); END`,
  );
  return store;
};

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

test("two builds that find the same damage leave one new file, and no answer in the old one", async () => {
  const dir = temporaryFolder();
  writeFileSync(`${dir}/tmdb.sqlite`, "this is no database, ".repeat(500));
  const log = recordingLog();
  const [one, other] = await Promise.all([openCache(dir, { log }), openCache(dir, { log })]);
  await one.film.set("1", value);
  await other.film.set("2", value);
  expect([...(await one.film.getMany(["1", "2"])).keys()]).toEqual(["1", "2"]);
  await one.close();
  await other.close();
  expect(readdirSync(dir).filter((name) => /corrupt-\d+$/.test(name))).toHaveLength(1);
});

test("damage that shows while writing sets the file aside, and the answer is stored in the new one", async () => {
  const dir = temporaryFolder();
  const log = recordingLog();
  const cache = await openCache(dir, { log, now: () => 42, open: openDamaged });
  await Promise.all(["1", "2", "3"].map((key) => cache.film.set(key, value)));
  expect([...(await cache.film.getMany(["1", "2", "3"])).keys()]).toEqual(["1", "2", "3"]);
  await cache.close();
  expect(log.lines).toEqual([expect.stringContaining("tmdb.sqlite.corrupt-42")]);
});

test("a damaged file is left for a week, or while nothing is to be written", async () => {
  const dir = temporaryFolder();
  const log = recordingLog();
  const now = 1000 * DAY;
  const aside = (at: number, suffix = "") => `tmdb.sqlite.corrupt-${at}${suffix}`;
  const kept = [aside(now - 6 * DAY), "tmdb.sqlite.corrupt-old", "notes.txt"];
  const old = [
    aside(now - 7 * DAY),
    aside(now - 7 * DAY, "-wal"),
    aside(now - 400 * DAY),
    // Set aside while the clock was a year ahead.
    aside(now + 365 * DAY),
  ];
  for (const name of [...kept, ...old]) writeFileSync(`${dir}/${name}`, "x");
  await (await openCache(dir, { log, now: () => now, readOnly: true })).close();
  expect(readdirSync(dir).toSorted()).toEqual([...kept, ...old].toSorted());
  await (await openCache(dir, { log, now: () => now })).close();
  expect(readdirSync(dir).toSorted()).toEqual([...kept, "tmdb.sqlite"].toSorted());
  expect(log.lines).toEqual([]);
});

test("what had to wait is stored with the next answer after ten seconds, so that a kill costs little", async () => {
  const dir = temporaryFolder();
  const log = recordingLog();
  let time = 0;
  const open: OpenStore = (file, namespace) => openStore(file, namespace, 10);
  const cache = await openCache(dir, { log, open, monotonic: () => time });
  const other = new DatabaseSync(`${dir}/tmdb.sqlite`);
  /** What another process finds, which is what a kill would leave. */
  const stored = () => other.prepare("SELECT key FROM keyv ORDER BY key").all().length;

  other.exec("BEGIN IMMEDIATE");
  await Promise.all(["1", "2"].map((key) => cache.film.set(key, value)));
  time = 10_000;
  await cache.match.set("3", value);
  other.exec("COMMIT");
  time = 19_999;
  await cache.film.set("4", value);
  expect(stored()).toBe(0);
  time = 20_000;
  await cache.film.set("5", value);
  expect(stored()).toBe(5);
  await cache.film.set("6", value);
  expect(stored()).toBe(6);
  expect(log.lines).toEqual([
    expect.stringMatching(/cannot be written at the moment \(database is locked\)/),
    expect.stringMatching(/can be written again, and the waiting answers are saved\.$/),
  ]);

  other.exec("BEGIN IMMEDIATE");
  await cache.film.set("6", { newest: true });
  other.exec("COMMIT");
  await cache.close();
  other.close();
  const next = await openCache(dir, { log });
  expect((await next.film.getMany(["6"])).get("6")).toEqual({ newest: true });
  await next.close();
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

test.each([
  ["from the beginning", (bytes: Buffer) => bytes.fill(7, 100)],
  ["further on", (bytes: Buffer) => bytes.fill(7, 16_384)],
])("reading alone leaves a file that is damaged %s where it is", async (_, spoil) => {
  const dir = temporaryFolder();
  const log = recordingLog();
  const keys = Array.from({ length: 200 }, (_, id) => `${id}`);
  const first = await openCache(dir, { log });
  for (const key of keys) await first.film.set(key, { text: "x".repeat(2000) });
  await first.close();
  const bytes = spoil(readFileSync(`${dir}/tmdb.sqlite`));
  writeFileSync(`${dir}/tmdb.sqlite`, bytes);

  const reader = await openCache(dir, { log, readOnly: true });
  expect((await reader.film.getMany(keys)).size).toBe(0);
  await reader.close();
  expect(readdirSync(dir).filter((name) => name.includes("corrupt"))).toEqual([]);
  expect(readFileSync(`${dir}/tmdb.sqlite`).equals(bytes)).toBe(true);
  expect(log.lines).toEqual([
    expect.stringMatching(
      /tmdb\.sqlite is damaged \(.*\) and is not used\. The next run that asks/,
    ),
  ]);
});

test("what is no fault of the file is no reason to do without it", async () => {
  const open: OpenStore = () => Promise.reject(new TypeError("a fault of ours"));
  const opening = openCache(temporaryFolder(), { log: recordingLog(), open });
  await expect(opening).rejects.toThrow("a fault of ours");
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
