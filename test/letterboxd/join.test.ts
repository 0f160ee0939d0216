import { describe, expect, test } from "vitest";
import { DIARY, ledgerOf, parseTexts, RATINGS, REVIEWS, WATCHED } from "./exportText.ts";

const messages = (ledger: ReturnType<typeof ledgerOf>) =>
  ledger.complaints.map(({ file, line, message }) => `${file}:${line} ${message}`).join("\n");

describe("which rows are one film", () => {
  test("addresses that differ by case only are two films", () => {
    const ledger = ledgerOf({
      "watched.csv": `${WATCHED}2024-01-01,Rain,2019,https://boxd.it/aBc\n2024-01-01,rain,2019,https://boxd.it/abc\n`,
    });
    expect(ledger.films.map(({ key }) => key)).toEqual([
      "https://boxd.it/aBc",
      "https://boxd.it/abc",
    ]);
  });

  test("one address in several spellings is one film and one entry", () => {
    const ledger = ledgerOf({
      "watched.csv": `${WATCHED}2024-01-01,Rain,2019,https://boxd.it/aBc\n2024-01-01,Snow,2019,https://letterboxd.com/film/snow/\n`,
      "ratings.csv": `${RATINGS}2024-01-01,Rain,2019,http://boxd.it/aBc,4\n2024-01-01,Snow,2019,https://www.letterboxd.com/film/snow,3\n`,
      "diary.csv": `${DIARY}2024-01-01,Rain,2019,http://boxd.it/e1,4,,,2024-01-01\n2024-01-01,Rain,2019,https://boxd.it/e1/,4,,,2024-01-01\n`,
    });
    expect(ledger.films.map(({ key, rating }) => [key, rating])).toEqual([
      ["https://boxd.it/aBc", 4],
      ["https://letterboxd.com/film/snow/", 3],
    ]);
    expect(ledger.viewings).toHaveLength(1);
  });

  test("an entry without a Year is of the film that has none, not of one whose Year stands elsewhere", () => {
    const ledger = ledgerOf({
      "watched.csv": `${WATCHED}2024-01-01,Tide,,https://boxd.it/a\n2024-01-01,Tide,,https://boxd.it/b\n`,
      "ratings.csv": `${RATINGS}2024-01-01,Tide,2019,https://boxd.it/a,4\n`,
      "diary.csv": `${DIARY}2024-01-01,Tide,,https://boxd.it/1,,,,2024-01-01\n2024-01-01,Tide,2019,https://boxd.it/2,,,,2024-01-02\n`,
    });
    expect(ledger.viewings.map(({ film }) => film.uri)).toEqual([
      "https://boxd.it/b",
      "https://boxd.it/a",
    ]);
    expect(messages(ledger)).not.toContain("2 films are");
  });

  test("where several films lack a Year in one file, the message names what the entry says", () => {
    const ledger = ledgerOf({
      "watched.csv": `${WATCHED}2024-01-01,Tide,,https://boxd.it/a\n2024-01-01,Tide,,https://boxd.it/b\n`,
      "ratings.csv": `${RATINGS}2024-01-01,Tide,2019,https://boxd.it/a,4\n2024-01-01,Tide,1950,https://boxd.it/b,4\n`,
      "diary.csv": `${DIARY}2024-01-01,Tide,,https://boxd.it/1,,,,2024-01-01\n`,
    });
    expect(messages(ledger)).toContain('2 films are called "Tide" without a Year: the row goes');
  });

  test("a row without an address joins the film of its name and year, also one that follows", () => {
    const ledger = ledgerOf({
      "watched.csv": `${WATCHED}2017-01-01,Lamplight,2006,\n2017-01-02,Other,2000,https://boxd.it/b\n2017-01-03,Lamplight,2006,https://boxd.it/a\n`,
    });
    expect(ledger.films.map(({ uri }) => uri)).toEqual(["https://boxd.it/a", "https://boxd.it/b"]);
    expect(messages(ledger)).toContain("watched.csv:null 1 row has no address (line 2)");
  });

  test("a row without an address and without a namesake is a film of its own", () => {
    const ledger = ledgerOf({
      "watched.csv": `${WATCHED}2017-01-01,Vanished,2013,\n2017-01-01,Vanished,,\n`,
      "diary.csv": `${DIARY}2017-01-01,Vanished,2013,,4,,,2017-01-01\n`,
    });
    expect(ledger.films.map(({ key, uri }) => [key, uri])).toEqual([
      ["Vanished\x002013", null],
      ["Vanished\x00", null],
    ]);
    expect(ledger.films.map(({ viewings }) => viewings.length)).toEqual([1, 0]);
  });

  test("a name composed in one file and decomposed in another is one name", () => {
    const ledger = ledgerOf({
      "watched.csv": `${WATCHED}2024-01-01,De l'amitie\u0301,2020,https://boxd.it/a\n`,
      "diary.csv": `${DIARY}2024-01-01,De l'amiti\u00e9,2020,https://boxd.it/1,,,,2024-01-01\n`,
    });
    expect(ledger.films).toHaveLength(1);
    expect(ledger.films[0]?.name).toBe("De l'amitie\u0301");
  });

  test("the same name in another year is another film, for the diary too", () => {
    const ledger = ledgerOf({
      "watched.csv": `${WATCHED}2024-01-01,Harbour,1961,https://boxd.it/a\n2024-01-01,Harbour,1998,https://boxd.it/b\n`,
      "diary.csv": `${DIARY}2024-01-01,Harbour,1998,https://boxd.it/1,,,,2024-01-01\n`,
    });
    expect(ledger.viewings.map(({ film }) => film.uri)).toEqual(["https://boxd.it/b"]);
  });
});

describe("two films of equal name and year", () => {
  const pair = `${WATCHED}2024-01-01,Castle,1897,https://boxd.it/a\n2024-01-01,Castle,1897,https://boxd.it/b\n`;

  test("diary rows are dealt out by Watched Date, the surplus goes to the last film", () => {
    const ledger = ledgerOf({
      "watched.csv": pair,
      "diary.csv": `${DIARY}2024-02-01,Castle,1897,https://boxd.it/1,3,,,2024-03-03\n2024-02-01,Castle,1897,https://boxd.it/2,4,,,2024-02-02\n2024-02-01,Castle,1897,https://boxd.it/3,5,,,2024-02-02\n`,
    });
    expect(ledger.viewings.map(({ film, rating }) => [film.uri, rating])).toEqual([
      ["https://boxd.it/a", 4],
      ["https://boxd.it/b", 5],
      ["https://boxd.it/b", 3],
    ]);
    expect(messages(ledger)).toContain(`2 films are called "Castle" (1897)`);
  });

  test("a single diary row goes to the first, and is not spoken of as several", () => {
    const ledger = ledgerOf({
      "watched.csv": pair,
      "diary.csv": `${DIARY}2024-02-01,Castle,1897,https://boxd.it/1,3,,,2024-03-03\n`,
    });
    expect(ledger.viewings.map(({ film }) => film.uri)).toEqual(["https://boxd.it/a"]);
    expect(messages(ledger)).toContain("the row goes to the first (line 2).");
  });

  test("a loose review goes to the first, with a warning", () => {
    const ledger = ledgerOf({
      "watched.csv": pair,
      "reviews.csv": `${REVIEWS}2024-02-01,Castle,1897,https://boxd.it/9,,,Which one?,,\n`,
    });
    expect(ledger.films.map(({ reviews }) => reviews.length)).toEqual([1, 0]);
    expect(messages(ledger)).toContain("reviews.csv:2");
  });

  test("a namesake on the watchlist alone takes no viewing from the film that was seen", () => {
    const ledger = ledgerOf({
      "watched.csv": `${WATCHED}2024-01-01,Animal,2023,https://boxd.it/a\n`,
      "watchlist.csv": `${WATCHED}2024-01-01,Animal,2023,https://boxd.it/b\n`,
      "diary.csv": `${DIARY}2024-01-01,Animal,2023,https://boxd.it/1,,,,2024-01-01\n2024-01-02,Animal,2023,https://boxd.it/2,,,,2024-01-02\n`,
    });
    expect(ledger.films.map(({ seen, viewings }) => [seen, viewings.length])).toEqual([
      [true, 2],
      [false, 0],
    ]);
  });
});

describe("seen, liked, watchlist", () => {
  test("watched, ratings, diary and reviews make a film seen; likes, watchlist and lists do not", () => {
    const ledger = ledgerOf({
      "watched.csv": `${WATCHED}2024-01-01,Watched,2000,https://boxd.it/a\n`,
      "ratings.csv": `${RATINGS}2024-01-01,Rated,2000,https://boxd.it/b,3\n`,
      "diary.csv": `${DIARY}2024-01-01,Logged,2000,https://boxd.it/1,,,,2024-01-01\n`,
      "reviews.csv": `${REVIEWS}2024-01-01,Reviewed,2000,https://boxd.it/2,,,Text,,\n`,
      "likes/films.csv": `${WATCHED}2024-01-01,Liked,2000,https://boxd.it/c\n2024-01-01,Rated,2000,https://boxd.it/b\n`,
      "watchlist.csv": `${WATCHED}2024-01-04,Wanted,2031,https://boxd.it/d\n`,
    });
    expect(ledger.films.filter(({ seen }) => seen).map(({ name }) => name)).toEqual([
      "Watched",
      "Rated",
      "Logged",
      "Reviewed",
    ]);
    expect(ledger.films.filter(({ liked }) => liked).map(({ name }) => name)).toEqual(["Rated"]);
    expect(ledger.film("Wanted")).toMatchObject({ seen: false, watchlisted: "2024-01-04" });
  });

  test("a diary row without a readable Watched Date makes the film seen but is no viewing", () => {
    const ledger = ledgerOf({
      "diary.csv": `${DIARY}2024-01-01,Slip,2000,https://boxd.it/1,4,,,2024-02-30\n2024-01-01,Fine,2000,https://boxd.it/2,4,,,2024-01-01\n`,
    });
    expect(ledger.film("Slip")).toMatchObject({ seen: true, viewings: [], rating: null });
    expect(ledger.viewings).toHaveLength(1);
    expect(messages(ledger)).toContain(`diary.csv:2 Watched Date "2024-02-30"`);
  });
});

describe("viewings", () => {
  test("a rewatch is a flag or an earlier viewing, whatever the order of the rows", () => {
    const ledger = ledgerOf({
      "diary.csv": `${DIARY}2024-03-01,Again,2000,https://boxd.it/2,,,,2024-03-01\n2024-01-01,Again,2000,https://boxd.it/1,,,,2024-01-01\n2024-02-01,Flagged,2000,https://boxd.it/3,,Yes,,2024-02-01\n`,
    });
    expect(ledger.viewings.map(({ date, rewatch }) => [date, rewatch])).toEqual([
      ["2024-01-01", false],
      ["2024-02-01", true],
      ["2024-03-01", true],
    ]);
  });

  test("two entries of one film on one day are two viewings in file order", () => {
    const ledger = ledgerOf({
      "diary.csv": `${DIARY}2024-01-01,Serial,2000,https://boxd.it/1,2,,,2024-01-01\n2024-01-01,Serial,2000,https://boxd.it/2,4,,,2024-01-01\n`,
    });
    expect(ledger.viewings.map(({ rating, rewatch }) => [rating, rewatch])).toEqual([
      [2, false],
      [4, true],
    ]);
  });

  test("a review's text stands on the viewing of its entry, one without a date on the film", () => {
    const ledger = ledgerOf({
      "diary.csv": `${DIARY}2024-01-01,Film,2000,https://boxd.it/1,4,,x,2024-01-01\n2024-02-01,Film,2000,https://boxd.it/2,5,,,2024-02-01\n`,
      "reviews.csv": `${REVIEWS}2024-02-01,Film,2000,https://boxd.it/2,5,,"Line one\r\nline two",,2024-02-01\r\n2024-03-01,Film,2000,https://boxd.it/3,4.5,,No date,"a, b",\n`,
    });
    expect(ledger.viewings.map(({ review }) => review)).toEqual([null, "Line one\nline two"]);
    expect(ledger.film("Film").reviews).toEqual([
      { watched: null, logged: "2024-03-01", rating: 4.5, tags: ["a", "b"], text: "No date" },
    ]);
  });

  test("entries without an address find their review by film and day", () => {
    const ledger = ledgerOf({
      "diary.csv": `${DIARY}2020-01-01,Gone,2000,,4,,,2020-01-01\n2020-01-03,Gone,2000,,4,,,2020-01-03\n`,
      "reviews.csv": `${REVIEWS}2020-01-03,Gone,2000,,4,,Second time,,2020-01-03\n`,
    });
    expect(ledger.viewings.map(({ review }) => review)).toEqual([null, "Second time"]);
  });
});

describe("the rating of a film", () => {
  const diary = `${DIARY}2024-05-01,Film,2000,https://boxd.it/1,2,,,2024-01-01\n2024-01-02,Film,2000,https://boxd.it/2,3,,,2024-01-02\n2024-01-03,Film,2000,https://boxd.it/3,,,,2024-01-03\n`;

  test("is the one of ratings.csv", () => {
    const ledger = ledgerOf({
      "ratings.csv": `${RATINGS}2024-01-01,Film,2000,https://boxd.it/a,4.5\n`,
      "diary.csv": diary,
    });
    expect(ledger.film("Film")).toMatchObject({ rating: 4.5, ratingFrom: "ratings" });
    expect(ledger.viewings.map(({ rating }) => rating)).toEqual([2, 3, null]);
  });

  test("else of the viewing watched last among the rated, not of the one logged last", () => {
    const ledger = ledgerOf({ "diary.csv": diary });
    expect(ledger.film("Film")).toMatchObject({ rating: 3, ratingFrom: "viewing" });
  });

  test("else of the review written last among the rated", () => {
    const ledger = ledgerOf({
      "watched.csv": `${WATCHED}2024-01-01,Film,2000,https://boxd.it/a\n`,
      "reviews.csv": `${REVIEWS}2024-03-01,Film,2000,https://boxd.it/1,5,,Late,,\n2024-02-01,Film,2000,https://boxd.it/2,1,,Early,,\n`,
    });
    expect(ledger.film("Film")).toMatchObject({ rating: 5, ratingFrom: "review" });
  });

  test("is none off the half stars, and the next source counts", () => {
    const ledger = ledgerOf({
      "ratings.csv": `${RATINGS}2024-01-01,Film,2000,https://boxd.it/a,4.7\n2024-01-01,Zero,2000,https://boxd.it/b,0\n`,
      "diary.csv": diary,
    });
    expect(ledger.film("Film").rating).toBe(3);
    expect(ledger.film("Zero")).toMatchObject({ seen: true, rating: null, ratingFrom: null });
    expect(messages(ledger)).toContain(`ratings.csv:2 Rating "4.7"`);
    expect(messages(ledger)).toContain(`ratings.csv:3 Rating "0"`);
  });
});

describe("the as-of day", () => {
  test("is the newest Date or Watched Date, lists aside", () => {
    const texts = {
      "watched.csv": `${WATCHED}2024-01-01,Film,2000,https://boxd.it/a\n`,
      "likes/films.csv": `${WATCHED}2024-04-02,Film,2000,https://boxd.it/a\n`,
      "lists/l.csv":
        "Date,Name,Tags,URL,Description\n2024-05-05,L,,,\n\nPosition,Name,Year,URL,Description\n",
    };
    expect(ledgerOf(texts)).toMatchObject({ newestDate: "2024-04-02", asOf: "2024-04-02" });
  });

  test.each([
    ["2024-04-02", "2024-04-02"],
    ["2024-04-01", "2024-04-02"],
    ["2024-03-31", "2024-01-01"],
  ])("on %s is %s: one day later may have come, no more", (buildDate, asOf) => {
    const ledger = ledgerOf(
      {
        "watched.csv": `${WATCHED}2024-01-01,Film,2000,https://boxd.it/a\n`,
        "likes/films.csv": `${WATCHED}2024-04-02,Film,2000,https://boxd.it/a\n`,
      },
      buildDate,
    );
    expect(ledger).toMatchObject({ newestDate: asOf, asOf });
    expect(ledger.film("Film").liked).toBe(true);
  });

  test("is the build day when no row has a date", () => {
    expect(ledgerOf({ "watched.csv": WATCHED })).toMatchObject({
      newestDate: null,
      asOf: "2024-06-30",
    });
  });
});

describe("a Date after the day that may have come", () => {
  const later = "that day is ignored";

  test("makes no rating the newest one", () => {
    const ledger = ledgerOf({
      "ratings.csv": `${RATINGS}2099-01-01,Film,2000,https://boxd.it/a,1\n2024-03-01,Film,2000,https://boxd.it/a,4\n`,
    });
    expect(ledger.film("Film").rating).toBe(4);
    expect(messages(ledger)).toContain(later);
  });

  test("makes no review the newest one", () => {
    const ledger = ledgerOf({
      "reviews.csv": `${REVIEWS}2099-01-01,Film,2000,https://boxd.it/1,1,,Slip,,\n2024-03-01,Film,2000,https://boxd.it/2,4,,Fine,,\n`,
    });
    expect(ledger.film("Film").rating).toBe(4);
  });

  test("makes no row of an entry the one that counts; among such rows the last does", () => {
    const entry = (date: string, rating: number, day = "2024-03-01") =>
      `${date},Film,2000,https://boxd.it/e,${rating},,,${day}\n`;
    const ratings = (...rows: string[]) =>
      ledgerOf({ "diary.csv": DIARY + rows.join("") }).viewings.map(({ rating }) => rating);
    expect(ratings(entry("2099-01-01", 1), entry("2024-03-01", 4))).toEqual([4]);
    expect(ratings(entry("2024-03-01", 4), entry("2099-01-01", 1))).toEqual([4]);
    expect(ratings(entry("2099-01-01", 1), entry("2098-01-01", 2))).toEqual([2]);
    // The day after that of the build may have come.
    expect(ratings(entry("2024-07-01", 3), entry("2024-03-01", 4))).toEqual([3]);
  });
});

test("Years that can be read and yet cannot be are counted as what they are", () => {
  const rows = Array.from({ length: 6 }, (_, i) => `2024-01-01,F${i},9999,https://boxd.it/${i}\n`);
  const said = messages(ledgerOf({ "watched.csv": WATCHED + rows.join("") }));
  expect(said).toContain("6 rows in all with an impossible Year, the last one in line 7.");
});

describe("an export that somebody doubled", () => {
  const odd = Array.from(
    { length: 4 },
    (_, i) => `2024-01-01,Film ${i},2000,https://boxd.it/e${i},4.7,,,2024-01-0${i + 1}\n`,
  ).join("");

  test("tells every fault once", () => {
    const { complaints, viewings } = ledgerOf({ "diary.csv": DIARY + odd + odd });
    expect(viewings).toHaveLength(4);
    const faults = complaints.filter(({ message }) => message.startsWith("Rating"));
    expect(faults.map(({ line }) => line)).toEqual([6, 7, 8, 9]);
    expect(complaints.map(({ message }) => message).join()).not.toContain("rows in all");
  });

  test("loses no entry to a row of it that has no Name", () => {
    const { viewings } = ledgerOf({
      "diary.csv": `${DIARY}2024-01-01,Film,2000,https://boxd.it/e,4,,,2024-01-01\n2024-01-02,,2000,https://boxd.it/e,4,,,2024-01-01\n`,
    });
    expect(viewings).toHaveLength(1);
  });
});

test("an entry with one day that counts and one to come makes one viewing, and the log says no more", () => {
  const ledger = ledgerOf({
    "diary.csv": `${DIARY}2024-01-01,Film,2000,https://boxd.it/e,4,,,2024-01-01\n2024-01-01,Film,2000,https://boxd.it/e,4,,,2099-01-01\n`,
  });
  expect(ledger).toMatchObject({ viewings: [{ date: "2024-01-01" }], toCome: 1 });
  expect(messages(ledger)).toContain(
    "1 row repeats an entry of the file (line 3): each readable day of theirs that is not in the future counts as a viewing.",
  );
});

describe("a build day before every entry", () => {
  const texts = {
    "watched.csv": `${WATCHED}2024-01-01,Film,2000,https://boxd.it/a\n`,
    "diary.csv": `${DIARY}2024-01-01,Film,2000,https://boxd.it/e,4,,,2024-01-01\n`,
  };
  const ledger = ledgerOf(texts, "2010-01-01");

  test("leaves the films without a viewing, and knows that the diary has entries", () => {
    expect(ledger).toMatchObject({ viewings: [], toCome: 1, newestDate: null, asOf: "2010-01-01" });
    expect(ledger.film("Film")).toMatchObject({ seen: true, rating: null });
    expect(messages(ledger)).toContain(
      `diary.csv:2 Watched Date "2024-01-01" is more than a day after this build of 2010-01-01`,
    );
  });

  test("is no reason to call the export one without dates", () => {
    expect(parseTexts(texts, "2010-01-01").newestLogged).toBe("2024-01-01");
  });
});

test("a Date still to come does not make an export the newest", () => {
  const watched = `${WATCHED}2024-01-01,A,2000,https://boxd.it/a\n2062-01-01,B,2000,https://boxd.it/b\n`;
  expect(parseTexts({ "watched.csv": watched }).newestLogged).toBe("2024-01-01");
});
