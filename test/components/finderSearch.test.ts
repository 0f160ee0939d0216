import fc from "fast-check";
import { distance } from "fastest-levenshtein";
import { describe, expect, test } from "vitest";
import { errors, searchableRows, searchRows } from "../../src/components/finderSearch.ts";

const rows = searchableRows(
  [
    "1999",
    "Drama",
    "Steven Spielberg",
    "Stephen Chow",
    "Stephen Frears",
    "Jacques Tati",
    "Heat",
    "The Meat Puppet",
    "Spielberg",
    "Cléo from 5 to 7",
    "Łódź Symphony",
  ].map((name) => [name, "", `/${name}/`]),
);
const found = (query: string) => {
  const { exact, near } = searchRows(rows, query);
  return [exact.map(([name]) => name), near.map(([name]) => name)];
};

describe("a search", () => {
  test.each([
    ["a letter changed", "spielburg", "Steven Spielberg"],
    ["two, in a long word", "speilburg", "Steven Spielberg"],
    ["a letter too many", "jacquess tati", "Jacques Tati"],
    ["a letter too few", "jaques", "Jacques Tati"],
    ["two neighbours swapped", "cloe from", "Cléo from 5 to 7"],
    ["a word that is not yet complete", "symhpon", "Łódź Symphony"],
  ])("forgives %s: %s", (_, query, name) => {
    const [exact, near] = found(query);
    expect(exact).toEqual([]);
    expect(near).toContain(name);
  });

  test("exact hits come first, then similar spellings, the most similar first", () => {
    expect(found("heat")).toEqual([["Heat"], ["The Meat Puppet"]]);
    expect(found("steven")).toEqual([["Steven Spielberg"], []]);
    expect(found("stefen")).toEqual([[], ["Steven Spielberg"]]);
  });

  test("forgives nothing in numbers and in words of three letters", () => {
    expect(found("1998")).toEqual([[], []]);
    expect(found("hea")).toEqual([["Heat"], []]);
    expect(found("hee")).toEqual([[], []]);
  });

  test("offers no other spelling where the one asked for is found often", () => {
    expect(found("ste")[0]).toHaveLength(3);
    expect(found("ste")[1]).toEqual([]);
    expect(found("")).toEqual([[], []]);
    expect(found("lodz")[0]).toEqual(["Łódź Symphony"]);
  });
});

describe("typing errors, compared with what a library counts", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 4, maxLength: 9 });
  const beginnings = (text: string) =>
    Array.from({ length: text.length + 1 }, (_, i) => text.slice(0, i));
  const counted = (most: number, other: string, least: (text: string) => number) => {
    const whole = least(other);
    const start = Math.min(...beginnings(other).map(least));
    return whole <= most ? whole : start <= most ? most + start : Infinity;
  };

  test("one is a letter more, fewer or changed, or two neighbours swapped", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const swapped = Array.from({ length: a.length - 1 }, (_, i) =>
          [a.slice(0, i), a[i + 1], a[i], a.slice(i + 2)].join(""),
        );
        const least = (text: string) =>
          text !== a && swapped.includes(text) ? 1 : distance(a, text);
        expect(errors(a, b, 1)).toBe(counted(1, b, least));
      }),
      { numRuns: 2000 },
    );
  });

  test("two are found wherever the library finds them", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const most = counted(2, b, (text) => distance(a, text));
        expect(errors(a, b, 2)).toBeLessThanOrEqual(most);
        if (!Number.isFinite(most)) return;
        expect(errors(a, b, 2) === 0).toBe(a === b);
      }),
      { numRuns: 2000 },
    );
  });
});
