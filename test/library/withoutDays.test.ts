import { describe, expect, test } from "vitest";
import { withoutDays } from "../../src/library/withoutDays.ts";
import { rewatchDrift } from "../../src/stats/drift.ts";
import { summarise } from "../../src/stats/summary.ts";
import { DIARY, ledgerOf, RATINGS, REVIEWS } from "../letterboxd/exportText.ts";
import { type FilmSpec, makeFilm, makeLedger, makeLibrary } from "../support/libraryMaker.ts";

const ran: FilmSpec = {
  name: "Ran",
  watchlisted: "2024-02-03",
  viewings: [
    { on: "2024-03-02", rating: 4, tags: ["b"] },
    { on: "2024-03-20", rating: 3.5, rewatch: true, review: "Again." },
    { on: "2024-05-01", rewatch: true },
  ],
};
const ordet: FilmSpec = {
  name: "Ordet",
  viewings: ["2024-03-05"],
  reviews: [
    { watched: "2024-03-09", logged: "2024-03-10", text: "Late." },
    { watched: "2024-03-01", text: "Early." },
  ],
};

/** The same months, on other days and in another order. */
const mixed: FilmSpec[] = [
  {
    name: "Ordet",
    viewings: [{ on: "2024-03-28", logged: "2024-04-01" }],
    reviews: [
      { watched: "2024-03-02", text: "Early." },
      { watched: "2024-03-07", text: "Late." },
    ],
  },
  {
    name: "Ran",
    watchlisted: "2024-02-29",
    viewings: [
      { on: "2024-03-11", rating: 3.5, review: "Again." },
      { on: "2024-03-12", rating: 4, tags: ["b"], rewatch: true },
      { on: "2024-05-31", rewatch: true },
    ],
  },
];

const days = { newestDate: "2024-05-31", asOf: "2024-05-31" };

test("books that differ in days within months, and in the order of rows, become one", () => {
  const [one, other] = [
    makeLedger([ran, ordet], { newestDate: "2024-05-01", asOf: "2024-05-01" }),
    makeLedger(mixed, days),
  ];
  expect(one).not.toEqual(other);
  expect(withoutDays(one)).toEqual(withoutDays(other));
});

test("nothing but the first of a month is left, days of logging are not, and order is by title", () => {
  const books = withoutDays(makeLedger([ran, ordet], days));
  const found = JSON.stringify(books.viewings.map(({ film: _, ...rest }) => rest))
    .concat(JSON.stringify(books.films.map(({ viewings: _, ...rest }) => rest)))
    .match(/\d{4}-\d{2}-\d{2}/g);
  expect(new Set(found)).toEqual(new Set(["2024-02-01", "2024-03-01", "2024-05-01"]));
  expect(books.viewings.every(({ logged }) => logged === null)).toBe(true);
  expect(books.viewings.map(({ date, film }) => `${date} ${film.name}`)).toEqual([
    "2024-03-01 Ordet",
    "2024-03-01 Ran",
    "2024-03-01 Ran",
    "2024-05-01 Ran",
  ]);
});

test("viewings, films and lists lead to each other as before", () => {
  const ledger = makeLedger([ran, ordet], days);
  const [film] = ledger.films;
  if (!film) throw new Error("no film");
  const items = [{ position: 1, film, note: "" }];
  const lists = [{ name: "L", date: "2024-03-09", tags: [], description: "", items }];
  const books = withoutDays({ ...ledger, lists });
  for (const viewing of books.viewings) {
    expect(books.films).toContain(viewing.film);
    expect(viewing.film.viewings).toContain(viewing);
  }
  expect(books.lists[0]?.items[0]?.film).toBe(books.films.find(({ name }) => name === "Ran"));
  expect(books.lists[0]?.date).toBe("2024-03-01");
});

test("totals stay, and which of a film's viewings in one month was the first is not told", () => {
  const exact = makeLibrary([ran, ordet]);
  const blurred = makeLibrary([ran, ordet], { exactDates: false });
  const { viewings, years, ...rest } = summarise(blurred);
  expect(years).toEqual(summarise(exact).years);
  expect(viewings).toMatchObject({ total: 4, rewatches: 2, bulkDays: null });
  expect(rest).toMatchObject({
    streaks: { longestDays: null, longestWeeks: null, current: null },
    longestGap: null,
  });
  const [, film] = blurred.films;
  expect(film?.viewings.map(({ rating }) => rating)).toEqual([3.5, 4, null]);
  expect(film && rewatchDrift(film)).toBeNull();
  expect(rewatchDrift(makeFilm(ran))?.change).toBe(-0.5);
});

test("a month of ten viewings does not count as a filled-in day", () => {
  const many = Array.from({ length: 10 }, (_, i) => ({
    name: `Film ${i}`,
    viewings: [`2024-03-${10 + i}`],
  }));
  expect(makeLibrary(many, { exactDates: false }).bulkDay).toBe(Number.POSITIVE_INFINITY);
});

describe("which rating of a month came last is not told", () => {
  const ofDays = (...rows: [day: string, rating: number | string][]) =>
    rows.map(([day, rating], i) => `${day},Ran,1985,https://boxd.it/e${i},${rating},,,`);
  const diary = (...rows: [day: string, rating: number | string][]) => ({
    "diary.csv": `${DIARY}${ofDays(...rows)
      .map((row, i) => `${row}${rows[i]?.[0]}\n`)
      .join("")}`,
  });
  const ratings = (...rows: [day: string, rating: number | string][]) => ({
    "ratings.csv": `${RATINGS}${rows.map(([day, rating]) => `${day},Ran,1985,https://boxd.it/a,${rating}\n`).join("")}`,
  });
  // One review is that of an unrated viewing, the other belongs to none.
  const reviews = (...rows: [day: string, rating: number | string][]) => ({
    "diary.csv": `${DIARY}2024-03-01,Ran,1985,https://boxd.it/e0,,,,2024-03-01\n`,
    "reviews.csv": `${REVIEWS}${rows.map(([day, rating]) => `${day},Ran,1985,https://boxd.it/e${rating === 3 ? 0 : 1},${rating},,Said ${rating}.,,\n`).join("")}`,
  });

  test.each([
    ["the diary", diary, "viewing"],
    ["reviews", reviews, "review"],
    ["ratings", ratings, "ratings"],
  ] as const)("in %s", (_, files, from) => {
    const one = ledgerOf(files(["2024-02-09", 1], ["2024-03-04", 3], ["2024-03-28", 5]));
    const other = ledgerOf(files(["2024-02-09", 1], ["2024-03-04", 5], ["2024-03-28", 3]));
    expect([one, other].map(({ films }) => films[0]?.rating)).toEqual([5, 3]);
    const books = [one, other].map((ledger) => {
      const { films, viewings } = withoutDays({ ...ledger, kind: "folder" });
      return { films, viewings };
    });
    expect(books[0]).toEqual(books[1]);
    expect(books[0]?.films[0]).toMatchObject({ rating: 4, ratingFrom: from });
  });

  test("the mean of 3, 3.5 and 3.5 is rounded to half a star, and a later month's rating overrides it", () => {
    const rating = (...rows: [day: string, rating: number | string][]) =>
      withoutDays({ ...ledgerOf(diary(...rows)), kind: "folder" }).films[0]?.rating;
    expect(rating(["2024-03-01", 3], ["2024-03-02", 3.5], ["2024-03-03", 3.5])).toBe(3.5);
    expect(rating(["2024-03-01", 3], ["2024-03-02", 4], ["2024-04-03", 5])).toBe(5);
    expect(rating(["2024-03-01", 4.5], ["2024-03-02", ""])).toBe(4.5);
  });
});
