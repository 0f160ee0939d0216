import type Keyv from "keyv";
import { afterEach, describe, expect, test } from "vitest";
import type { Store } from "../../../src/tmdb/cache/store.ts";

/**
 * A place in which values outlive the store that wrote them. `open` may be called many times, also
 * while what it gave before is still open.
 */
export interface Place {
  open(namespace: string): Promise<Store>;
}

/** What a store must do for the cache, whatever it is made of. */
export function storeContract(name: string, newPlace: () => Place): void {
  const opened: Store[] = [];

  afterEach(async () => {
    for (const { keyv } of opened.splice(0)) await keyv.disconnect();
  });

  const openStoreIn = async (place: Place, namespace = "film") => {
    const store = await place.open(namespace);
    opened.push(store);
    return store;
  };
  const openIn = async (place: Place, namespace?: string) =>
    (await openStoreIn(place, namespace)).keyv;
  const openNew = () => openIn(newPlace());

  const value = {
    at: 1,
    name: "七人の侍 – Ⅱ",
    list: [1, 2.5, null],
    inner: { yes: true, "": "\\\"'" },
  };

  describe(name, () => {
    test("gives back what was stored, and nothing for what was not", async () => {
      const store = await openNew();
      expect(await store.set("603", value)).toBe(true);
      expect(await store.get("603")).toEqual(value);
      expect(await store.has("603")).toBe(true);
      expect(await store.get("604")).toBeUndefined();
      expect(await store.has("604")).toBe(false);
    });

    test("keeps the newest of two values", async () => {
      const store = await openNew();
      await store.set("603", { version: 1, more: "x" });
      await store.set("603", { version: 2 });
      expect(await store.get("603")).toEqual({ version: 2 });
      expect(await keysOf(store)).toEqual(["603"]);
    });

    test("deletes one, and says whether it was there", async () => {
      const store = await openNew();
      await store.set("603", value);
      await store.set("604", value);
      expect(await store.delete("603")).toBe(true);
      expect(await store.delete("603")).toBe(false);
      expect(await store.has("603")).toBe(false);
      expect(await store.get("604")).toEqual(value);
    });

    test("reads, writes and deletes many at once, in the order they are named", async () => {
      const store = await openNew();
      const keys = Array.from({ length: 2100 }, (_, id) => `${id}`);
      const stored = await store.setMany(keys.map((key) => ({ key, value: { id: Number(key) } })));
      expect(stored.every(Boolean)).toBe(true);
      const read = await store.getMany(["2099", "none", ...keys]);
      expect(read.slice(0, 3)).toEqual([{ id: 2099 }, undefined, { id: 0 }]);
      expect(read).toHaveLength(2102);
      expect(await store.getMany([])).toEqual([]);
      const gone = await store.deleteMany([...keys.slice(0, 1500), "none"]);
      expect(gone.filter(Boolean)).toHaveLength(1500);
      expect(gone.at(-1)).toBe(false);
      expect((await keysOf(store)).length).toBe(600);
    });

    test("takes a value of a million characters", async () => {
      const store = await openNew();
      const large = { text: "é".repeat(1_000_000) };
      await store.set("1", large);
      expect(await store.get("1")).toEqual(large);
    });

    // A key that begins with its own namespace and a colon would lose both to @keyv/sqlite; none does.
    test.each([
      ["an address", "https://boxd.it/2a9q"],
      ["an address in capitals", "https://boxd.it/2A9Q"],
      ["name and year", "Ran\u001f1985"],
      ["signs that mean something to SQL", "%_'\";--"],
      ["a colon", "series:603"],
      ["Cyrillic letters", "Сталкер\u001f1979"],
      ["an emoji, and é in two ways", "🎬 e\u0301 é"],
      ["a space", " "],
      ["2,000 characters", "x".repeat(2000)],
    ])("takes a key with %s and tells it from all others", async (_, key) => {
      const store = await openNew();
      for (const other of [`${key}x`, `${key} `, key.toLowerCase(), "%", "é"]) {
        await store.set(other, "another");
      }
      await store.set(key, value);
      expect(await store.get(key)).toEqual(value);
      expect(await store.getMany([key])).toEqual([value]);
      expect(await keysOf(store)).toContain(key);
      expect(await store.delete(key)).toBe(true);
      expect(await store.has(key)).toBe(false);
    });

    test("keeps everything when it is closed and opened again", async () => {
      const place = newPlace();
      const { keyv: first } = await place.open("film");
      await first.set("603", value);
      await first.disconnect();
      expect(await (await openIn(place)).get("603")).toEqual(value);
    });

    test("keeps namespaces apart, in every operation", async () => {
      const place = newPlace();
      const [films, series] = [await openIn(place, "film"), await openIn(place, "series")];
      await films.set("563", "Starship Troopers");
      await series.set("563", "Brigada");
      await series.set("564", "Another");
      expect([await films.get("563"), await series.get("563")]).toEqual([
        "Starship Troopers",
        "Brigada",
      ]);
      expect(await films.has("564")).toBe(false);
      expect(await keysOf(films)).toEqual(["563"]);
      await films.deleteMany(["563", "564"]);
      expect(await keysOf(series)).toEqual(["563", "564"]);
      await films.clear();
      expect(await keysOf(series)).toEqual(["563", "564"]);
    });

    test("goes through all it holds while entries are dropped", async () => {
      const store = await openNew();
      const keys = Array.from({ length: 2500 }, (_, id) => `key ${id}`);
      await store.setMany(keys.map((key) => ({ key, value: key })));
      const met: unknown[] = [];
      for await (const [key, stored] of store.iterator()) {
        met.push(stored);
        if (met.length % 2 === 0) await store.delete(String(key));
      }
      expect(met.toSorted()).toEqual(keys.toSorted());
      expect(await keysOf(store)).toHaveLength(1250);
    });

    test("lets two that are open at once write in turn, and each see what the other wrote", async () => {
      const place = newPlace();
      const [one, other] = [await openIn(place), await openIn(place)];
      const half = (store: Keyv, from: number) =>
        Array.from({ length: 50 }, (_, i) => store.set(`${from + 2 * i}`, { from }));
      await Promise.all([...half(one, 0), ...half(other, 1)]);
      expect(await keysOf(one)).toHaveLength(100);
      expect(await other.get("0")).toEqual({ from: 0 });
      expect(await one.get("99")).toEqual({ from: 1 });
    });

    test("names every key of its own, once, and none of another namespace", async () => {
      const place = newPlace();
      const [films, series] = [await openStoreIn(place), await openStoreIn(place, "series")];
      const keys = Array.from({ length: 2500 }, (_, id) => `https://boxd.it/${id}`);
      await films.keyv.setMany(keys.map((key) => ({ key, value: key })));
      await films.keyv.set("https://boxd.it/0", "again");
      await series.keyv.set("563", value);
      expect((await films.keys()).toSorted()).toEqual(keys.toSorted());
      expect(await series.keys()).toEqual(["563"]);
      await films.keyv.deleteMany(keys.slice(1));
      expect(await films.keys()).toEqual(["https://boxd.it/0"]);
    });

    test("is rid at once of what has outlived its time, and of nothing else", async () => {
      const place = newPlace();
      const [films, series] = [await openStoreIn(place), await openStoreIn(place, "series")];
      await films.keyv.set("short", value, 1);
      await films.keyv.set("long", value, 60_000);
      await series.keyv.set("for ever", value);
      const cleared = async () => {
        await films.clearExpired();
        return films.keys();
      };
      await expect.poll(cleared).toEqual(["long"]);
      expect(await films.keyv.get("long")).toEqual(value);
      expect(await series.keys()).toEqual(["for ever"]);
    });

    test("loses nothing when it is compacted, and can be written to afterwards", async () => {
      const place = newPlace();
      const [films, series] = [await openStoreIn(place), await openStoreIn(place, "series")];
      const keys = Array.from({ length: 1000 }, (_, id) => `${id}`);
      await films.keyv.setMany(keys.map((key) => ({ key, value: key.repeat(1000) })));
      await series.keyv.set("563", value);
      await films.keyv.deleteMany(keys.slice(10));
      await films.compact();
      expect((await films.keys()).toSorted()).toEqual(keys.slice(0, 10));
      expect(await films.keyv.get("9")).toBe("9".repeat(1000));
      expect(await series.keyv.get("563")).toEqual(value);
      await films.keyv.set("11", value);
      expect(await (await openIn(place)).get("11")).toEqual(value);
    });

    test("takes a word of SQL, whether or not anything comes of it", async () => {
      const store = await openStoreIn(newPlace());
      await store.keyv.set("603", value);
      expect(Array.isArray(await store.query("PRAGMA user_version = 7"))).toBe(true);
      expect(await store.keyv.get("603")).toEqual(value);
    });

    test("drops what has outlived its time, and nothing before", async () => {
      const store = await openNew();
      await store.set("long", value, 60_000);
      await store.set("for ever", value);
      await store.set("short", value, 1);
      await expect.poll(() => store.get("short")).toBeUndefined();
      expect(await store.has("short")).toBe(false);
      expect((await keysOf(store)).toSorted()).toEqual(["for ever", "long"]);
      expect(await store.getMany(["short", "long"])).toEqual([undefined, value]);
    });
  });
}

const keysOf = async (store: Keyv): Promise<string[]> =>
  Array.fromAsync(store.iterator(), ([key]) => String(key));
