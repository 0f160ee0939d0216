import { expect, test } from "vitest";
import {
  collectionsWaiting,
  isOfLength,
  lengths,
  peopleWaiting,
  titlesByDecade,
  titlesByGenre,
  waitingTitles,
} from "../../src/stats/waiting.ts";
import { actor, director, type FilmSpec, makeLibrary } from "../support/libraryMaker.ts";

const wanted = (name: string, tmdb: FilmSpec["tmdb"] = {}, more: Partial<FilmSpec> = {}) => ({
  name,
  seen: false,
  watchlisted: "2024-01-01",
  tmdb,
  ...more,
});

const names = (titles: { name: string }[]) => titles.map(({ name }) => name);

test("unseen films wait, the longest waiting first", () => {
  const library = makeLibrary([
    wanted("A", {}, { watchlisted: "2023-05-05" }),
    wanted("B", {}, { watchlisted: "2022-05-05" }),
    { name: "C", watchlisted: "2020-01-01" },
    { name: "D", seen: false },
  ]);
  expect(names(waitingTitles(library))).toEqual(["B", "A"]);
});

test("lengths meet without a gap", () => {
  const titles = waitingTitles(
    makeLibrary(
      [0, 89, 90, 120, 121, 180, 181].map((runtime) => wanted(`${runtime}`, { runtime })),
    ),
  );
  expect(lengths.map((length) => names(titles.filter(isOfLength(length))))).toEqual([
    ["0", "89"],
    ["90", "120"],
    ["121", "180"],
    ["181"],
  ]);
});

test("a film is in each of its genres and in one decade", () => {
  const [drama, comedy] = [
    { id: 1, name: "Drama" },
    { id: 2, name: "Comedy" },
  ];
  const titles = waitingTitles(
    makeLibrary([
      wanted("A", { genres: [comedy] }, { year: 1999 }),
      wanted("B", { genres: [drama, comedy] }, { year: 1961 }),
      wanted("C", { genres: [drama] }, { year: 1990 }),
      wanted("D"),
    ]),
  );
  expect(titlesByGenre(titles).map(({ name, titles: own }) => [name, names(own)])).toEqual([
    ["Comedy", ["A", "B"]],
    ["Drama", ["B", "C"]],
  ]);
  expect(titlesByDecade(titles).map((row) => [row.decade, names(row.titles)])).toEqual([
    [1960, ["B"]],
    [1990, ["A", "C"]],
  ]);
});

test("people count who have three rated films and a weighted mean above that of all", () => {
  const by = (id: number) => ({ crew: [director(id, `Director ${id}`)] });
  const rated = (id: number, ...ratings: number[]) =>
    ratings.map((rating, i) => ({ name: `${id}-${i}`, rating, tmdb: by(id) }));
  const library = makeLibrary([
    ...rated(1, 5, 5, 4),
    ...rated(2, 5, 5),
    ...rated(3, 1, 2, 2),
    ...rated(4, 5, 5, 5),
    wanted("X", by(1)),
    wanted("Y", by(2)),
    wanted("Z", by(3)),
    wanted("W", by(4)),
    wanted("V", by(1)),
  ]);
  const found = peopleWaiting(library, waitingTitles(library), "director");
  expect(found.map(({ row, titles }) => [row.subject.name, names(titles)])).toEqual([
    ["Director 4", ["W"]],
    ["Director 1", ["X", "V"]],
  ]);
});

test("an actor in old footage proposes no film", () => {
  const cast = [actor(1, "Star")];
  const library = makeLibrary([
    ...[5, 5, 5, 1].map((rating, i) => ({
      name: `${i}`,
      rating,
      ...(rating === 5 && { tmdb: { cast } }),
    })),
    wanted("Old", { cast: [{ ...actor(1, "Star"), character: "Self (archive footage)" }] }),
    wanted("New", { cast }),
  ]);
  const found = peopleWaiting(library, waitingTitles(library), "actor");
  expect(found.map(({ titles }) => names(titles))).toEqual([["New"]]);
});

test("collections that the watchlist completes come first", () => {
  const of = (id: number) => ({ collection: { id, name: `Set ${id} Collection` } });
  const part = (id: number) => ({ id, title: `${id}`, released: "2000-01-01" });
  const specs = [
    { name: "A1", tmdb: of(1) },
    { name: "B1", tmdb: of(2) },
    wanted("A2", of(1)),
    wanted("B2", of(2)),
    wanted("C1", of(3)),
  ];
  // The n-th film has the number n at TMDB.
  const library = makeLibrary(specs, {
    ledger: { asOf: "2024-06-30" },
    collections: new Map([
      [1, [part(1), part(3), part(99)]],
      [2, [part(2), part(4)]],
    ]),
  });
  const found = collectionsWaiting(library, waitingTitles(library));
  expect(
    found.map(({ group, titles, of: state, completes }) => [
      group.name,
      names(titles),
      state,
      completes,
    ]),
  ).toEqual([
    ["Set 2", ["B2"], { seen: 1, total: 2 }, true],
    ["Set 1", ["A2"], { seen: 1, total: 3 }, false],
  ]);
});
