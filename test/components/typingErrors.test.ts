import fc from "fast-check";
import { distance } from "fastest-levenshtein";
import { describe, expect, test } from "vitest";
import { alikeWords, errors } from "../../src/components/typingErrors.ts";

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

describe("words that may be meant", () => {
  const words = ["kurosawa", "kubrick", "john", "jonah", "jones", "media", "edith"];
  const lines = words.flatMap((word) =>
    [word, `_${word.slice(2)} ${word.slice(0, 2)}`].map((text) => ({
      text,
      frequency: word === "john" ? 5 : 0,
    })),
  );
  const linesOf = async (beginning: string) =>
    lines.filter(({ text }) => text.startsWith(beginning));
  const meant = async (word: string) =>
    (await alikeWords(word, linesOf)).map((alike) => alike.word);

  test.each([
    ["a late letter", "kurosava"],
    ["the third letter missing", "kuosawa"],
    ["the second and third swapped", "kruosawa"],
    ["the first letter changed", "gurosawa"],
    ["the first letter missing", "urosawa"],
    ["the first two swapped", "ukrosawa"],
    ["a letter too many in front", "xkurosawa"],
    ["a second letter too many", "kxurosawa"],
  ])("%s: %s", async (_, typed) => {
    expect(await meant(typed)).toEqual(["kurosawa"]);
  });

  test("whole words come before beginnings, common ones before rare ones", async () => {
    expect(await meant("jonh")).toEqual(["john", "jonah", "jones"]);
    expect(await meant("edia")).toEqual(["media", "edith"]);
  });
});
