import { expect, test } from "vitest";
import { changesBetween } from "../../src/import/changes.ts";
import { DIARY, ledgerOf, RATINGS, type Texts, WATCHED } from "../export/exportText.ts";

/** What changed, films by name. */
function changes(before: Texts, after: Texts) {
  const { newFilms, goneFilms, ...counts } = changesBetween(
    ledgerOf(before).films,
    ledgerOf(after).films,
  );
  return {
    newFilms: newFilms.map(({ name }) => name),
    goneFilms: goneFilms.map(({ name }) => name),
    ...counts,
  };
}

const NONE = {
  newFilms: [],
  goneFilms: [],
  newViewings: 0,
  goneViewings: 0,
  rerated: 0,
  newLikes: 0,
  goneLikes: 0,
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
  expect(changes(before, watched(A, B))).toEqual({ ...NONE, newFilms: ["B"] });
});

const entry = (film: string, day: string) => `2024-03-01,${film},https://boxd.it/e${day},,,,${day}`;
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
      entry("A,2000", "2024-02-01"),
      entry("B,2001", "2024-02-03"),
    ),
  };
  // The second of 1 February and that of 3 February came; that of 2 February went.
  expect(changes(before, after)).toEqual({ ...NONE, newViewings: 2, goneViewings: 1 });
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
  expect(changes(before, after)).toEqual({ ...NONE, newViewings: 1 });
});

test("ratings given, changed and withdrawn count; those of new films do not", () => {
  const ratings = (...rows: string[]) => ({ "ratings.csv": `${RATINGS}${rows.join("\n")}\n` });
  const before = { ...watched(A, B, C), ...ratings(`${A},4`, `${B},3`) };
  const after = {
    ...watched(A, B, C, "2024-01-01,D,2003,https://boxd.it/d"),
    ...ratings(`${A},4.5`, `${C},2`, "2024-01-01,D,2003,https://boxd.it/d,5"),
  };
  expect(changes(before, after)).toEqual({ ...NONE, newFilms: ["D"], rerated: 3 });
});

test("likes given and withdrawn count apart", () => {
  const likes = (...rows: string[]) => ({ "likes/films.csv": `${WATCHED}${rows.join("\n")}\n` });
  const before = { ...watched(A, B, C), ...likes(A, B) };
  const after = { ...watched(A, B, C), ...likes(B, C) };
  expect(changes(before, after)).toEqual({ ...NONE, newLikes: 1, goneLikes: 1 });
});
