import { describe, expect, test } from "vitest";
import { changeSinceLogged, drift, ratedViewings, rewatchDrift } from "../../src/stats/drift.ts";
import { type FilmSpec, makeFilm, makeFilms, makeLibrary } from "../support/libraryMaker.ts";

/** A film whose viewings were rated so, on one day after the other. */
const rated = (
  name: string,
  ratings: (number | null)[],
  more: Partial<FilmSpec> = {},
): FilmSpec => ({
  name,
  viewings: ratings.map((rating, i) => ({ on: `2024-03-0${i + 1}`, rating })),
  ...more,
});

describe("on rewatching", () => {
  const change = (...ratings: (number | null)[]) => {
    const found = rewatchDrift(makeFilm(rated("A", ratings, { rating: 1 })));
    return found && [found.from, found.to, found.change];
  };

  test("the drift of a film is from its first rated viewing to its last, whatever the ratings between and now", () => {
    expect(change(3.5, 1, 4.5)).toEqual([3.5, 4.5, 1]);
    expect(change(5, 3)).toEqual([5, 3, -2]);
  });

  test("unrated viewings are passed over, before, between and after", () => {
    expect(change(null, 4, null, 4.5, null)).toEqual([4, 4.5, 0.5]);
  });

  test("two viewings of one day follow each other as in the diary", () => {
    const viewings = [4, 3].map((rating) => ({ on: "2024-03-01", rating }));
    expect(rewatchDrift(makeFilm({ name: "A", viewings }))?.change).toBe(-1);
    const since = changeSinceLogged(makeFilm({ name: "A", viewings, rating: 5 }));
    expect([since?.from, since?.to]).toEqual([3, 5]);
  });

  test("two viewings of one month have no order without days, so different ratings make no drift", () => {
    const inOneMonth = (...ratings: number[]) => {
      const viewings = ratings.map((rating, i) => ({ on: `2024-03-0${i + 1}`, rating }));
      const spec = { name: "A", viewings, rating: 5 };
      const [film] = makeLibrary([spec], { exactDates: false }).films;
      return film && [rewatchDrift(film)?.change, changeSinceLogged(film)?.change];
    };
    expect(inOneMonth(3, 4)).toEqual([undefined, undefined]);
    expect(inOneMonth(4, 4)).toEqual([0, 1]);
  });

  test("one rated viewing has no drift, and two equal ones have a drift of 0", () => {
    expect(change(4)).toBeNull();
    expect(change(4, null)).toBeNull();
    expect(change()).toBeNull();
    expect(change(4, 4)).toEqual([4, 4, 0]);
  });
});

describe("since the film was logged", () => {
  const change = (spec: FilmSpec) => {
    const found = changeSinceLogged(makeFilm(spec));
    return found && [found.from, found.to, found.change];
  };

  test("a film goes from its last rated viewing to the rating it has now", () => {
    expect(change(rated("A", [3, 4, null], { rating: 4.5 }))).toEqual([4, 4.5, 0.5]);
    expect(change(rated("A", [4], { rating: 4 }))).toEqual([4, 4, 0]);
  });

  test("nothing is known where the rating now is that of the diary or of a review", () => {
    expect(change(rated("A", [4], { rating: 4, ratingFrom: "viewing" }))).toBeNull();
    expect(change(rated("A", [null], { rating: 4, ratingFrom: "review" }))).toBeNull();
  });

  test("nothing is known without a rating now, or without one then", () => {
    expect(change(rated("A", [4]))).toBeNull();
    expect(change(rated("A", [null], { rating: 4 }))).toBeNull();
  });
});

describe("in sum", () => {
  const films = makeFilms([
    rated("Half up", [3, 3.5]),
    rated("Bolero", [4, 2.5]),
    rated("Same", [4, 4]),
    rated("Ares", [2, 3.5]),
    rated("Once", [5]),
    rated("Never", []),
  ]);

  test("films that went up, down and stayed are counted, and their changes averaged", () => {
    // 0.5 − 1.5 + 0 + 1.5 = 0.5 over four films.
    expect(drift(films, rewatchDrift)).toMatchObject({
      films: 4,
      up: 2,
      down: 1,
      same: 1,
      mean: 0.125,
    });
  });

  test("the largest changes come first, whichever way they went, equals by title", () => {
    const { changed, furthest } = drift(films, rewatchDrift);
    expect(changed.map(({ film, change }) => [film.name, change])).toEqual([
      ["Ares", 1.5],
      ["Bolero", -1.5],
      ["Half up", 0.5],
    ]);
    expect(furthest.map(({ film }) => film.name)).toEqual(["Ares", "Bolero"]);
  });

  test("without films the mean is null", () => {
    expect(drift([], rewatchDrift)).toEqual({
      films: 0,
      up: 0,
      down: 0,
      same: 0,
      mean: null,
      changed: [],
      furthest: [],
    });
  });
});

test("rated viewings keep their order", () => {
  const film = makeFilm(rated("A", [3, null, 2]));
  expect(ratedViewings(film).map(({ date, rating }) => [date, rating])).toEqual([
    ["2024-03-01", 3],
    ["2024-03-03", 2],
  ]);
});
