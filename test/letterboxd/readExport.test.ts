import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readExport } from "../../src/letterboxd/readExport.ts";
import type { Log } from "../../src/log.ts";
import { Problem } from "../../src/problem.ts";
import { DIARY, WATCHED } from "./exportText.ts";
import { zipBytes, zipFolder } from "./zipBytes.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures/exports");
const EVERYDAY = join(FIXTURES, "everyday");

let data: string;
let said: string[];
const log: Log = {
  info: (message) => void said.push(message),
  warn: (message) => void said.push(`! ${message}`),
};
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "film-ledger-data-"));
  said = [];
});
afterEach(() => rmSync(data, { recursive: true }));

const read = (dataDir: string, sampleDir = join(data, "sample")) =>
  readExport({ dataDir, sampleDir, buildDate: "2024-06-30", log });

const put = (path: string, content: string | Buffer) => {
  mkdirSync(join(data, path, ".."), { recursive: true });
  writeFileSync(join(data, path), content);
};
const watchedOn = (day: string, name: string) =>
  `${WATCHED}${day},${name},2000,https://boxd.it/a\n`;

describe("a whole export", () => {
  test("of today gives the figures counted by hand", async () => {
    const ledger = await read(EVERYDAY);
    expect(ledger).toMatchObject({
      kind: "folder",
      source: EVERYDAY,
      newestDate: "2024-03-14",
      asOf: "2024-03-14",
      member: { username: "inventedmember", givenName: "Ida", familyName: "Sample" },
      files: {
        "watched.csv": 5,
        "ratings.csv": 2,
        "diary.csv": 5,
        "reviews.csv": 2,
        "watchlist.csv": 2,
        "likes/films.csv": 2,
        "lists/*.csv": 2,
      },
    });
    expect(
      ledger.films.map((film) => [
        film.name,
        film.year,
        film.seen,
        film.liked,
        film.rating,
        film.ratingFrom,
      ]),
    ).toEqual([
      ["The Quiet Harbour", 1961, true, true, 4.5, "ratings"],
      ["The Quiet Harbour", 1998, true, false, 3.5, "review"],
      ["Salt, Sugar, Smoke", 2019, true, false, 3, "viewing"],
      ["1917", 2019, true, false, null, null],
      ["Nameless Short", null, true, false, 3, "ratings"],
      ["Heat Haze", 2031, false, false, null, null],
      ["Driftwood", 1977, false, false, null, null],
    ]);
    expect(ledger.viewings.map(({ date, film, rewatch }) => [date, film.name, rewatch])).toEqual([
      ["2024-01-01", "The Quiet Harbour", false],
      ["2024-01-05", "Salt, Sugar, Smoke", false],
      ["2024-02-10", "1917", true],
      ["2024-03-08", "The Quiet Harbour", true],
      ["2024-03-08", "Salt, Sugar, Smoke", true],
    ]);
    expect(ledger.viewings[0]?.review).toBe('<i>Two</i> lines,\n"quoted".');
    expect(ledger.complaints.map(({ level, file }) => [level, file])).toEqual([
      ["note", "orphaned/diary.csv"],
      ["note", "likes/films.csv"],
    ]);
    expect(JSON.stringify(ledger.member)).not.toContain("example.org");
  });

  test("of 2017 joins by name and year", async () => {
    const ledger = await read(join(FIXTURES, "from-2017"));
    expect(ledger.films.map(({ name, uri, rating }) => [name, uri, rating])).toEqual([
      ["Lamplight", "https://letterboxd.com/film/lamplight/", 5],
      ["Vanished Ad", null, 2],
    ]);
    expect(ledger.viewings.map(({ date, rewatch }) => [date, rewatch])).toEqual([
      ["2017-05-01", false],
      ["2017-05-02", false],
      ["2017-05-03", true],
    ]);
    expect(ledger.complaints.filter(({ level }) => level === "warning")).toEqual([]);
  });

  test("gives the same ledger as a zip", async () => {
    put("letterboxd-ida-2024-03-15-10-00-utc.zip", zipFolder(EVERYDAY));
    const { kind, source, ...zipped } = await read(data);
    const { kind: _, source: __, ...loose } = await read(EVERYDAY);
    expect([kind, source]).toEqual(["zip", join(data, "letterboxd-ida-2024-03-15-10-00-utc.zip")]);
    expect(zipped).toEqual(loose);
  });
});

describe("which export", () => {
  test("the newest Date inside wins, whatever the names say; the log names the others", async () => {
    put("watched.csv", watchedOn("2024-01-01", "Loose"));
    put("letterboxd-x-2025-01-01-00-00-utc/watched.csv", watchedOn("2024-02-02", "Folder"));
    put(
      "letterboxd-x-2023-01-01-00-00-utc.zip",
      zipBytes([{ name: "in/watched.csv", content: watchedOn("2024-03-03", "Zipped") }]),
    );
    put("sample/watched.csv", watchedOn("2024-04-04", "Sample"));
    const ledger = await read(data);
    expect(ledger.kind).toBe("zip");
    expect(ledger.films.map(({ name }) => name)).toEqual(["Zipped"]);
    expect(said[0]).toContain(
      "2023-01-01-00-00-utc.zip/in (last logged 2024-03-03), the newest of 3.",
    );
    expect(said.slice(1)).toHaveLength(2);
    expect(said.slice(1).every((line) => line.startsWith("Not used"))).toBe(true);
  });

  test("then the newest date in the name", async () => {
    put("letterboxd-x-2024-05-01-00-00-utc/watched.csv", watchedOn("2024-02-02", "Older"));
    put("letterboxd-x-2024-05-01-11-30-utc/watched.csv", watchedOn("2024-02-02", "Newer"));
    expect((await read(data)).films.map(({ name }) => name)).toEqual(["Newer"]);
    expect(said[0]).toMatch(
      /11-30-utc .*, as new as .*00-00-utc, but with a later date in its name/,
    );
  });

  test("an export may lie some folders down, unpacked or as a zip, but its parts are no exports", async () => {
    put("a/b/c/d/letterboxd/watched.csv", watchedOn("2024-01-01", "Deep"));
    put("a/b/c/d/letterboxd/deleted/diary.csv", DIARY);
    put("orphaned/diary.csv", DIARY);
    put("canon/best.csv", WATCHED);
    expect((await read(data)).source).toBe(join(data, "a/b/c/d/letterboxd"));
    expect(said).toHaveLength(1);
    const zip = zipBytes([{ name: "watched.csv", content: watchedOn("2024-01-02", "Zipped") }]);
    put("downloads/2024/mine.zip", zip);
    expect((await read(data)).source).toBe(join(data, "downloads/2024/mine.zip"));
  });

  test("the export of a zip may lie in any of its folders, and is named with them", async () => {
    const name = "./Users/ida/Downloads/letterboxd-ida-2024-01-02-10-00-utc/watched.csv";
    put("mine.zip", zipBytes([{ name, content: watchedOn("2024-01-01", "Deep") }]));
    expect((await read(data)).source).toBe(
      join(data, "mine.zip/Users/ida/Downloads/letterboxd-ida-2024-01-02-10-00-utc"),
    );
  });

  test.skipIf(process.platform === "win32")(
    "an export that links lead to is one all the same, and links may go in circles",
    async () => {
      put("real/watched.csv", watchedOn("2024-01-01", "Once"));
      symlinkSync(data, join(data, "real/again"));
      symlinkSync(join(data, "real"), join(data, "other"));
      expect((await read(data)).films).toHaveLength(1);
      expect(said).toHaveLength(1);
    },
  );

  test("a zip that holds another one is passed over, and a zip of something else too", async () => {
    put("letterboxd-ida-2024-01-01-10-00-utc.zip", zipBytes([{ name: "in.zip", content: "PK" }]));
    put("photos.zip", zipBytes([{ name: "one.txt", content: "no export" }]));
    put("watched.csv", watchedOn("2024-01-01", "Sound"));
    expect((await read(data)).films).toHaveLength(1);
    expect(said.slice(1).map((line) => line.replaceAll(data, "data"))).toEqual([
      "Not used: data/photos.zip contains no watched.csv, ratings.csv or diary.csv.",
      "! Not used: data/letterboxd-ida-2024-01-01-10-00-utc.zip contains no export, only another zip: in.zip.",
    ]);
  });

  test.each([
    [
      "holds another",
      "backup-2025-01-01.zip",
      zipBytes([{ name: "a-2025-01-02.zip", content: "" }]),
    ],
    ["is broken", "x/y/backup-2025-01-01.zip", "PK nothing"],
  ])(
    "a zip that %s takes nothing from an export by its date: it is not called as one",
    async (_, name, zip) => {
      put("letterboxd-ida-2024-01-01.zip", zipBytes([{ name: "watched.csv", content: WATCHED }]));
      put(name, zip);
      expect((await read(data)).source).toBe(join(data, "letterboxd-ida-2024-01-01.zip"));
      expect(said.slice(1)).toEqual([expect.stringContaining(`Not used: ${join(data, name)} `)]);
    },
  );

  test("a zip that holds the zip of a newer export is a problem that says what to do", async () => {
    put("watched.csv", watchedOn("2024-01-01", "Older"));
    const zips = [{ name: "in/letterboxd-ida-2025-01-01-10-00-utc.zip", content: "PK" }];
    put("downloads.zip", zipBytes(zips));
    const error = await read(data).catch((reason: Problem) => reason);
    expect(error).toMatchObject({
      message: expect.stringMatching(
        /contains no export, only another zip: in\/letterboxd-.+\nBy its name/,
      ),
      hint: expect.stringMatching(/^Unpack it once: replace it with the zip from inside/),
    });
  });

  test("a broken zip beside a sound export is passed over with a warning", async () => {
    put("broken.zip", "PK nothing");
    put("watched.csv", watchedOn("2024-01-01", "Sound"));
    expect((await read(data)).films).toHaveLength(1);
    expect(said.some((line) => line.startsWith("! ") && line.includes("broken.zip"))).toBe(true);
  });

  test("a broken zip alone is a problem, never the sample", async () => {
    cpSync(EVERYDAY, join(data, "sample"), { recursive: true });
    put("broken.zip", "PK nothing");
    await expect(read(data)).rejects.toBeInstanceOf(Problem);
  });

  test("DATA_DIR may be one zip", async () => {
    put("mine.zip", zipFolder(EVERYDAY));
    expect((await read(join(data, "mine.zip"))).kind).toBe("zip");
    put("other.zip", zipBytes([{ name: "notes.txt", content: "no export" }]));
    await expect(read(join(data, "other.zip"))).rejects.toThrow("contains no watched.csv");
  });

  const MISSPELT = watchedOn("2024-03-03", "X").replace("Name", "Nmae");

  test("a broken export that is the newest is a problem: an older one does not replace it", async () => {
    put("letterboxd-x-2024-01-02-00-00-utc/watched.csv", watchedOn("2024-01-01", "Older"));
    put("watched.csv", MISSPELT);
    const reading = read(data);
    await expect(reading).rejects.toBeInstanceOf(Problem);
    await expect(reading).rejects.toThrow(
      `The export in ${data} cannot be read.\nwatched.csv, line 1`,
    );
  });

  test("a broken export that is older is passed over with a warning", async () => {
    put("letterboxd-x-2024-05-02-00-00-utc/watched.csv", watchedOn("2024-05-01", "Newer"));
    put("watched.csv", MISSPELT);
    expect((await read(data)).films.map(({ name }) => name)).toEqual(["Newer"]);
    expect(said.some((line) => line.startsWith("! ") && line.includes('no column "Name"'))).toBe(
      true,
    );
  });

  describe("a broken zip", () => {
    const BROKEN = "letterboxd-bob-2024-07-04-10-00-utc.zip";
    beforeEach(() => put(BROKEN, "PK\u0003\u0004 cut off"));

    test("with a later date in its name than any entry that can be read is a problem", async () => {
      put("watched.csv", watchedOn("2024-07-03", "Older"));
      const error = await read(data).catch((reason: Problem) => reason);
      expect(error).toBeInstanceOf(Problem);
      expect(error).toMatchObject({
        message: `${data}/${BROKEN} is not a readable zip: the download is incomplete, or the file was never a zip.\nBy its name it is newer than ${data} (last logged 2024-07-03), which would be used instead.`,
        hint: `Remove ${data}/${BROKEN}, or download the export again in its place.`,
      });
    });

    test.each([
      ["an entry as new", "watched.csv", "2024-07-04"],
      ["a later name", "letterboxd-bob-2024-07-04-10-01-utc/watched.csv", "2024-07-03"],
    ])("is passed over beside an export with %s", async (_, path, day) => {
      put(path, watchedOn(day, "Sound"));
      expect((await read(data)).films.map(({ name }) => name)).toEqual(["Sound"]);
    });
  });

  test("a neighbour that cannot be read is reported once, in one line", async () => {
    put("watched.csv", watchedOn("2024-05-01", "Newer"));
    put("older/watched.csv", MISSPELT);
    await read(data);
    expect(said.map((line) => line.replaceAll(data, "data"))).toEqual([
      "Export: data (last logged 2024-05-01), the newest of 2.",
      '! Not used: The export in data/older cannot be read. watched.csv, line 1: The file has no column "Name", but "Nmae". Use the export as downloaded from Letterboxd.',
    ]);
  });

  test("while an import is broken off, there is none: the files of two exports lie there", async () => {
    put("watched.csv", watchedOn("2024-01-01", "New"));
    put(".import/new/watched.csv", WATCHED);
    expect((await read(data)).films.map(({ name }) => name)).toEqual(["New"]);
    put(".import/old/diary.csv", DIARY);
    await expect(read(data)).rejects.toThrow(`An import into ${data}/ was interrupted`);
  });

  test("one broken main file is a problem though the others are sound", async () => {
    cpSync(EVERYDAY, data, { recursive: true });
    put("ratings.csv", "<<<<<<< HEAD\nDate,Name\n=======\nDate,Name\n>>>>>>> other\n");
    await expect(read(data)).rejects.toThrow("ratings.csv, line 1: The file contains git conflict");
  });

  test("a path that does not exist is a problem that names it", async () => {
    const reading = read(join(data, "nowhere"));
    await expect(reading).rejects.toBeInstanceOf(Problem);
    await expect(reading).rejects.toThrow("nowhere");
  });
});
