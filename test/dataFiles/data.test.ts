import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { filmsCsv } from "../../src/dataFiles/filmsCsv.ts";
import { publicSummary } from "../../src/dataFiles/publicSummary.ts";
import { publishedFilms } from "../../src/dataFiles/publishedFilms.ts";
import { createFormat } from "../../src/format.ts";
import { summarise } from "../../src/stats/summary.ts";
import { actor, director, type FilmSpec, makeFilms, makeLibrary } from "../support/libraryMaker.ts";

const exact = createFormat();
const months = createFormat({ exactDates: false });
const fullDate = /\d{4}-\d{2}-\d{2}/;

const ran: FilmSpec = {
  name: "Ran",
  year: 1985,
  uri: "https://boxd.it/29Mg",
  rating: 4.5,
  liked: true,
  viewings: [
    { on: "2023-02-28", rating: 4 },
    { on: "2024-02-29", rewatch: true },
  ],
  tmdb: {
    runtime: 160,
    genres: [
      { id: 28, name: "Action" },
      { id: 18, name: "Drama" },
    ],
    originCountries: ["JP", "FR"],
    crew: [director(5026, "Akira Kurosawa")],
    cast: [actor(70131, "Tatsuya Nakadai")],
  },
};

const csvOf = (...specs: FilmSpec[]) => filmsCsv(publishedFilms(makeFilms(specs), exact));
const rowsOf = (csv: string): string[][] => parse(csv);

describe("films.json", () => {
  test("has of a film what the documentation says, and nothing else", () => {
    expect(publishedFilms(makeFilms([ran]), exact)).toEqual([
      {
        name: "Ran",
        year: 1985,
        uri: "https://boxd.it/29Mg",
        path: "/films/ran-1985/",
        rating: 4.5,
        liked: true,
        viewings: [
          { date: "2023-02-28", rating: 4, rewatch: false },
          { date: "2024-02-29", rating: null, rewatch: true },
        ],
        tmdb: { type: "movie", id: 1, confidence: 0.9, reason: "Same title and year." },
        runtime: 160,
        genres: [
          { id: 28, name: "Action" },
          { id: 18, name: "Drama" },
        ],
        directors: [{ id: 5026, name: "Akira Kurosawa" }],
        countries: ["JP", "FR"],
      },
    ]);
  });

  test("has nulls and empty lists for what is not known", () => {
    expect(publishedFilms(makeFilms([{ name: "Lost", uri: null }]), exact)).toEqual([
      {
        name: "Lost",
        year: null,
        uri: null,
        path: "/films/lost/",
        rating: null,
        liked: false,
        viewings: [],
        tmdb: null,
        runtime: null,
        genres: [],
        directors: [],
        countries: [],
      },
    ]);
  });

  test("names a series as one, and no match as none", () => {
    const films = makeFilms([
      { name: "Dekalog", tmdb: "series" },
      { name: "Unknown", tmdb: "none" },
    ]);
    expect(publishedFilms(films, exact).map(({ tmdb }) => tmdb?.type ?? null)).toEqual([
      "tv",
      null,
    ]);
  });

  test("knows months alone when exact dates are withheld", () => {
    const records = publishedFilms(makeFilms([ran]), months);
    expect(records[0]?.viewings.map(({ date }) => date)).toEqual(["2023-02", "2024-02"]);
    expect(JSON.stringify(records)).not.toMatch(fullDate);
    expect(filmsCsv(records)).not.toMatch(fullDate);
  });
});

describe("films.csv", () => {
  test("is films.json, flat", () => {
    expect(csvOf(ran, { name: "Lost", uri: null })).toBe(
      [
        "name,year,uri,path,rating,liked,viewings,dates,tmdb,confidence,runtime,genres,directors,countries",
        "Ran,1985,https://boxd.it/29Mg,/films/ran-1985/,4.5,true,2,2023-02-28 2024-02-29,movie/1,0.9,160,Action; Drama,Akira Kurosawa,JP; FR",
        "Lost,,,/films/lost/,,false,0,,,,,,,",
        "",
      ].join("\r\n"),
    );
  });

  test("gives names back as they were, with commas, quotes and line ends", () => {
    const names = ['Good Night, and "Good" Luck', "Two\nlines", "Carriage\rreturn", "Dìdi (弟弟)"];
    const csv = csvOf(...names.map((name) => ({ name })));
    expect(
      rowsOf(csv)
        .slice(1)
        .map(([name]) => name),
    ).toEqual(names);
    expect(rowsOf(csv).every((row) => row.length === 14)).toBe(true);
    expect(csv).toContain('"Good Night, and ""Good"" Luck",');
  });

  test.each([
    "=1+1",
    "+1",
    "-30-",
    "@SUM(A1)",
    "\tx",
    '=HYPERLINK("http://a.example","x")',
    "＝1+1",
    "＋1",
    "－30",
    "＠SUM(A1)",
    "\r=1+1",
    "\n=1+1",
  ])("keeps a spreadsheet from running %j", (name) => {
    expect(rowsOf(csvOf({ name }))[1]?.[0]).toBe(`'${name}`);
  });

  test("puts the apostrophe before other texts too, and before no number", () => {
    const csv = csvOf({
      name: "1 - 2 = 3",
      tmdb: { crew: [director(1, "@home")], genres: [{ id: 1, name: "-" }], runtime: 3 },
    });
    const row = rowsOf(csv)[1];
    expect(row?.[0]).toBe("1 - 2 = 3");
    expect(row?.slice(10)).toEqual(["3", "'-", "'@home", ""]);
  });

  test("without a film is its head alone", () => {
    expect(rowsOf(csvOf())).toHaveLength(1);
  });
});

describe("summary.json", () => {
  const summary = summarise(
    makeLibrary([ran, { name: "B", viewings: ["2024-03-01", "2024-03-05"] }], {
      ledger: { asOf: "2024-03-06", newestDate: "2024-03-07", files: { "diary.csv": 4 } },
    }),
  );

  test("is the summary as it is when exact dates are public", () => {
    expect(publicSummary(summary, exact)).toEqual(summary);
    expect(JSON.stringify(summary)).toMatch(fullDate);
  });

  test("holds no day anywhere when they are not, and every other figure", () => {
    const shown = publicSummary(summary, months);
    expect(JSON.stringify(shown)).not.toMatch(fullDate);
    expect(shown).toMatchObject({
      export: { asOf: "2024-03", newestDate: "2024-03" },
      viewings: { total: 4, first: "2023-02", last: "2024-03" },
      streaks: { longestDays: { length: 2, from: "2024-02", to: "2024-03" } },
      // 1 March 2023 to 28 February 2024.
      longestGap: { days: 365, from: "2023-02", to: "2024-02" },
    });
    expect({ ...shown, export: 0, viewings: 0, streaks: 0, longestGap: 0 }).toEqual({
      ...summary,
      export: 0,
      viewings: 0,
      streaks: 0,
      longestGap: 0,
    });
  });

  test("leaves a name that looks like a day as it is", () => {
    const named = { keywords: [{ id: 9, name: "1999-12-31" }] };
    const films = makeLibrary(["A", "B"].map((name) => ({ name, tmdb: named })));
    expect(publicSummary(summarise(films), months).keywords.map(({ name }) => name)).toEqual([
      "1999-12-31",
    ]);
  });
});
