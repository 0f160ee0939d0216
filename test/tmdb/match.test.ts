import { describe, expect, test } from "vitest";
import { choose, type Found } from "../../src/tmdb/match.ts";
import { nearest } from "../../src/tmdb/nearest.ts";

const found = (
  id: number,
  title: string,
  year: number | null,
  votes: number,
  more = {},
): Found => ({
  type: "movie",
  id,
  title,
  originalTitle: title,
  year,
  votes,
  ...more,
});

describe("choosing among films of the title", () => {
  test("the film of the year is certain", () => {
    const match = choose({ name: "Ran", year: 1985 }, [found(1, "Ran", 1985, 900)]);
    expect(match).toEqual({
      type: "movie",
      id: 1,
      confidence: 1,
      reason: "A film of the same title and year.",
    });
  });

  test.each([
    [-2, null],
    [-1, 1],
    [0, 1],
    [2, 1],
    [3, null],
  ])("TMDB's year may be one earlier to two later: %i", (off, id) => {
    const match = choose({ name: "Ran", year: 1985 }, [found(1, "Ran", 1985 + off, 900)]);
    expect(match && "id" in match ? match.id : null).toBe(id);
  });

  test("a year off is less certain, and two are less so", () => {
    const confidence = (year: number) =>
      choose({ name: "Ran", year: 1985 }, [found(1, "Ran", year, 900)])?.confidence ?? 0;
    expect(confidence(1986)).toBeLessThan(confidence(1985));
    expect(confidence(1987)).toBeLessThan(confidence(1986));
  });

  test("of two that are off, two years later beats one earlier, which is rarer", () => {
    const results = [found(1, "Elena", 2011, 40), found(2, "Elena", 2014, 20)];
    expect(choose({ name: "Elena", year: 2012 }, results)).toMatchObject({ id: 2 });
  });

  // Split had its festival in 2016 and its release in 2017; a namesake of 2016 has 16 votes.
  test("20 times the votes, and at least 100, beat the exact year", () => {
    const wanted = { name: "Split", year: 2016 };
    const choice = (votes: number, namesakeVotes: number) => {
      const results = [found(1, "Split", 2016, namesakeVotes), found(2, "Split", 2017, votes)];
      const match = choose(wanted, results);
      return match && "id" in match ? match.id : null;
    };
    expect(choice(17_000, 16)).toBe(2);
    expect(choice(319, 16)).toBe(1);
    expect(choice(320, 16)).toBe(2);
    expect(choice(99, 0)).toBe(1);
    expect(choice(100, 0)).toBe(2);
  });

  test("two of one year that are about equally known are left to the owner", () => {
    const results = [found(1, "The Nightmare", 2015, 90), found(2, "The Nightmare", 2015, 108)];
    const match = choose({ name: "The Nightmare", year: 2015 }, results);
    expect(match?.type).toBe("none");
    expect(match).toMatchObject({ candidates: [{ id: 2 }, { id: 1 }] });
  });

  test("the original title counts as much as the English one", () => {
    const results = [found(1, "Seven Samurai", 1954, 3000, { originalTitle: "七人の侍" })];
    expect(choose({ name: "七人の侍", year: 1954 }, results)).toMatchObject({ id: 1 });
  });

  test("without a year the title must be alone, or by far the best known", () => {
    const wanted = { name: "Solaris", year: null };
    const both = (votes: number) => [
      found(1, "Solaris", 1972, votes),
      found(2, "Solaris", 2002, 100),
    ];
    expect(choose(wanted, both(1500))).toMatchObject({ type: "none" });
    expect(choose(wanted, both(2000))).toMatchObject({ id: 1 });
  });

  test("a film without a date is no match for one with a year", () => {
    expect(choose({ name: "Ran", year: 1985 }, [found(1, "Ran", null, 0)])).toBeNull();
  });
});

test("the nearest are of this title, in the years around; another title of the year was found by one that TMDB does not show", () => {
  const results = [
    found(1, "Another Thing", 1985, 9000),
    found(2, "Ran", 1995, 10),
    found(3, "Ran", 1990, 10),
    found(4, "Ran", 1990, 900),
    found(5, "Ran Away", 1999, 9000),
  ];
  const ids = nearest({ name: "Ran", year: 1985 }, results).map(({ id }) => id);
  expect(ids).toEqual([4, 3, 1, 2]);
});
