import { expect, test } from "vitest";
import { completeness } from "../../src/stats/completeness.ts";
import { makeFilms } from "../support/libraryMaker.ts";

const listed = (id: number, released: string) => ({ id, title: `Film ${id}`, released });
const seen = (...ids: number[]) =>
  makeFilms(ids.map((id, i) => ({ name: `Seen ${i}`, tmdb: { id } })));

// Six are listed; 6 is not out on the day, so five count, of which 2 and 4 are seen.
const list = [
  listed(1, "1990-05-01"),
  listed(2, "2001-02-03"),
  listed(3, "1985-12-24"),
  listed(4, "2010-10-10"),
  listed(5, "2024-06-30"),
  listed(6, "2024-07-01"),
];
const asOf = "2024-06-30";

test("counts seen films among those released by the as-of day, including that day", () => {
  expect(completeness(list, seen(4, 2), asOf)).toMatchObject({ seen: 2, total: 5 });
});

test("lists unseen films, newest first", () => {
  const missing = completeness(list, seen(4, 2), asOf)?.missing;
  expect(missing?.map(({ id }) => id)).toEqual([5, 1, 3]);
});

test("orders films of one day by their id, however TMDB lists them", () => {
  const twins = [listed(9, "1990-05-01"), listed(8, "1990-05-01")];
  expect(completeness(twins, [], asOf)?.missing.map(({ id }) => id)).toEqual([8, 9]);
});

test("a film that is seen counts, whether it is listed, not yet out, or not", () => {
  // 2 of the list, 6 before its day, 77 not listed: three, and 1, 3, 4, 5 are missing.
  expect(completeness(list, seen(2, 6, 77), asOf)).toMatchObject({ seen: 3, total: 7 });
});

test("a film with two entries in the export counts once", () => {
  expect(completeness(list, seen(2, 2), asOf)).toMatchObject({ seen: 1, total: 5 });
});

test("films TMDB does not know and series are not compared", () => {
  const films = makeFilms([
    { name: "Unknown", tmdb: "none" },
    { name: "Series", tmdb: "series" },
  ]);
  expect(completeness(list, films, asOf)).toMatchObject({ seen: 0, total: 5 });
});

test("says nothing where TMDB was not asked", () => {
  expect(completeness(null, seen(2), asOf)).toBeNull();
});

test("a list may hold nothing that is out", () => {
  expect(completeness([], [], asOf)).toEqual({ seen: 0, total: 0, missing: [] });
});

test("a listed film counts as seen even if it is seen without a credit", () => {
  // 2 is the actor's; 1 and 4 are seen with a longer cast than is kept, and 77 is not the actor's.
  expect(completeness(list, seen(2), asOf, seen(1, 2, 4, 77))).toMatchObject({
    seen: 3,
    total: 5,
    missing: [{ id: 5 }, { id: 3 }],
  });
});
