import { expect, test } from "vitest";
import { changesBetween, type Tally } from "../../src/import/changes.ts";
import {
  DIARY,
  ledgerOf,
  RATINGS,
  REVIEWS,
  type Texts,
  WATCHED,
} from "../letterboxd/exportText.ts";

/** What changed, films by name, other things as `[new, gone]`. */
function changes(before: Texts, after: Texts) {
  const all = changesBetween(ledgerOf(before), ledgerOf(after));
  const both = ({ added, gone, before: then, now }: Tally) => {
    expect(now).toBe(then + added - gone);
    return [added, gone];
  };
  return {
    newFilms: all.newFilms.map(({ name }) => name),
    goneFilms: all.goneFilms.map(({ name }) => name),
    viewings: both(all.viewings),
    ratings: both(all.ratings),
    rerated: all.rerated,
    likes: both(all.likes),
    reviews: both(all.reviews),
    // Films that were seen left it, too.
    watchlist: both({ ...all.watchlist, gone: all.watchlist.gone + all.watchlistSeen }),
    watchlistSeen: all.watchlistSeen,
    lists: both(all.lists),
    goneLists: all.goneLists,
  };
}

const NONE = {
  newFilms: [],
  goneFilms: [],
  viewings: [0, 0],
  ratings: [0, 0],
  rerated: 0,
  likes: [0, 0],
  reviews: [0, 0],
  watchlist: [0, 0],
  watchlistSeen: 0,
  lists: [0, 0],
  goneLists: [],
};
const watched = (...rows: string[]) => ({ "watched.csv": `${WATCHED}${rows.join("\n")}\n` });
const A = "2024-01-01,A,2000,https://boxd.it/a";
const B = "2024-01-01,B,2001,https://boxd.it/b";
const C = "2024-01-01,C,2002,https://boxd.it/c";

test("films that came and films that went are told by their address", () => {
  expect(changes(watched(A, B), watched(C, B))).toEqual({
    ...NONE,
    newFilms: ["C"],
    goneFilms: ["A"],
  });
});

test("a day of logging that moved, another order and a corrected title are no change", () => {
  const moved = A.replace("01-01", "01-02").replace(",A,", ",The A,");
  expect(changes(watched(A, B), watched(B, moved))).toEqual(NONE);
});

test("addresses of another form, or none, are no change where Name and Year are the same", () => {
  const long = A.replace("boxd.it/a", "letterboxd.com/film/a/");
  const without = B.replace("https://boxd.it/b", "");
  expect(changes(watched(A, B), watched(long, without))).toEqual(NONE);
});

test("of two films of one Name and Year the one that is new is new", () => {
  const twin = A.replace("boxd.it/a", "boxd.it/a2");
  expect(changes(watched(A), watched(twin, A))).toEqual({ ...NONE, newFilms: ["A"] });
});

test("a film of the watchlist that was seen is new", () => {
  const before = { ...watched(A), "watchlist.csv": `${WATCHED}${B}\n` };
  expect(changes(before, watched(A, B))).toEqual({
    ...NONE,
    newFilms: ["B"],
    watchlist: [0, 1],
    watchlistSeen: 1,
  });
});

test("films that left the watchlist unseen are gone, others are new on it", () => {
  const on = (...rows: string[]) => ({
    ...watched(A),
    "watchlist.csv": `${WATCHED}${rows.join("\n")}\n`,
  });
  expect(changes(on(B), on(C))).toEqual({ ...NONE, watchlist: [1, 1] });
});

test("a film of the watchlist takes no seen film's place where addresses differ in form", () => {
  const seen = A.replace("boxd.it/a", "boxd.it/a2");
  const before = { ...watched(seen), "watchlist.csv": `${WATCHED}${A}\n` };
  const long = (row: string) => row.replace("boxd.it", "letterboxd.com/film");
  const after = { "ratings.csv": `${RATINGS}${long(seen)},\n`, ...watched(long(seen)) };
  expect(changes(before, { ...after, "watchlist.csv": `${WATCHED}${long(A)}\n` })).toEqual(NONE);
});

const entry = (film: string, day: string, code = day) =>
  `2024-03-01,${film},https://boxd.it/e${code},,,,${day}`;
const diary = (...rows: string[]) => ({ "diary.csv": `${DIARY}${rows.join("\n")}\n` });

test("viewings are told by film and day; two of one day are two", () => {
  const before = {
    ...watched(A, B),
    ...diary(entry("A,2000", "2024-02-01"), entry("B,2001", "2024-02-02")),
  };
  const after = {
    ...watched(A, B),
    ...diary(
      entry("A,2000", "2024-02-01"),
      entry("A,2000", "2024-02-01", "again"),
      entry("B,2001", "2024-02-03"),
    ),
  };
  // The second of 1 February and that of 3 February came; that of 2 February went.
  expect(changes(before, after)).toEqual({ ...NONE, viewings: [2, 1] });
});

test("a viewing between others of two films of one Name and Year is one new viewing", () => {
  const twins = watched(A, A.replace("boxd.it/a", "boxd.it/a2"));
  const before = {
    ...twins,
    ...diary(entry("A,2000", "2024-02-01"), entry("A,2000", "2024-02-03")),
  };
  const after = {
    ...twins,
    ...diary(...["2024-02-01", "2024-02-02", "2024-02-03"].map((day) => entry("A,2000", day))),
  };
  expect(changes(before, after)).toEqual({ ...NONE, viewings: [1, 0] });
});

const ratings = (...rows: string[]) => ({ "ratings.csv": `${RATINGS}${rows.join("\n")}\n` });

test("ratings given, changed and withdrawn count apart, those of new films too", () => {
  const before = { ...watched(A, B, C), ...ratings(`${A},4`, `${B},3`) };
  const after = {
    ...watched(A, B, C, "2024-01-01,D,2003,https://boxd.it/d"),
    ...ratings(`${A},4.5`, `${C},2`, "2024-01-01,D,2003,https://boxd.it/d,5"),
  };
  // A changed, B was withdrawn, C and D are new.
  expect(changes(before, after)).toEqual({
    ...NONE,
    newFilms: ["D"],
    ratings: [2, 1],
    rerated: 1,
  });
});

test("of somebody else's export every rating, like and review is new, and the old ones are gone", () => {
  const mine = {
    ...watched(A),
    ...ratings(`${A},4`),
    "likes/films.csv": `${WATCHED}${A}\n`,
    "reviews.csv": `${REVIEWS}2024-01-01,A,2000,https://boxd.it/r,,,Fine,,\n`,
  };
  const theirs = Object.fromEntries(
    Object.entries(mine).map(([file, text]) => [
      file,
      text.replace("A,2000", "Z,1999").replace("boxd.it/a", "boxd.it/z"),
    ]),
  );
  expect(changes(mine, theirs)).toEqual({
    ...NONE,
    newFilms: ["Z"],
    goneFilms: ["A"],
    ratings: [1, 1],
    likes: [1, 1],
    reviews: [1, 1],
  });
});

test("a review whose text changed, or that lost its diary, is the same review", () => {
  const review = (text: string) => ({
    "reviews.csv": `${REVIEWS}2024-03-01,A,2000,https://boxd.it/e1,,,${text},,2024-02-01\n`,
  });
  const before = {
    ...watched(A),
    "diary.csv": `${DIARY}2024-03-01,A,2000,https://boxd.it/e1,,,,2024-02-01\n`,
    ...review("Fine"),
  };
  expect(changes(before, { ...watched(A), ...review("Better") })).toEqual({
    ...NONE,
    viewings: [0, 1],
  });
});

test("lists are told by name", () => {
  const list = (name: string) =>
    `Date,Name,Tags,URL,Description\n2024-01-01,${name},,,\n\nPosition,Name,Year,URL,Description\n1,A,2000,https://boxd.it/a,\n`;
  const before = { ...watched(A), "lists/a.csv": list("Sea"), "lists/b.csv": list("Land") };
  const after = { ...watched(A), "lists/c.csv": list("Sea"), "lists/d.csv": list("Air") };
  expect(changes(before, after)).toEqual({ ...NONE, lists: [1, 1], goneLists: ["Land"] });
});

test("likes given and withdrawn count apart", () => {
  const likes = (...rows: string[]) => ({ "likes/films.csv": `${WATCHED}${rows.join("\n")}\n` });
  const before = { ...watched(A, B, C), ...likes(A, B) };
  const after = { ...watched(A, B, C), ...likes(B, C) };
  expect(changes(before, after)).toEqual({ ...NONE, likes: [1, 1] });
});
