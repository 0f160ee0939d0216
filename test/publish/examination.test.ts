import { expect, test } from "vitest";
import { loadLibrary } from "../../src/loadLibrary.ts";
import { examination } from "../../src/publish/examination.ts";
import { settingsSection } from "../../src/publish/examinedSettings.ts";
import { readSettings } from "../../src/settings.ts";
import { doubtful } from "../../src/tmdb/match.ts";

const settings = readSettings({ config: {}, env: { OFFLINE: "1" } });
const loaded = await loadLibrary({ ...settings, dataDir: settings.sampleDir });

const examined = (films: number, { complaints = loaded.ledger.complaints, all = false } = {}) =>
  examination({
    ...loaded,
    ledger: { ...loaded.ledger, complaints },
    settings,
    all,
    remarks: ["Export: the one of May."],
    report: {
      doubtful: Array.from({ length: films }, (_, i) => ({
        key: `${i}`,
        uri: null,
        name: `Film ${i}`,
        year: i === 0 ? null : 1990 + i,
        match: doubtful("Two are equally known.", []),
        seen: true,
      })),
    },
  });

test("doubtful films are named with year and reason", () => {
  const lines = examined(2);
  const at = lines.findIndex((line) => /^ {2}worth a look +2$/.test(line));
  expect(lines.slice(at + 1, at + 4)).toEqual([
    "    Film 0 (no year): Two are equally known.",
    "    Film 1 (1991): Two are equally known.",
    "\nSettings",
  ]);
});

test("entries that are one at TMDB are named, and nothing is said where there are none", () => {
  expect(examined(0).some((line) => line.startsWith("  one at TMDB"))).toBe(false);
  const match = { type: "movie" as const, id: 1, confidence: 1, reason: "Said so." };
  const [first, second] = loaded.library.films;
  const films = loaded.library.films.map((film) =>
    film === first || film === second ? { ...film, match } : { ...film, match: null },
  );
  const lines = examination({
    ...loaded,
    library: { ...loaded.library, films },
    settings,
    remarks: [],
    report: null,
  });
  const names = [first, second].map((film) => `${film?.name} (${film?.year})`).sort();
  const line = lines.find((text) => text.startsWith("  one at TMDB"));
  expect(line?.replace("  one at TMDB", "").trim().split(" = ").sort()).toEqual(names);
});

test("of many doubtful films three are named and the rest is counted, unless all are asked for", () => {
  const lines = examined(13);
  expect(lines.filter((line) => line.includes("Two are equally known."))).toHaveLength(3);
  expect(lines).toContain("    … and 10 more");
  const all = examined(13, { all: true });
  expect(all.filter((line) => line.includes("Two are equally known."))).toHaveLength(13);
});

test("the whole fits on a tall screen, warnings first, what files share said once", () => {
  const complaints = [
    ...Array.from({ length: 20 }, (_, n) => ({
      level: "note" as const,
      file: "diary.csv",
      line: n + 2,
      message: `Note ${n}.`,
    })),
    ...["a", "b", "c", "d"].map((name) => ({
      level: "warning" as const,
      file: `lists/${name}.csv`,
      line: null,
      message: "The file is empty.",
    })),
  ];
  const lines = examined(13, { complaints });
  expect(lines.join("\n").split("\n").length).toBeLessThanOrEqual(70);
  const at = lines.indexOf("\nOdd in the export");
  expect(lines[at + 1]).toBe("  ! lists/a.csv, lists/b.csv and 2 more files: The file is empty.");
  expect(lines.at(-1)).toBe("    … and 9 more: npm run doctor -- --all");
  expect(examined(13, { complaints, all: true }).at(-1)).toBe("    diary.csv, line 21: Note 19.");
});

test("of the settings those are told that differ from the usual ones", () => {
  const lines = examined(0);
  const at = lines.indexOf("\nSettings");
  expect(lines.slice(at + 1, at + 4)).toEqual([
    "  network          never touched",
    "  all else         as by default",
    "\nPublic",
  ]);
  const chosen = readSettings({
    config: { bulkDay: 12, publish: { reviews: true } },
    env: { TMDB_API_TOKEN: "0".repeat(32), BASE_PATH: "/films" },
  });
  const said = settingsSection({ ...chosen, buildDate: "2024-02-29" }).fields;
  expect(said).toEqual([
    ["token", "set"],
    ["build date", "2024-02-29"],
    ["address", "none, base /films/"],
    ["bulkDay", "12"],
    ["all else", "as by default"],
  ]);
  expect(settingsSection(readSettings({ config: {}, env: {} })).fields).toEqual([
    ["all", "as by default"],
  ]);
});

test("every list and tag is named when all is asked for", () => {
  const tags = examined(0, { all: true }).find((line) => line.includes("most tagged"));
  expect(tags?.match(/" \d+ viewings? of/g)).toHaveLength(25);
  expect(tags).not.toContain("more");
});

test("what was said while the export was chosen is told with the export", () => {
  const lines = examined(0);
  expect(lines.slice(0, 2)).toEqual(["\nExport", "  Export: the one of May."]);
});

test("what did not go the plain way is counted with the export", () => {
  const exceptions = {
    leftOut: { "diary.csv": 2 },
    skipped: [{ file: "lists/x.csv", reason: "is empty, even the header is missing." }],
    leftAlone: ["deleted/ (3 files)", "likes/lists.csv"],
    orphaned: { "orphaned/diary.csv": 7 },
    withoutAddress: { "watched.csv": 1, "diary.csv": 3 },
    toCome: 5,
    joinedByOrder: 4,
  };
  const lines = examination({
    ...loaded,
    ledger: { ...loaded.ledger, exceptions },
    settings,
    remarks: [],
  });
  for (const line of [
    "  left out         diary.csv 2",
    "  without address  watched.csv 1, diary.csv 3",
    "  still to come    5 rows of diary.csv: no viewings",
    "  joined by order  4 rows of films with equal name and year",
    "  orphaned         orphaned/diary.csv 7; not counted",
    "  files not read   lists/x.csv: is empty, even the header is missing. deleted/ (3 files), likes/lists.csv: hold nothing that counts.",
  ]) {
    expect(lines).toContain(line);
  }
});

test("what the sample's diary, lists and watchlist hold", () => {
  const lines = examined(0);
  const at = lines.indexOf("\nDiary, lists, watchlist");
  expect(lines.slice(at + 1, at + 13).map((line) => line.trim())).toMatchInlineSnapshot(`
    [
      "rated anew       28 films rated twice or more: 15 up, 4 down, 9 the same; +0.20 on average",
      "rating changed   311 films with a rating now and at logging: 5 up, 15 down, 291 the same; -0.02 on average",
      "logged promptly  294 of 372 viewings within a day",
      "age when seen    19 years in the middle, of 332 first watches",
      "reviews          48 of 44 films: 46 of a viewing, 2 without",
      "tags             25, on 310 of 384 viewings, 2021-06-21 to 2026-10-31",
      "most tagged      "festival" 73 viewings of 73 films, "with M." 73 viewings of 72 films, "35mm" 48 viewings of 44 films and 22 more",
      "lists            3 with 55 films, 49 of them seen, and 15 notes",
      "watchlist        60 films, 3 of them seen; there for 884 days in the middle, the oldest since 2021-06-28",
      ""Noir, by wetness of street": 12 of 14 films seen, from The Third Man to Fury",
      ""Rainy Sundays": 14 of 15 films seen, from The Shop Around the Corner to Gaslight",
      ""Women, with a camera": 23 of 26 films seen, from Cléo from 5 to 7 to The Nightingale",
    ]
  `);
});
