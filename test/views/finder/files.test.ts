import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { type Found, openFinder } from "../../../src/components/finderQuery.ts";
import { fold } from "../../../src/searchText.ts";
import type { Entry } from "../../../src/views/finder/entries.ts";
import { type FinderFiles, filesOf } from "../../../src/views/finder/files.ts";

/** The same sequence of numbers below `limit` in every run. */
function sequence(seed: number) {
  let state = seed;
  return (limit: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor(state / 65536) % limit;
  };
}

const syllables = "ka ro mi san del va ton fre li bo an ster gu ne wal do".split(" ");

/** Made-up people: few first names are shared by many, as in life. */
function madePeople(count: number): Entry[] {
  const random = sequence(1);
  const word = (length: number) =>
    Array.from({ length }, () => syllables[random(syllables.length)]).join("");
  const firstNames = Array.from({ length: 300 }, () => word(2));
  return Array.from({ length: count }, (_, id) => {
    const first = firstNames[Math.min(random(300), random(300), random(300))];
    const films = 2 + Math.floor(40 / (1 + random(200)));
    return {
      name: `${first} ${word(2 + random(3))}`,
      sort: [films, `actor, ${films} films`, "/people/*-#/"],
      code: id,
    };
  });
}

/** A search box without a memory, which counts the bytes that one text loads. */
function freshSearch({ index, files }: FinderFiles, sizes = new Map<string, number>()) {
  let bytes = 0;
  const search = openFinder(async (path) => {
    const body = path === "finder.json" ? index : files.get(path.replace(/\.json$/, ""));
    if (body === undefined) throw new Error(`${path} does not exist`);
    bytes += sizes.get(path) ?? gzipSync(index).length;
    return JSON.parse(body);
  });
  return async (text: string): Promise<Found & { bytes: number }> => {
    const found = await search(text);
    return { ...found, bytes };
  };
}

const entries = madePeople(12_000);
const pathOf = ({ name, code }: Entry) => `/people/${fold(name).replaceAll(" ", "-")}-${code}/`;
const sample = Array.from({ length: 20 }, (_, i) => entries[i * 597] as Entry);
let made: FinderFiles;

beforeAll(() => {
  made = filesOf(entries);
});

const listed = ({ exact, near }: Found, entry: Entry) =>
  [...exact, ...near].some(({ path }) => path === pathOf(entry));

describe("a library of 12,000 names", () => {
  test("is cut into files of which one search loads 60,000 bytes at most", async () => {
    const sizes = new Map(
      Array.from(made.files, ([path, body]) => [`${path}.json`, gzipSync(body).length]),
    );
    expect(sizes.size).toBeGreaterThan(15);
    expect(sizes.size).toBeLessThan(299);
    expect(Math.max(...sizes.values())).toBeLessThan(36_000);
    for (const { name } of sample) {
      const { bytes } = await freshSearch(made, sizes)(name.replace("a", "e"));
      expect(bytes).toBeGreaterThan(0);
      expect(bytes).toBeLessThanOrEqual(60_000);
    }
  });

  test("finds each by the whole name, and by the words in the other order", async () => {
    for (const entry of sample) {
      expect(listed(await freshSearch(made)(entry.name), entry), entry.name).toBe(true);
      const turned = fold(entry.name).split(" ").reverse().join(" ");
      expect(listed(await freshSearch(made)(turned), entry), turned).toBe(true);
    }
  });

  test("finds each by every beginning of three letters or more, unless the count says that more match", async () => {
    for (const entry of sample) {
      const search = freshSearch(made);
      for (let length = 3; length <= entry.name.length; length += 1) {
        const found = await search(entry.name.slice(0, length));
        if (found.count === found.exact.length) expect(listed(found, entry), entry.name).toBe(true);
      }
    }
  });

  test("finds each with one wrong letter in the last name", async () => {
    const random = sequence(2);
    for (const entry of sample) {
      const [, last = ""] = fold(entry.name).split(" ");
      const at = random(last.length - 1);
      const swapped = last.slice(0, at) + last[at + 1] + last[at] + last.slice(at + 2);
      const { exact, near } = await freshSearch(made)(swapped);
      if (swapped === last || exact.length > 0) continue;
      expect(
        near.some(({ name }) => fold(name).endsWith(` ${last}`)),
        `${swapped}, ${last}`,
      ).toBe(true);
    }
  });

  test("of a common beginning it gives the best, and how many there are", async () => {
    const text = "s";
    const all = entries.filter(({ name }) => ` ${fold(name)}`.includes(` ${text}`));
    const starting = all.filter(({ name }) => fold(name).startsWith(text));
    const most = Math.max(...starting.map(({ sort }) => sort[0]));
    const { exact, count } = await freshSearch(made)(text);
    expect(count).toBe(all.length);
    expect(exact.length).toBeLessThan(count);
    expect(exact[0]?.note).toBe(`actor, ${most} films`);
  });

  test("has other file names if anything changes, and the same if nothing does", () => {
    const folderOf = ({ index }: FinderFiles) => JSON.parse(index).folder as string;
    expect(filesOf(entries)).toEqual(made);
    expect(folderOf(filesOf(entries.slice(1)))).not.toBe(folderOf(made));
  });

  test("cannot be searched if a file is missing", async () => {
    const search = freshSearch({ ...made, files: new Map() });
    await expect(search("kar")).rejects.toThrow("does not exist");
  });
});

test("a last word that too many names have gives the best, and the names by their other words", async () => {
  const studios = entries.slice(0, 9000).map((entry, i): Entry => {
    return { ...entry, name: `${entry.name.split(" ")[1]} Pictures`, code: i };
  });
  const crowd = filesOf(studios);
  expect((await freshSearch(crowd)("pictures")).count).toBe(9000);
  for (const studio of studios.filter((_, i) => i % 500 === 0)) {
    expect(listed(await freshSearch(crowd)(studio.name), studio), studio.name).toBe(true);
  }
});

test("a small library is one small file", () => {
  const { index, files } = filesOf(entries.slice(0, 2000));
  expect(files.size).toBe(0);
  expect(gzipSync(index).length).toBeLessThan(56_000);
});
