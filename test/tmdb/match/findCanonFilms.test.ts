import { expect, test } from "vitest";
import type { CanonRow } from "../../../src/letterboxd/canonTable.ts";
import { findCanonFilms } from "../../../src/tmdb/match/findCanonFilms.ts";
import type { FilmDetails, Metadata } from "../../../src/tmdb/metadata.ts";
import { makeLedgerFilm } from "../../support/libraryMaker.ts";

const film = (name: string, year: number | null, uri: string, seen = true) =>
  makeLedgerFilm({ name, year, uri, seen });

const matched = (id: number, details: Partial<FilmDetails> = {}): Metadata => ({
  match: { type: "movie", id, confidence: 1, reason: "" },
  film: { id, title: "", originalTitle: "", releaseDate: null, ...details } as FilmDetails,
  series: null,
});

const row = (name: string, year: number | null, page: string | null = null): CanonRow => ({
  position: 1,
  name,
  year,
  page,
  isFoundByName: true,
});

/** The addresses of the films that the rows mean. */
function found(
  rows: CanonRow[],
  films: ReturnType<typeof film>[],
  metadata: Record<string, Metadata> = {},
) {
  const list = { id: "list", name: null, rows };
  const known = new Map(Object.entries(metadata));
  return findCanonFilms(list, films, known).map((one) => one.film?.uri ?? null);
}

test("the page at TMDB decides, whatever name and year are", () => {
  const films = [film("Crash", 1996, "crash96"), film("Collision", 2004, "crash04")];
  const metadata = { crash96: matched(884), crash04: matched(1640) };
  expect(found([row("Crash", 1996, "movie/1640")], films, metadata)).toEqual(["crash04"]);
});

test("a film with another page is another film", () => {
  const films = [film("Crash", 2004, "crash")];
  expect(found([row("Crash", 2004, "movie/1640")], films, { crash: matched(884) })).toEqual([null]);
});

test("without a page on either side, name and year decide", () => {
  const films = [film("Ran", 1985, "ran"), film("Ikiru", 1952, "ikiru")];
  expect(found([row("Ran", 1985, "movie/1"), row("Ikiru", 1953)], films)).toEqual(["ran", null]);
  expect(found([row("Ran", 1985)], films, { ran: matched(7) })).toEqual(["ran"]);
});

test("accents and punctuation matter only where two films differ in nothing else", () => {
  const films = [film("Drácula", 1931, "spanish"), film("Dracula", 1931, "english")];
  expect(found([row("Dracula", 1931), row("Drácula", 1931)], films)).toEqual([
    "english",
    "spanish",
  ]);
  expect(found([row("Padre padrone!", 1977)], [film("Padre Padrone", 1977, "padre")])).toEqual([
    "padre",
  ]);
});

test("TMDB's titles and year find a film too", () => {
  const films = [film("Le Passage du Rhin", 1960, "rhin")];
  const metadata = {
    rhin: matched(5, { title: "Tomorrow Is My Turn", releaseDate: "1961-09-01" }),
  };
  expect(found([row("Tomorrow Is My Turn", 1961)], films, metadata)).toEqual(["rhin"]);
});

test("a seen film comes before an unseen one, and each is found once", () => {
  const films = [film("Ran", 1985, "wanted", false), film("Ran", 1985, "seen")];
  expect(found([row("Ran", 1985), row("Ran!", 1985), row("RAN", 1985)], films)).toEqual([
    "seen",
    "wanted",
    null,
  ]);
});

test("a row that another film shares name and year with is found by its page alone", () => {
  const usher = { ...row("Usher", 1928), isFoundByName: false };
  expect(found([usher], [film("Usher", 1928, "french")])).toEqual([null]);
});
