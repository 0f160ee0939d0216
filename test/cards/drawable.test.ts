import satori from "satori";
import { expect, test } from "vitest";
import { drawable } from "../../src/cards/drawable.ts";
import { fonts, isCovered } from "../../src/cards/fonts.ts";

test.each([
  ["Amélie", "Amélie"],
  ["8½", "8½"],
  ["Łódź, Đà Nẵng, Çeşme", "Łódź, Đà Nẵng, Çeşme"],
  ["“Dr. Strangelove” – or: how …", "“Dr. Strangelove” – or: how …"],
])("what is written in Latin letters stays as it is: %s", (text, written) => {
  expect(drawable(text)).toBe(written);
});

test.each([
  ["千と千尋の神隠し Spirited Away", "Spirited Away"],
  ["Сталкер (Stalker)", "(Stalker)"],
  ["Barbie 💗 2023", "Barbie 2023"],
  ["Four ★★★★ stars", "Four stars"],
])("a word in another script is left out: %s", (text, written) => {
  expect(drawable(text)).toBe(written);
});

test.each(["王家卫", "فيلم", "💗", "★", "", "–"])("of %j nothing can be written", (text) => {
  expect(drawable(text)).toBeNull();
});

test("an accent that no font has is left out, not its word", () => {
  // x with a diaeresis below, which no language uses.
  expect(drawable("Ma\u0324x\u0324")).toBe("Max");
});

test("narrow blanks, as numbers have them in French, become ordinary ones that do not break", () => {
  expect(drawable("12\u202f000 films")).toBe("12\u00a0000 films");
});

test("joiners and variation selectors, which show nothing, are dropped", () => {
  expect(drawable("Wall\u200d·\ufe0fE")).toBe("Wall·E");
});

test("the fonts cover all letters of their packages' Latin range, and no others", () => {
  const latin = Array.from({ length: 0x17f - 0x20 }, (_, i) => String.fromCodePoint(0x20 + i))
    .filter((character) => /\p{L}|\p{N}/u.test(character))
    // The long s and a digraph of Afrikaans are in neither.
    .filter((character) => !"ŉſ".includes(character));
  expect(latin.filter((character) => !isCovered(character))).toEqual([]);
  expect([..."Жあ王★💗"].filter(isCovered)).toEqual([]);
});

test("a character counts as covered exactly if satori finds its glyph", async () => {
  const characters = [..."AzéŁđȘạ½€™’…−★→王Жא💗ﬁ"];
  const missing = new Set<string>();
  const markup = {
    type: "div",
    props: { style: { display: "flex", fontSize: 10 }, children: characters.join(" ") },
  };
  await satori(markup, {
    width: 900,
    height: 20,
    fonts: fonts(),
    async loadAdditionalAsset(_, segment) {
      for (const character of segment) missing.add(character);
      return [];
    },
  });
  expect(missing.size).toBeGreaterThan(3);
  expect(characters.filter((character) => !isCovered(character))).toEqual(
    characters.filter((character) => missing.has(character)),
  );
});
