import { describe, expect, test } from "vitest";
import { filmsCsv } from "../../src/dataFiles/filmsCsv.ts";
import { publicSummary } from "../../src/dataFiles/publicSummary.ts";
import { publishedFilms } from "../../src/dataFiles/publishedFilms.ts";
import { createFormat } from "../../src/format.ts";
import { buildLibrary } from "../../src/library/library.ts";
import { summarise } from "../../src/stats/summary.ts";
import { type Chance, chanceOf } from "../letterboxd/chance.ts";
import {
  DIARY,
  ledgerOf,
  RATINGS,
  REVIEWS,
  type Texts,
  WATCHED,
} from "../letterboxd/exportText.ts";
import { makeLedger } from "../support/libraryMaker.ts";

/** Two of them share Name and Year, so that only their order tells which an entry means. */
const films = [
  { name: "Ran", uri: "https://boxd.it/b" },
  { name: "Ran", uri: "https://boxd.it/a" },
  { name: "Ordet", uri: "https://boxd.it/c" },
];

/** Rows by file; the months and all else are the export's, the days and the order of rows are not. */
type Rows = Record<string, ((day: () => string) => string)[]>;

const heads: Record<string, string> = {
  "watched.csv": WATCHED,
  "ratings.csv": RATINGS,
  "diary.csv": DIARY,
  "reviews.csv": REVIEWS,
  "watchlist.csv": WATCHED,
};

/** A few films seen over two months, some twice in one, with whatever an entry may say. */
function someRows(chance: Chance): Rows {
  const monthly = (month: string, row: (date: string) => string) => (day: () => string) =>
    row(`${month}-${day()}`);
  const someMonth = () => chance.pick(["2024-02", "2024-03"]);
  const rows: Rows = { "watched.csv": [], "ratings.csv": [], "diary.csv": [], "reviews.csv": [] };
  for (const { name, uri } of films) {
    rows["watched.csv"]?.push(monthly(someMonth(), (date) => `${date},${name},1985,${uri}`));
    if (chance.happens(0.3)) {
      const rating = chance.pick([2, 4]);
      rows["ratings.csv"]?.push(
        monthly(someMonth(), (date) => `${date},${name},1985,${uri},${rating}`),
      );
    }
  }
  const entries = 2 + chance.below(6);
  for (let i = 0; i < entries; i += 1) {
    const { name } = chance.pick(films);
    const said = `${chance.pick(["", 1, 3, 4.5])},${chance.pick(["", "Yes"])}`;
    const tags = chance.pick(["", "at home"]);
    const start = `${name},1985,https://boxd.it/e${i},${said}`;
    const month = someMonth();
    let watched = "";
    rows["diary.csv"]?.push(
      monthly(month, (date) => {
        watched = date;
        return `${date},${start},${tags},${date}`;
      }),
    );
    if (chance.happens(0.4)) {
      rows["reviews.csv"]?.push(() => `${watched},${start},Said ${i}.,${tags},${watched}`);
    }
  }
  rows["watchlist.csv"] = [monthly(someMonth(), (date) => `${date},Ikiru,1952,https://boxd.it/w`)];
  return rows;
}

/** The export with days of its own, and its rows in an order of its own. */
const textsOf = (rows: Rows, chance: Chance): Texts =>
  Object.fromEntries(
    Object.entries(rows).map(([file, made]) => {
      const day = () => `${1 + chance.below(28)}`.padStart(2, "0");
      const lines = made.map((row) => row(day));
      return [file, `${heads[file]}${chance.shuffled(lines).join("\n")}\n`];
    }),
  );

const months = createFormat({ exactDates: false });

/** All that pages and files are made of. */
function published(texts: Texts) {
  const ledger = ledgerOf(texts, "2024-06-30", { exactDates: false });
  const library = buildLibrary(makeLedger([], ledger), new Map(), { exactDates: false });
  const { films: shown, viewings, watchlist, asOf, newestDate } = library;
  const records = publishedFilms(shown, months);
  return {
    graph: { shown, viewings, watchlist, asOf, newestDate },
    records,
    csv: filmsCsv(records),
    summary: publicSummary(summarise(library), months),
  };
}

describe("with exact dates withheld, exports that differ only within months become one site", () => {
  test.each(Array.from({ length: 150 }, (_, turn) => turn))("turn %i", (turn) => {
    const rows = someRows(chanceOf(4, turn));
    const [one, other] = [0, 1].map((mix) => textsOf(rows, chanceOf(5 + mix, turn)));
    if (!one || !other) throw new Error("no texts");
    expect(one).not.toEqual(other);
    expect(published(other)).toEqual(published(one));
  });

  test("two viewings of one month count as first watch and rewatch, whichever bears the flag", () => {
    const entry = (day: string, flag: string) =>
      `2024-03-${day},Ran,1985,https://boxd.it/e${day},,${flag},,2024-03-${day}\n`;
    for (const [first, second] of [
      ["", "Yes"],
      ["Yes", ""],
      ["", ""],
    ] as const) {
      const { summary } = published({
        "watched.csv": `${WATCHED}2024-03-01,Ran,1985,https://boxd.it/a\n`,
        "diary.csv": DIARY + entry("04", first) + entry("05", second),
      });
      expect(summary.viewings).toMatchObject({ total: 2, rewatches: 1 });
    }
  });
});
