import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { DIARY, RATINGS } from "../letterboxd/exportText.ts";
import { asLatin1, films, LIST, newWorld, USED, WHOLE, type World } from "./world.ts";

let world: World;
beforeEach(() => {
  world = newWorld();
});

test.each([
  ["a zip", () => world.download(WHOLE)],
  [
    "a zip with a folder in it",
    () =>
      world.download(
        Object.fromEntries(Object.entries(WHOLE).map(([file, text]) => [`ida/${file}`, text])),
      ),
  ],
  ["a folder", () => world.unpack(WHOLE)],
  ["a folder one down", () => join(world.unpack(WHOLE, "a/letterboxd-ida"), "..")],
])("of %s: the files the site uses, byte for byte", async (_, make) => {
  await world.import(make());
  expect(world.held()).toEqual(asLatin1(USED));
  expect(readdirSync(world.dataDir)).not.toContain(".import");
});

test("it says how many rows are there, what was left behind and what to do next", async () => {
  await world.import(world.download(WHOLE));
  expect(
    world.said(),
  ).toBe(`Export: downloads/letterboxd-ida-2024-06-01-10-00-utc.zip (last logged 2024-01-10).
This is the first import: 10 films seen, 6 viewings.

Now in data/
  watched.csv      10 rows
  ratings.csv      1 row
  diary.csv        6 rows
  reviews.csv      1 row
  watchlist.csv    1 row
  likes/films.csv  1 row
  lists/           1 list, 1 film
  history.csv      1 import
  Left behind: profile.csv with your e-mail address, comments.csv, likes/lists.csv, likes/reviews.csv, notes.csv, 1 orphaned diary entry, deleted/ with 1 file.
  In a public repository everyone can read your texts as you wrote them (reviews.csv, lists/) and your watchlist (watchlist.csv).

Next: npm run build`);
});

const nameLine = 'owner: "Ida, \\"I.\\" Sample",';

test("profile.csv stays behind also where the name is published, which is offered as a line", async () => {
  await world.import(world.download(WHOLE), { publish: { name: true } });
  expect(world.held()).toEqual(asLatin1(USED));
  expect(world.said()).toContain(
    `Your settings publish your name. Write it into site.config.ts: ${nameLine}`,
  );
});

test("one that an earlier import has left in data/ is taken away, and its name offered", async () => {
  world.hold({ ...USED, "profile.csv": WHOLE["profile.csv"] ?? "" });
  await world.import(world.dataDir, { publish: { name: true } });
  expect(world.held()).toEqual(asLatin1(USED));
  expect(world.said()).toContain(nameLine);
});

test("no name is offered where it is withheld, or written already; without one its owner writes it", async () => {
  await world.import(world.download(WHOLE));
  await world.import(world.download(WHOLE), { publish: { name: true }, owner: "Ida" });
  expect(world.said()).not.toContain("owner:");
  await world.import(world.download(USED), { publish: { name: true } });
  expect(world.said()).toContain("this export has none");
  expect(world.said()).toContain('owner: "Your Name",');
});

test("a damaged file is left out and named, a main file is not", async () => {
  const texts = {
    ...USED,
    "lists/dead.csv": Buffer.alloc(40),
    "likes/films.csv": "Film;Liked\nA;1\n",
  };
  await world.import(world.download(texts));
  const { "likes/films.csv": _, ...rest } = USED;
  expect(world.held()).toEqual(asLatin1(rest));
  expect(world.said()).toMatch(
    /! lists\/dead\.csv: The file contains nothing but NUL bytes.+left out/,
  );
  expect(world.said()).toMatch(/! likes\/films\.csv: The file has no column .+left out/);
});

test("all damaged files are named, up to twenty, since nothing can name them later", async () => {
  const dead = Array.from({ length: 23 }, (_, n) => `lists/dead-${n + 10}.csv`);
  await world.import(
    world.download({ ...USED, ...Object.fromEntries(dead.map((file) => [file, Buffer.alloc(9)])) }),
  );
  expect(world.said()).toContain(
    `! ${dead.slice(0, 20).join(", ")} and 3 more: Each of these 23 files contains nothing but NUL bytes: it was damaged on disk. Download it again. They are left out.`,
  );
});

test("of an export that holds nothing but what the site uses nothing is left behind", async () => {
  await world.import(world.download({ "watched.csv": films(3) }));
  expect(world.said()).not.toMatch(/Left behind|public repository/);
});

test("tags are named among what a public repository shows", async () => {
  const diary = `${DIARY}2024-01-01,Film 1,2000,https://boxd.it/e1,,,cinema,2024-01-02\n`;
  await world.import(world.unpack({ "watched.csv": films(3), "diary.csv": diary }));
  expect(world.said()).toContain("In a public repository everyone can read your tags (diary.csv).");
});

const nameless = (rows: number): string =>
  `${films(10)}${Array.from({ length: rows }, () => "2024-01-01,,2000,\n").join("")}`;

test("a few warnings are shown as they are, a file saved again first", async () => {
  const ratings =
    "Date;Name;Year;Letterboxd URI;Rating\n2024-01-01;Film 1;2000;https://boxd.it/f1;4\n";
  const texts = { ...USED, "watched.csv": nameless(1), "ratings.csv": ratings };
  await world.import(world.download(texts));
  const warnings = world.said().match(/^! .+$/gm);
  expect(warnings).toHaveLength(2);
  expect(warnings?.[0]).toContain(
    "! ratings.csv, line 1: A spreadsheet or another tool saved the file again",
  );
  expect(warnings?.[1]).toContain("! watched.csv, line 12: ");
});

test("of many warnings five are shown, and which command lists the others", async () => {
  const ratings = `${RATINGS}2024-01-01,Film 1,2000,https://boxd.it/f1,4\na,b\n`;
  await world.import(
    world.download({ ...USED, "watched.csv": nameless(6), "ratings.csv": ratings }),
  );
  // Five of the six rows in full, their sum, and the row of ratings.csv make seven.
  expect(world.said()).toContain(
    "! … and 2 more warnings: after the import, npm run doctor -- --all lists them.",
  );
  const lists = Array.from({ length: 6 }, (_, n) => [`lists/${n}.csv`, `${LIST}1,,2000,,\n,b\n`]);
  await world.import(
    world.download({ ...USED, "watched.csv": nameless(6), ...Object.fromEntries(lists) }),
    { force: true },
  );
  // The six lines of watched.csv and two of each list make eighteen.
  expect(world.said()).toContain(
    "! … and 13 more warnings: after the import, npm run doctor -- --all lists them.",
  );
});

test("lists with names that a disk refuses get others, and say the same", async () => {
  const lists = ['lists/what: "now".csv', "lists/CON.csv", "lists/By-The-Sea.csv"];
  await world.import(
    world.unpack({ ...USED, ...Object.fromEntries(lists.map((file) => [file, LIST])) }),
  );
  expect(readdirSync(join(world.dataDir, "lists")).sort()).toEqual(
    ["_CON.csv", "By-The-Sea.csv", "by-the-sea-2.csv", "what- -now-.csv"].sort(),
  );
  expect(world.said()).toContain("lists/           4 lists, 4 films");
});

test("of several exports in a folder the newest is taken", async () => {
  const folder = join(world.download({ "watched.csv": films(3) }, "one.zip"), "..");
  world.download({ "watched.csv": films(4) }, "two.zip");
  await world.import(folder);
  expect(world.held()).toEqual({ "watched.csv": films(4) });
  expect(world.said()).toContain("Not used: downloads/one.zip (last logged 2024-01-03).");
});
