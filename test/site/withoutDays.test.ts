import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Chance, chanceOf } from "../letterboxd/chance.ts";
import { newOwner, type Owner } from "../support/owner.ts";
import { startTmdbServer, type TmdbServer } from "../tmdbServer/server.ts";

/**
 * The owner's export in which every day became another of its month, by chance, and every file but
 * the lists has its rows in another order. What depends on months alone cannot tell the two apart.
 */
function mixDays(dataDir: string, chance: Chance): void {
  const rowsOf = (file: string): string[][] =>
    parse(readFileSync(join(dataDir, file), "utf8"), { relax_column_count: true });

  const days = new Map<string, string>();
  /** One entry keeps one day in all files. */
  const mixed = (day: string, column: string, uri: string) => {
    const known = days.get(`${column}\0${uri}`);
    const other = known ?? `${day.slice(0, 8)}${`${1 + chance.below(28)}`.padStart(2, "0")}`;
    days.set(`${column}\0${uri}`, other);
    return other;
  };
  for (const file of ["watched", "ratings", "diary", "reviews", "watchlist", "likes/films"]) {
    const [head = [], ...rows] = rowsOf(`${file}.csv`);
    const changed = rows.map((row) =>
      row.map((cell, i) =>
        /Date$/.test(head[i] ?? "") && cell !== "" ? mixed(cell, `${head[i]}`, `${row[3]}`) : cell,
      ),
    );
    writeFileSync(join(dataDir, `${file}.csv`), csv([head, ...chance.shuffled(changed)]));
  }
}

/**
 * Entries of which the order of days would tell something: a first watch and a rewatch in one month, and
 * two of one month, and a third of the month before, that may mean either of two films of one Name.
 */
const twiceAMonth = [
  "2024-05-10,The Piano,1993,https://boxd.it/twice1,3,,,2024-05-10",
  "2024-05-20,The Piano,1993,https://boxd.it/twice2,5,Yes,,2024-05-20",
  "2022-09-25,Leap Year,2010,https://boxd.it/twice3,4,,,2022-09-25",
];

const csv = (rows: string[][]): string =>
  rows.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\n`).join("");

const everythingBut = "reviews,tags,lists,listNotes,watchlist,name";
const settings = {
  BUILD_DATE: "2026-11-20",
  SITE_URL: "https://example.org",
  PUBLISH: everythingBut,
};

let server: TmdbServer;
let owner: Owner;
let other: Owner;

beforeAll(async () => {
  server = await startTmdbServer();
  owner = newOwner(server, settings);
  other = newOwner(server, { ...settings, CACHE_DIR: owner.cacheDir });
  for (const { dataDir } of [owner, other]) {
    appendFileSync(join(dataDir, "diary.csv"), twiceAMonth.map((row) => `${row}\r\n`).join(""));
  }
  mixDays(other.dataDir, chanceOf(12, 0));
  for (const one of [owner, other]) {
    const { code, stderr } = await one.build();
    expect(code, stderr).toBe(0);
  }
});

afterAll(async () => {
  owner.remove();
  other.remove();
  await server.close();
});

const bytes = ({ out }: Owner, file: string) => readFileSync(join(out, file));

test("with exact dates withheld, every byte of the site follows from months alone", () => {
  expect(owner.files().filter((file) => file.endsWith(".png")).length).toBeGreaterThan(30);
  expect(other.files()).toEqual(owner.files());
  const different = owner.files().filter((file) => !bytes(owner, file).equals(bytes(other, file)));
  expect(different).toEqual([]);
});

const viewingsPerYear = ({ years }: { years: { year: number; viewings: number }[] }) =>
  years.map(({ year, viewings }) => [year, viewings]);

test("the two exports differ in their days, and in figures of days", async () => {
  const exact = { PUBLISH: "all" };
  const [own, others] = await Promise.all(
    [owner, other].map(async (one) => JSON.parse((await one.doctor(["--json"], exact)).stdout)),
  );
  expect(own.streaks.longestDays.length).toBe(20);
  expect(others.streaks.longestDays.length).not.toBe(20);
  expect(others.viewings.first).not.toBe(own.viewings.first);
  expect(others.viewings.rewatches).not.toBe(own.viewings.rewatches);
  expect(viewingsPerYear(others)).toEqual(viewingsPerYear(own));
});

test("what has no meaning without days is left out, and null in the files", () => {
  expect(owner.json("data/summary.json")).toMatchObject({
    export: { asOf: "2026-11", newestDate: "2026-11" },
    viewings: { total: 387, rewatches: 53, first: "2021-06", last: "2026-10", bulkDays: null },
    streaks: { longestDays: null, longestWeeks: null, current: null },
    longestGap: null,
    doubleBills: null,
  });
  const pages = [
    ...["index.html", "timeline/index.html", "timeline/2024/index.html"],
    ...["diary/index.html", "diary/2024/index.html"],
  ];
  for (const page of pages) {
    const { document } = parseHTML(owner.read(page));
    const days = document.querySelectorAll(
      "#days, #weekdays, #streaks, #logging, #double-bills, #new, #milestones, [id^=d20]",
    );
    expect([page, days.length]).toEqual([page, 0]);
  }
});

test("no page names a day or a day of the week, but in titles and in what the owner wrote", () => {
  const names = (options: Intl.DateTimeFormatOptions, count: number) =>
    Array.from({ length: count }, (_, i) =>
      new Intl.DateTimeFormat("en", { timeZone: "UTC", ...options }).format(
        // 1 January 2024 was a Monday.
        Date.UTC(2024, count === 12 ? i : 0, count === 12 ? 1 : 1 + i),
      ),
    );
  const months = [...names({ month: "long" }, 12), ...names({ month: "short" }, 12)].join("|");
  const weekdays = names({ weekday: "long" }, 7).join("|");
  const short = [...names({ weekday: "short" }, 7), "Tues", "Thur", "Thurs"].join("|");
  const patterns = [
    new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${months})\\b`),
    new RegExp(`\\b(?:${months}) \\d{1,2}\\b(?!:)`),
    /\d{4}-\d{2}-\d{2}/,
    new RegExp(`\\b(?:${weekdays})s?\\b`),
    // People are called Sun and Mon, too: these stand alone, as labels do, or before a number.
    new RegExp(`>\\s*(?:${short})\\.?\\s*<|"(?:${short})\\.?"|\\b(?:${short})\\.?,? \\d`),
  ];
  // Titles, a keyword (Shōwa era, 1926 to 1989) with its address, and names of parts.
  const titles =
    /His Girl Friday|People on Sunday|Rainy Sundays|\(1926-89\)|showa-era-1926-89-\d+|\w+ Sunday\b|2nd May|Saturday Night|\b(?:April 18, 1906|May 9, 1945)\b/g;
  const named = owner
    .files()
    .filter((file) => /\.(html|json|csv|xml|txt|webmanifest)$/.test(file))
    .flatMap((file) => {
      const text = owner
        .read(file)
        .replace(/<div class="review">.*?<\/div>/gs, "")
        .replace(/<ul class="excerpts".*?<\/ul>/gs, (list) => list.replace(/<p>.*?<\/p>/gs, ""))
        .replace(titles, "");
      return patterns.flatMap((pattern) => {
        const [found] = pattern.exec(text) ?? [];
        return found ? [`${file}: ${found}`] : [];
      });
    });
  expect(named).toEqual([]);
});
