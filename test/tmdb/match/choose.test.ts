import { describe, expect, test } from "vitest";
import type { SearchResult } from "../../../src/tmdb/client/api.ts";
import { candidates } from "../../../src/tmdb/match/candidates.ts";
import { chooseMatch } from "../../../src/tmdb/match/choose.ts";

const found = (
  id: number,
  title: string,
  year: number | null,
  votes: number,
  more = {},
): SearchResult => ({
  type: "movie",
  id,
  title,
  originalTitle: title,
  year,
  votes,
  ...more,
});

function idOf(name: string, year: number | null, results: SearchResult[]): number | null {
  const match = chooseMatch({ name, year }, results);
  return match && "id" in match ? match.id : null;
}

describe("choosing among films of the title", () => {
  test("the film of the year is certain", () => {
    const match = chooseMatch({ name: "Ran", year: 1985 }, [found(1, "Ran", 1985, 900)]);
    expect(match).toEqual({
      type: "movie",
      id: 1,
      confidence: 1,
      reason: "A film with the same title and year.",
    });
  });

  test.each([
    [-2, null],
    [-1, 1],
    [0, 1],
    [2, 1],
    [3, null],
  ])("TMDB's year may be one earlier to two later: %i", (off, id) => {
    const match = chooseMatch({ name: "Ran", year: 1985 }, [found(1, "Ran", 1985 + off, 900)]);
    expect(match && "id" in match ? match.id : null).toBe(id);
  });

  test("a year off is less certain, and two are less so", () => {
    const confidence = (year: number) =>
      chooseMatch({ name: "Ran", year: 1985 }, [found(1, "Ran", year, 900)])?.confidence ?? 0;
    expect(confidence(1986)).toBeLessThan(confidence(1985));
    expect(confidence(1987)).toBeLessThan(confidence(1986));
  });

  test("of two that are off, two years later beats one earlier, which is rarer", () => {
    const results = [found(1, "Elena", 2011, 40), found(2, "Elena", 2014, 20)];
    expect(chooseMatch({ name: "Elena", year: 2012 }, results)).toMatchObject({ id: 2 });
  });

  // Split had its festival in 2016 and its release in 2017; a namesake of 2016 has 16 votes.
  test("20 times the votes, and at least 100, of the next year beat a film of the year that few know", () => {
    expect(idOf("Split", 2016, [found(1, "Split", 2016, 16), found(2, "Split", 2017, 319)])).toBe(
      1,
    );
    expect(idOf("Split", 2016, [found(1, "Split", 2016, 16), found(2, "Split", 2017, 320)])).toBe(
      2,
    );
    expect(idOf("Split", 2016, [found(1, "Split", 2016, 0), found(2, "Split", 2017, 99)])).toBe(1);
    expect(idOf("Split", 2016, [found(1, "Split", 2016, 0), found(2, "Split", 2017, 100)])).toBe(2);
    // Two years later it takes 200 times the votes.
    expect(idOf("Split", 2016, [found(1, "Split", 2016, 9), found(2, "Split", 2018, 1799)])).toBe(
      1,
    );
    expect(idOf("Split", 2016, [found(1, "Split", 2016, 9), found(2, "Split", 2018, 1800)])).toBe(
      2,
    );
  });

  // The short of 2013 has a namesake that everybody knows.
  test("a film of the year with a hundred votes stands against any other year", () => {
    const feature = found(2, "Whiplash", 2014, 17_000);
    const choice = (votes: number) =>
      chooseMatch({ name: "Whiplash", year: 2013 }, [found(1, "Whiplash", 2013, votes), feature]);
    expect(choice(100)).toMatchObject({ id: 1, confidence: 0.8 });
    // From 50 votes on it is a guess, which the owner is asked about.
    expect(choice(99)).toMatchObject({ id: 2, confidence: 0.5 });
    expect(choice(50)).toMatchObject({ id: 2, confidence: 0.5 });
    expect(choice(49)).toMatchObject({ id: 2, confidence: 0.8 });
  });

  test("an earlier film never beats one of the year, however known it is", () => {
    const results = [found(1, "Wanted", 2009, 0), found(2, "Wanted", 2008, 9000)];
    expect(chooseMatch({ name: "Wanted", year: 2009 }, results)).toMatchObject({
      id: 1,
      confidence: 0.8,
    });
  });

  test("of two later ones the nearer is meant, whatever their votes", () => {
    const results = [found(1, "Leviathan", 2013, 74), found(2, "Leviathan", 2014, 9000)];
    expect(idOf("Leviathan", 2012, results)).toBe(1);
    // Both are known well enough to beat one of the year.
    const three = [
      found(1, "Leviathan", 2012, 3),
      found(2, "Leviathan", 2013, 5000),
      found(3, "Leviathan", 2014, 9000),
    ];
    expect(idOf("Leviathan", 2012, three)).toBe(2);
  });

  test("two of one year that are about equally known are left to the owner", () => {
    const results = [found(1, "The Nightmare", 2015, 90), found(2, "The Nightmare", 2015, 108)];
    const match = chooseMatch({ name: "The Nightmare", year: 2015 }, results);
    expect(match?.type).toBe("none");
    expect(match).toMatchObject({ candidates: [{ id: 2 }, { id: 1 }] });
  });

  test("a few votes more are a guess, and none of another year", () => {
    const results = (year: number) => [found(1, "Breath", year, 10), found(2, "Breath", year, 5)];
    expect(chooseMatch({ name: "Breath", year: 2007 }, results(2007))).toMatchObject({
      id: 1,
      confidence: 0.5,
    });
    expect(chooseMatch({ name: "Breath", year: 2007 }, results(2008))).toMatchObject({
      type: "none",
    });
    const known = [found(1, "Breath", 2007, 15), found(2, "Breath", 2007, 2)];
    expect(chooseMatch({ name: "Breath", year: 2007 }, known)).toMatchObject({
      id: 1,
      confidence: 0.88,
    });
  });

  test("of two alike the one whose English title it is, is meant", () => {
    const results = [
      found(1, "Ida", 2013, 90),
      found(2, "Ida and the Others", 2013, 100, { originalTitle: "Ida" }),
    ];
    expect(chooseMatch({ name: "Ida", year: 2013 }, results)).toMatchObject({
      id: 1,
      confidence: 0.85,
    });
  });

  test("a title with the accents of the export beats one without, of the same year", () => {
    const results = [found(1, "Dracula", 1931, 1700), found(2, "Drácula", 1931, 120)];
    expect(idOf("Drácula", 1931, results)).toBe(2);
    expect(idOf("Dracula", 1931, results)).toBe(1);
    // Capitals are no letters of their own.
    expect(idOf("DRÁCULA", 1931, results)).toBe(2);
    expect(idOf("Drácula", 1931, [found(1, "Dracula", 1931, 1700)])).toBe(1);
    expect(
      idOf("Drácula", 1931, [found(1, "Dracula", 1931, 9), found(2, "Drácula", 1932, 9)]),
    ).toBe(1);
    // The accent may be a sign of its own.
    expect(idOf("Dra\u0301cula", 1931, results)).toBe(2);
  });

  test("capitals and hyphens tell nothing, and far better known ones leave a guess", () => {
    const spiders = [found(1, "Spider-man", 2002, 0), found(2, "Spider-Man", 2002, 20_000)];
    expect(chooseMatch({ name: "Spider-man", year: 2002 }, spiders)).toMatchObject({
      id: 2,
      confidence: 0.95,
    });
    const accents = (votes: number) => [
      found(1, "Amelie", 2001, 10),
      found(2, "Amélie", 2001, votes),
    ];
    const choice = (votes: number) => chooseMatch({ name: "Amelie", year: 2001 }, accents(votes));
    expect(choice(1999)).toMatchObject({ id: 1, confidence: 0.8 });
    expect(choice(2000)).toMatchObject({ id: 1, confidence: 0.5 });
    expect(chooseMatch({ name: "Amelie", year: null }, accents(2000))).toMatchObject({ id: 2 });
  });

  test("a later film beats one of the year only if no namesake of its year is as known", () => {
    const results = [
      found(1, "Split", 2016, 3),
      found(2, "Split", 2017, 5000),
      found(3, "Split", 2017, 4900),
    ];
    expect(chooseMatch({ name: "Split", year: 2016 }, results)).toMatchObject({
      type: "none",
      candidates: [{ id: 2 }, { id: 1 }, { id: 3 }],
    });
  });

  test("loose spelling needs the very year", () => {
    const named = (title: string, year: number) => [found(1, title, year, 900)];
    expect(idOf("The Breaking Ice", 2023, named("Breaking Ice", 2023))).toBe(1);
    expect(idOf("The Breaking Ice", 2023, named("Breaking Ice", 2024))).toBe(null);
    expect(idOf("The Breaking Ice", 2023, named("Breaking the Ice", 2023))).toBe(null);
    // Where the export gives none, it must be the only one.
    expect(idOf("The Breaking Ice", null, named("Breaking Ice", 2023))).toBe(1);
    const both = [...named("Breaking Ice", 2023), found(2, "A Breaking Ice", 1999, 80)];
    expect(idOf("The Breaking Ice", null, both)).toBe(null);
  });

  test("“Part One” may be missing where nothing else is different", () => {
    const dune = found(1, "Dune", 2021, 9000);
    expect(chooseMatch({ name: "Dune: Part One", year: 2021 }, [dune])).toMatchObject({
      id: 1,
      confidence: 0.8,
    });
    expect(idOf("Dune", 2021, [found(1, "Dune - Part 1", 2021, 9000)])).toBe(1);
    expect(idOf("Dune: Part One", 2020, [dune])).toBe(null);
    expect(idOf("Dune: Part One", 2021, [dune, found(2, "Dune", 2021, 3)])).toBe(null);
    expect(idOf("Dune: Part One", 2021, [dune, found(2, "Dune Part I", 2021, 3)])).toBe(2);
    expect(idOf("Dune: Part One", 2021, [{ ...dune, type: "tv" }])).toBe(null);
  });

  test.each([
    ["Rocky II", "Rocky III"],
    ["Rocky II", "Rocky"],
    ["Rocky", "Rocky II"],
    ["Dune: Part Two", "Dune"],
    ["Dune: Part Two", "Dune: Part One"],
    ["Dune", "Dune: Part Two"],
    ["Kill Bill: Vol. 2", "Kill Bill: Vol. 1"],
    ["Kill Bill: Vol. 2", "Kill Bill: Volume 1"],
    ["Ocean's Eleven", "Ocean's Twelve"],
  ])("%s is not %s", (name, title) => {
    expect(idOf(name, 2004, [found(1, title, 2004, 9000)])).toBe(null);
  });

  test("the original title counts as much as the English one", () => {
    const results = [found(1, "Seven Samurai", 1954, 3000, { originalTitle: "七人の侍" })];
    expect(chooseMatch({ name: "七人の侍", year: 1954 }, results)).toMatchObject({ id: 1 });
  });

  test("without a year the title must be alone, or by far the best known", () => {
    const wanted = { name: "Solaris", year: null };
    const both = (votes: number) => [
      found(1, "Solaris", 1972, votes),
      found(2, "Solaris", 2002, 100),
    ];
    expect(chooseMatch(wanted, both(1500))).toMatchObject({ type: "none" });
    expect(chooseMatch(wanted, both(2000))).toMatchObject({ id: 1 });
  });

  test("a film without a date is no match for one with a year", () => {
    expect(chooseMatch({ name: "Ran", year: 1985 }, [found(1, "Ran", null, 0)])).toBeNull();
  });
});

test("candidates have this title and a year around, or another title of the year that TMDB found by a hidden one", () => {
  const results = [
    found(1, "Another Thing", 1985, 9000),
    found(2, "Ran", 1995, 10),
    found(3, "Ran", 1990, 10),
    found(4, "Ran", 1990, 900),
    found(5, "Ran Away", 1999, 9000),
  ];
  const ids = candidates({ name: "Ran", year: 1985 }, results).map(({ id }) => id);
  expect(ids).toEqual([4, 3, 1, 2]);
});
