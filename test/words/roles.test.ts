import { expect, test } from "vitest";
import { roleRanking } from "../../src/views/people/roleRanking.ts";
import { actor, director, type FilmSpec } from "../support/libraryMaker.ts";
import { makeSite, rankingPage, written } from "../support/siteMaker.ts";

/** Films of a director, rated so. */
const by = (id: number, name: string, ...ratings: (number | null)[]): FilmSpec[] =>
  ratings.map((rating, i) => ({
    name: `${name} ${i}`,
    rating,
    tmdb: { crew: [director(id, name)] },
  }));

const pageOf = (...specs: FilmSpec[][]) =>
  rankingPage(roleRanking(makeSite(specs.flat()), "director"));
/** The heading without the addresses of its links. */
const heading = (...specs: FilmSpec[][]) =>
  written(pageOf(...specs).heading).replace(/\[(.*?)\]\(.*?\)/g, "$1");

const plain = by(8, "Plain", 3, 3);

test("the heading names whom you see most and whom you rate highest", () => {
  expect(heading(by(1, "Ozu", 3, 3, 3, 3), by(2, "Varda", 5, 5, 5), plain)).toBe(
    "Directors: most often Ozu, best weighted mean Varda",
  );
  expect(heading(by(1, "Ozu", 5, 5, 5, 5), by(2, "Varda", 3, 3, 3), plain)).toBe(
    "Directors: most often and with the best weighted mean Ozu",
  );
});

test("equals are named together or not at all, and a mean that may be chance is not named", () => {
  // Two means of 3: neither is the highest.
  expect(heading(by(1, "Ozu", 3, 3, 3), by(2, "Varda", 3, 3, 3), plain)).toBe(
    "Directors: most often Ozu and Varda, 3 films each",
  );
  expect(heading(by(1, "Ozu", 3, 3, 3, 3), by(2, "Varda", 5, 1, 4), plain)).toBe(
    "Directors: most often Ozu, 4 films",
  );
  const four = [1, 2, 3, 4].map((id) => by(id, `Director ${id}`, null, null, null));
  expect(heading(...four, plain)).toBe("5 directors");
  expect(heading()).toBe("Directors");
});

test("the rows of those whom the heading names are marked, and no other", () => {
  const page = pageOf(by(1, "Ozu", 3, 3, 3, 3), by(2, "Varda", 5, 5, 5), plain);
  const rows = page.blocks
    .flatMap(({ shown }) => shown)
    .flatMap((one) => (one.as === "table" ? one.table.rows : []));
  expect(rows.filter(({ isNamed }) => isNamed).map(({ name }) => name)).toEqual(["Ozu", "Varda"]);
  expect(rows).toHaveLength(3);
});

test("those with one film are a number", () => {
  const page = pageOf(by(1, "Ozu", 3, 3), by(2, "Varda", 5), by(3, "Akerman", 5));
  expect(written(page.kicker)).toBe(
    "1 director with two films or more, 2 more with one. [From A to Z](/people/)",
  );
  // Nobody has two films: then the names stand on the page.
  const small = pageOf(by(2, "Varda", 5), by(3, "Akerman", 5));
  expect(written(small.kicker)).toBe("2 directors with one film each. [From A to Z](/people/)");
  expect(small.blocks.map(({ id }) => id)).toEqual(["single"]);
});

test("a film that shows somebody in archive footage only is none of theirs", () => {
  const inFilms = (...characters: string[]): FilmSpec[] =>
    characters.map((character, i) => ({
      name: `Film ${i}`,
      tmdb: { cast: [{ ...actor(1, "Josephine Baker"), character }] },
    }));
  const rows = (specs: FilmSpec[]) =>
    rankingPage(roleRanking(makeSite(specs), "actor"))
      .blocks.flatMap(({ shown }) => shown)
      .flatMap((one) => (one.as === "table" ? one.table.rows : []))
      .map(({ name, cells }) => `${name} ${cells[0]}`);
  expect(rows(inFilms("Zouzou", "Alwina", "Self (archive footage)"))).toEqual([
    "Josephine Baker 2",
  ]);
  expect(rows(inFilms("Zouzou", "Self (archive footage)"))).toEqual([]);
});
