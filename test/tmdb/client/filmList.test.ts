import { describe, expect, test } from "vitest";
import { collectionParts, directedFilms } from "../../../src/tmdb/client/filmList.ts";

const entry = (id: number, more: object = {}) => ({
  id,
  title: `Film ${id}`,
  release_date: `19${id}-03-01`,
  video: false,
  adult: false,
  job: "Director",
  ...more,
});

describe("what somebody directed", () => {
  test("is what the job Director names, each film once", () => {
    const crew = [
      entry(61),
      entry(62, { job: "Co-Director" }),
      entry(63, { job: "Producer" }),
      entry(63),
      entry(63, { credit_id: "again" }),
    ];
    expect(directedFilms({ id: 5, cast: [entry(64)], crew })).toEqual([
      { id: 61, title: "Film 61", released: "1961-03-01" },
      { id: 63, title: "Film 63", released: "1963-03-01" },
    ]);
  });

  test("leaves out what has no day of release, videos and adult films", () => {
    const crew = [
      entry(61, { release_date: "" }),
      entry(62, { release_date: null }),
      entry(63, { release_date: undefined }),
      entry(64, { release_date: "1964-02-30" }),
      entry(65, { video: true }),
      entry(66, { adult: true }),
      entry(67, { title: "" }),
      entry(68),
    ];
    expect(directedFilms({ id: 5, crew }).map(({ id }) => id)).toEqual([68]);
  });

  test("keeps what is announced with a day, for the day it is out", () => {
    const crew = [entry(61, { release_date: "2031-12-19" })];
    expect(directedFilms({ id: 5, crew })).toMatchObject([{ released: "2031-12-19" }]);
  });

  test("may be nothing", () => {
    expect(directedFilms({ id: 5, cast: [], crew: [] })).toEqual([]);
  });

  test.each([[{}], [{ id: 5 }], [{ id: 5, crew: null }], [[]], ["<html>"]])(
    "is not to be had from %j",
    (answer) => {
      expect(() => directedFilms(answer)).toThrow();
    },
  );
});

describe("the parts of a collection", () => {
  test("are its films by the same rule, and no series", () => {
    const parts = [
      entry(61, { media_type: "movie" }),
      entry(62, { media_type: "tv" }),
      entry(63),
      entry(64, { release_date: "" }),
    ];
    expect(collectionParts({ id: 10, name: "Alien Collection", parts })).toEqual([
      { id: 61, title: "Film 61", released: "1961-03-01" },
      { id: 63, title: "Film 63", released: "1963-03-01" },
    ]);
  });

  test("are not to be had from another answer", () => {
    expect(() => collectionParts({ id: 10, name: "Alien Collection" })).toThrow();
  });
});
