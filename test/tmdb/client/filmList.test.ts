import { describe, expect, test } from "vitest";
import { collectionParts, filmographyOf } from "../../../src/tmdb/client/filmList.ts";

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
  const directed = (crew: object[]) => filmographyOf({ id: 5, cast: [], crew }).directed;

  test("is what the job Director names, each film once", () => {
    const crew = [
      entry(61),
      entry(62, { job: "Co-Director" }),
      entry(63, { job: "Producer" }),
      entry(63),
      entry(63, { credit_id: "again" }),
    ];
    expect(directed(crew)).toEqual([
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
    expect(directed(crew).map(({ id }) => id)).toEqual([68]);
  });

  test("keeps what is announced with a day, for the day it is out", () => {
    expect(directed([entry(61, { release_date: "2031-12-19" })])).toMatchObject([
      { released: "2031-12-19" },
    ]);
  });
});

describe("what somebody acted in", () => {
  const acted = (cast: object[]) =>
    filmographyOf({ id: 5, cast, crew: [] }).acted?.map(({ id }) => id);
  const role = (id: number, character: string | null, more: object = {}) =>
    entry(id, { character, genre_ids: [18], ...more });

  test("is every role that the film credits, even without a name or by voice alone", () => {
    const cast = [role(61, "Ripley"), role(62, ""), role(63, null), role(64, "Woody (voice)")];
    expect(acted(cast)).toEqual([61, 62, 63, 64]);
  });

  test("leaves out old footage, appearances as oneself, uncredited parts and documentaries", () => {
    const cast = [
      role(61, "Self"),
      role(62, "Himself - Host"),
      role(63, "Ripley (archive footage)"),
      role(64, "Waiter (uncredited)"),
      role(65, "Narrator", { genre_ids: [36, 99] }),
      role(66, "Selfridge"),
    ];
    expect(acted(cast)).toEqual([66]);
  });

  test("leaves out what has no day of release, videos and adult films", () => {
    const cast = [
      role(61, "A", { release_date: "" }),
      role(62, "B", { video: true }),
      role(63, "C", { adult: true }),
      role(64, "D"),
    ];
    expect(acted(cast)).toEqual([64]);
  });

  test("has a film once, if one of the roles counts", () => {
    expect(acted([role(61, "Clerk (uncredited)"), role(61, "Twin"), role(61, "Sister")])).toEqual([
      61,
    ]);
  });
});

describe("a filmography", () => {
  test("has a film in both lists if somebody directed it and acted in it", () => {
    const film = { id: 61, title: "Film 61", released: "1961-03-01" };
    const cast = [entry(61, { character: "The Lodger" })];
    expect(filmographyOf({ id: 5, cast, crew: [entry(61)] })).toEqual({
      directed: [film],
      acted: [film],
    });
  });

  test("may be empty", () => {
    expect(filmographyOf({ id: 5, cast: [], crew: [] })).toEqual({ directed: [], acted: [] });
  });

  test.each([[{}], [{ id: 5, cast: [] }], [{ id: 5, cast: [], crew: null }], [[]], ["<html>"]])(
    "is not to be had from %j",
    (answer) => {
      expect(() => filmographyOf(answer)).toThrow();
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
