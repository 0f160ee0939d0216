import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { importExport } from "../../src/import/importExport.ts";
import { defaultSettings } from "../../src/settings.ts";
import { RATINGS, WATCHED } from "../letterboxd/exportText.ts";
import { zipBytes } from "../letterboxd/zipBytes.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { asLatin1, films, LIST, newWorld, USED, viewings, WHOLE, type World } from "./world.ts";

let world: World;
beforeEach(() => {
  world = newWorld();
});

describe("what was there", () => {
  test("every part of the export before goes, and nothing else", async () => {
    const beside = {
      "overrides.csv": "Name,Year,Letterboxd URI,TMDB\n",
      "README.md": "Mine.",
      "sample/watched.csv": films(1),
      "notes/mine.txt": "Mine.",
      "notes.csv": "Mine.",
    };
    world.hold({ ...WHOLE, "lists/older.csv": LIST, ...beside });
    const next = { "watched.csv": films(10), "diary.csv": viewings(6) };
    await world.import(world.download(next), { force: true });
    expect(world.held()).toEqual(asLatin1({ ...next, ...beside }));
  });

  test("the data folder itself can be imported: then it is cleared of what the site does not use", async () => {
    world.hold(WHOLE);
    await world.import(world.dataDir);
    const { "notes.csv": notes = "" } = WHOLE;
    expect(world.held()).toEqual(asLatin1({ ...USED, "notes.csv": notes }));
    expect(world.said()).toContain(
      "It is data/ itself: whatever the site does not use is removed.\nIt has 10 films seen, 6 viewings.",
    );
    expect(world.said()).toContain(
      "Removed: profile.csv with your e-mail address, comments.csv, likes/lists.csv, likes/reviews.csv, 1 orphaned diary entry, deleted/ with 1 file.",
    );
    await world.import(world.dataDir);
    expect(world.said()).toContain("Nothing was removed: the site uses all of it.");
  });

  test("of the data folder itself nothing is taken away that cannot be read, unless forced", async () => {
    world.hold({ ...USED, "watchlist.csv": "Film;Seen\nStalker;yes\n" });
    const held = world.held();
    expect(await world.refused(world.dataDir)).toContain(
      "These unreadable files would be removed: data/watchlist.csv.\nNothing was imported",
    );
    expect(world.held()).toEqual(held);
    await world.import(world.dataDir, { force: true });
    expect(world.held()).not.toHaveProperty("watchlist.csv");
  });

  test("an export that cannot be read is mentioned and replaced", async () => {
    world.hold({ "watched.csv": "Film;Seen\nStalker;yes\n" });
    await world.import(world.download(USED));
    expect(world.held()).toEqual(asLatin1(USED));
    expect(world.said()).toMatch(
      /! The present export in data\/ cannot be read.+watched\.csv, line 1/s,
    );
  });
});

describe("what is new", () => {
  const since = () => world.said().slice(world.said().lastIndexOf("last export"));

  test("films by name, viewings, ratings and likes by number", async () => {
    await world.import(world.download(USED));
    await world.import(
      world.download({
        "watched.csv": films(16, 2),
        "diary.csv": viewings(8, 2),
        "ratings.csv": `${RATINGS}2024-01-01,Film 2,2000,https://boxd.it/f2,4\n`,
        "likes/films.csv": `${WATCHED}2024-01-01,Film 3,2000,https://boxd.it/f3\n`,
      }),
      { force: true },
    );
    // Films 1 to 10 became 2 to 17, viewings of 1 to 6 those of 2 to 9, the like of 2 that of 3. Of what
    // goes the warning tells what is much, and nothing else does.
    expect(since().split("\n\n")[0]).toBe(`last export, data (last logged 2024-01-10)
  films seen       16, 7 new: Film 11 (2000), Film 12 (2000), Film 13 (2000), Film 14 (2000), Film 15 (2000) and 2 more
  films gone       1: Film 1 (2000)
  viewings         8, 3 new
  ratings          1, 1 new
  likes            1, 1 new
! The new export lacks much of what the last one has:
!   reviews.csv 1 row: gone
!   watchlist.csv 1 row: gone
!   lists/ 1 list, 1 row: gone
!   1 of 6 viewings: gone
!   1 of 1 ratings: gone
!   1 of 1 likes: gone`);
  });

  test("nothing, if it is the same export", async () => {
    await world.import(world.download(WHOLE));
    await world.import(world.unpack(USED));
    expect(since()).toContain(
      "last export, data (last logged 2024-01-10): 10 films seen, 6 viewings, and everything else unchanged.",
    );
  });

  test("it is compared with the newest that lies in data/, a zip too, never with the sample", async () => {
    world.hold({ "sample/watched.csv": films(30) });
    await world.import(world.download({ "watched.csv": films(2) }));
    expect(world.said()).toContain("This is the first import: 2 films seen, 0 viewings.");
    const old = world.download({ "watched.csv": films(5) }, "old.zip");
    mkdirSync(join(world.dataDir, "in"));
    world.hold({ "in/watched.csv": films(4), "in/profile.csv": WHOLE["profile.csv"] ?? "" });
    await world.import(old);
    expect(since()).toContain(
      "last export, data/in (last logged 2024-01-04)\n  films seen       5, 1 new",
    );
    expect(world.said()).toContain(
      "No longer needed: data/in. A raw export contains your e-mail address.",
    );
  });
});

test.each(["./", "./Users/ida/Downloads/letterboxd-ida/"])(
  "an export lies in a zip wherever its names begin with %s",
  async (start) => {
    const inside = Object.entries(USED).map(([file, text]) => [`${start}${file}`, text] as const);
    const foreign = { "readme.txt": "Not ours.", "letterboxd.zip": "PK" };
    await world.import(world.download({ ...Object.fromEntries(inside), ...foreign }));
    expect(world.held()).toEqual(asLatin1(USED));
  },
);

test("an export lies in a folder of what was downloaded, some folders down or zipped", async () => {
  const path = world.unpack({ "a/b/c/letterboxd-ida/watched.csv": films(3) }, "all");
  await world.import(path);
  expect(world.held()).toEqual(asLatin1({ "watched.csv": films(3) }));
  world.download({ "watched.csv": films(4) }, "all/a/letterboxd-ida.zip");
  await world.import(path);
  expect(world.held()).toEqual(asLatin1({ "watched.csv": films(4) }));
});

test("foreign zips keep no export out, by whatever date, neither where it lies nor in the data folder", async () => {
  const foreign = zipBytes([{ name: "one.zip", content: "PK" }]);
  const path = world.unpack(
    { "ida.zip": zipBytes([{ name: "watched.csv", content: films(3) }]) },
    "all",
  );
  world.unpack({ "a-2025-01-01.zip": foreign, "b-2025-01-01.zip": "PK cut off" }, "all/x/y");
  world.hold({ "backup-2025-01-01.zip": foreign });
  await world.import(path);
  expect(world.held()).toMatchObject(asLatin1({ "watched.csv": films(3) }));
  expect(world.said()).toContain("This is the first import");
});

test("nothing is imported over the sample, though DATA_DIR is a link to it", async () => {
  const sample = temporaryFolder();
  writeFileSync(join(sample, "watched.csv"), films(2));
  symlinkSync(sample, join(world.dataDir, "..", "sample"));
  const { dataDir } = world;
  const settings = {
    ...defaultSettings(),
    dataDir: join(dataDir, "..", "sample"),
    sampleDir: sample,
  };
  const importing = importExport(world.download(USED), settings);
  await expect(importing).rejects.toThrow("an export never replaces the sample");
  expect(readFileSync(join(sample, "watched.csv"), "utf8")).toBe(films(2));
});

describe("refused, and the data folder stays as it was:", () => {
  const last = { ...WHOLE, "overrides.csv": "Name,Year,Letterboxd URI,TMDB\n" };
  const refusing = async (path: string) => {
    const before = world.held();
    const refusal = await world.refused(path);
    expect(refusal).toMatch(/^Problem: .+\nNothing was imported, nothing was changed\. /s);
    expect(world.held()).toEqual(before);
    expect(existsSync(join(world.dataDir, ".import"))).toBe(false);
    return refusal;
  };
  beforeEach(() => world.hold(last));

  test("a main file that cannot be read", async () => {
    const texts = { ...USED, "ratings.csv": Buffer.alloc(80) };
    expect(await refusing(world.download(texts))).toContain(
      "ratings.csv: The file contains nothing but",
    );
    expect(await refusing(world.download(texts))).toContain(
      "Download the export again at letterboxd.com/settings/data and import it again.",
    );
  });

  test("no export, no zip, nothing at all", async () => {
    expect(await refusing(world.download({ "notes.txt": "" }))).toContain(
      "contains no watched.csv",
    );
    expect(await refusing(world.unpack({ "notes.txt": "" }))).toContain("contains no watched.csv");
    const { dataDir } = world;
    expect(await refusing(join(dataDir, "watched.csv"))).toContain("neither a folder nor a zip");
    expect(await refusing(join(dataDir, "..", "gone.zip"))).toContain("There is no file or folder");
  });

  test("a zip that holds another one, which is named", async () => {
    const inner = "letterboxd-ida-2024-06-01-10-00-utc.zip";
    expect(await refusing(world.download({ [inner]: "PK" }, "downloads.zip"))).toContain(
      `downloads/downloads.zip contains no export, only another zip: ${inner}.\nNothing was imported, nothing was changed. Unpack it once: replace it with the zip from inside, or import that one.`,
    );
  });

  test("names that lead out of the zip", async () => {
    for (const name of ["../escaped.csv", "lists/../../escaped.csv", "/tmp/escaped.csv"]) {
      await refusing(world.download({ ...USED, [name]: "x" }));
    }
    expect(existsSync(join(world.dataDir, "..", "escaped.csv"))).toBe(false);
  });

  test("a newer export beside it, which would be taken instead", async () => {
    world.hold({ "unpacked/watched.csv": films(11) });
    expect(await refusing(world.download(USED))).toBe(
      "Problem: data/unpacked (last logged 2024-01-11) would be used instead of the imported files, because it is in data/.\nNothing was imported, nothing was changed. Move it out of data/ and try again. Or import that one instead.",
    );
  });

  test("a zip beside it that cannot be read and is newer by its name: it would stop every command", async () => {
    world.hold({ "letterboxd-ida-2024-07-04-10-00-utc.zip": "PK cut off" });
    const refusal = await refusing(world.download(USED));
    expect(refusal).toContain("By its name it is newer than data (last logged 2024-01-10)");
    expect(refusal).toContain("Remove data/letterboxd-ida-2024-07-04-10-00-utc.zip, or");
  });

  test("the very export, if it lies in the data folder under a dated name", async () => {
    world.hold({ "letterboxd-ida-2024-06-01-10-00-utc/watched.csv": films(10) });
    const folder = join(world.dataDir, "letterboxd-ida-2024-06-01-10-00-utc");
    expect(await refusing(folder)).toContain(
      "Move it out of data/ and import it from its new place.",
    );
  });

  test("a file that many disks would take for a part of the export", async () => {
    world.hold({ "Diary.csv": "Mine." });
    expect(await refusing(world.download(USED))).toContain(
      "data/Diary.csv is in the way of data/diary.csv.",
    );
  });
});
