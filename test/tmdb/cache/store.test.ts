import { readFileSync, statSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { fileVersion, isDamage, memoryStore, openStore } from "../../../src/tmdb/cache/store.ts";
import { temporaryFolder } from "../world.ts";
import { storeContract } from "./storeContract.ts";

storeContract("the file of the cache", () => {
  const file = `${temporaryFolder()}/tmdb.sqlite`;
  return { open: (namespace) => openStore(file, namespace) };
});

storeContract("a Map in memory", () => {
  const all = new Map();
  return { open: async (namespace) => memoryStore(namespace, all) };
});

test("the file takes turns and keeps a log of what is written, so that a kill damages nothing", async () => {
  const file = `${temporaryFolder()}/tmdb.sqlite`;
  const store = await openStore(file, "film");
  expect(await store.query("PRAGMA journal_mode")).toEqual([{ journal_mode: "wal" }]);
  expect(await store.query("PRAGMA busy_timeout")).toEqual([{ timeout: 5000 }]);
  await store.keyv.disconnect();
});

test("a file that is compacted is smaller, and its log empty", async () => {
  const file = `${temporaryFolder()}/tmdb.sqlite`;
  const store = await openStore(file, "film");
  const keys = Array.from({ length: 200 }, (_, id) => `${id}`);
  await store.keyv.setMany(keys.map((key) => ({ key, value: "x".repeat(5000) })));
  await store.keyv.deleteMany(keys);
  await store.compact();
  expect(statSync(file).size).toBeLessThan(100_000);
  expect(statSync(`${file}-wal`).size).toBe(0);
  await store.keyv.disconnect();
});

test("a value that is no JSON is a fault of its own, a page that is none a damage", async () => {
  const file = `${temporaryFolder()}/tmdb.sqlite`;
  const store = await openStore(file, "film");
  await store.keyv.set("603", "x".repeat(50_000));
  await store.query("UPDATE keyv SET value = '{\"value\":' WHERE key = '603'");
  const broken = await store.keyv.get("603").catch((error: unknown) => error);
  expect(broken).toBeInstanceOf(SyntaxError);
  expect(isDamage(broken)).toBe(false);
  expect(await store.keys()).toEqual(["603"]);
  await store.keyv.disconnect();

  writeFileSync(file, readFileSync(file).fill(7, 100));
  const damaged = await openStore(file, "film").catch((error: unknown) => error);
  expect(isDamage(damaged)).toBe(true);
});

test("a file's version is read without opening it; what is no database has none", async () => {
  const dir = temporaryFolder();
  const database = new DatabaseSync(`${dir}/a`);
  database.exec("CREATE TABLE t (c); PRAGMA user_version = 77");
  database.close();
  writeFileSync(`${dir}/b`, "SQLite format 4".repeat(10));
  writeFileSync(`${dir}/c`, "");
  const versions = await Promise.all(
    ["a", "b", "c", "none", "."].map((f) => fileVersion(`${dir}/${f}`)),
  );
  expect(versions).toEqual([77, 0, 0, 0, 0]);
});
