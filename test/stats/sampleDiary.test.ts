import { beforeAll, expect, test } from "vitest";
import type { Library } from "../../src/library/library.ts";
import { changeSinceLogged, drift, rewatchDrift } from "../../src/stats/drift.ts";
import { listFacts, listRows } from "../../src/stats/lists.ts";
import { logDelay } from "../../src/stats/logDelay.ts";
import { releaseAge } from "../../src/stats/releaseAge.ts";
import { reviewFacts } from "../../src/stats/reviews.ts";
import { tagFacts, tagRows } from "../../src/stats/tags.ts";
import { watchlistFacts } from "../../src/stats/watchlist.ts";
import { loadSample } from "../support/loadSample.ts";

/* These figures were counted once by a script over the CSV files that shares no code with src/. */
let library: Library;

beforeAll(async () => {
  library = await loadSample();
});

const counts = (bins: { count: number }[]) => bins.map(({ count }) => count);

test("ratings drift up on rewatching, and down after the evening", () => {
  const rewatched = drift(library.films, rewatchDrift);
  expect(rewatched).toMatchObject({ films: 28, up: 15, down: 4, same: 9 });
  // Each of the 19 moved by half a star.
  expect(rewatched.mean).toBeCloseTo((15 - 4) / 2 / 28, 12);
  expect(rewatched.furthest).toHaveLength(19);
  expect(rewatched.changed.slice(0, 3).map(({ film, from, to }) => [film.name, from, to])).toEqual([
    ["Alien", 3, 3.5],
    ["Beau Travail", 4.5, 5],
    ["Before Sunrise", 5, 4.5],
  ]);
  const since = drift(library.films, changeSinceLogged);
  expect(since).toMatchObject({ films: 311, up: 5, down: 15, same: 291 });
  expect(since.mean).toBeCloseTo((5 - 15) / 2 / 311, 12);
});

test("most viewings are logged by the next day", () => {
  const delay = logDelay(library.viewings, library);
  expect(counts(delay.bins)).toEqual([0, 52, 242, 64, 14, 0, 0]);
  expect(delay).toMatchObject({
    counted: 372,
    prompt: 294,
    together: 0,
    leftOut: { bulk: 12, unknown: 0 },
  });
});

test("half the first watches are of films 19 years old or younger", () => {
  const age = releaseAge(library.viewings);
  expect(counts(age.bins)).toEqual([0, 85, 17, 16, 25, 42, 60, 87]);
  expect(age).toMatchObject({ counted: 332, median: 19, withoutYear: 1 });
});

test("25 tags cover 310 viewings", () => {
  expect(tagFacts(library.films)).toEqual({
    tags: 25,
    viewings: 310,
    first: "2021-06-21",
    last: "2026-10-31",
    of: 384,
  });
  const [most, second] = tagRows(library.films);
  expect([most, second]).toMatchObject([
    // Ties go by number of films.
    { tag: "festival", viewings: 73, films: 73, first: "2021-10-07", last: "2026-10-11" },
    { tag: "with M.", viewings: 73, films: 72, first: "2021-07-31", last: "2026-10-29" },
  ]);
  // Seven of "Netflix" and four of "netflix".
  const [streamed, ...others] = tagRows(library.films).filter(({ tag }) => /netflix/i.test(tag));
  expect([streamed, others]).toMatchObject([{ tag: "Netflix", viewings: 11 }, []]);
  expect([most?.average, second?.average]).toEqual([
    expect.closeTo(3.878787878787879, 12),
    expect.closeTo(3.63768115942029, 12),
  ]);
});

test("48 reviews, two of them of no viewing", () => {
  // 43 names and years, of which the two films called Leap Year share one.
  expect(reviewFacts(library.films)).toEqual({
    reviews: 48,
    dated: 46,
    undatedWithDay: 0,
    undated: 2,
    films: 44,
  });
});

test("60 films wait, three of them seen all the same", () => {
  expect(watchlistFacts(library.watchlist, library.asOf)).toMatchObject({
    films: 60,
    seen: 3,
    medianAge: 884,
    oldest: { film: { name: "No Home Movie" }, since: "2021-06-28", age: 1952, seen: false },
  });
});

test("three lists hold 55 films, 49 of them seen", () => {
  expect(
    listRows(library.lists)
      .map(({ list, items, seen }) => [list.name, items.length, seen])
      .sort(),
  ).toEqual([
    ["Noir, by wetness of street", 14, 12],
    ["Rainy Sundays", 15, 14],
    ["Women, with a camera", 26, 23],
  ]);
  expect(listFacts(library.lists)).toEqual({ lists: 3, films: 55, seen: 49, notes: 15 });
});
