import { Resvg } from "@resvg/resvg-js";
import satori from "satori";
import { expect, test } from "vitest";
import { fonts } from "../../../src/cards/fonts.ts";
import { text } from "../../../src/cards/markup.ts";
import { sheet } from "../../../src/cards/parts.ts";

/** Where a picture of one letter has ink, from the letter's left edge. */
async function ink(letter: string): Promise<Set<string>> {
  const size = 200;
  const markup = sheet("20px", text(letter, { fontSize: 120, lineHeight: 1.15 }));
  const svg = await satori(markup, { width: size, height: size, fonts: fonts() });
  const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  const dark = Array.from({ length: size * size }, (_, at) => at).filter(
    (at) => (pixels[at * 4] ?? 255) < 128,
  );
  const left = Math.min(...dark.map((at) => at % size));
  return new Set(dark.map((at) => `${(at % size) - left} ${Math.floor(at / size)}`));
}

/** How much of the ink of two letters is shared, 0 to 1. */
const likeness = (one: Set<string>, other: Set<string>): number =>
  one.intersection(other).size / one.union(other).size;

test("a 1 in the pictures' serif differs from an l and is on the line of the other digits", async () => {
  const [one, l, seven] = [await ink("1"), await ink("l"), await ink("7")];
  expect(one.size).toBeGreaterThan(500);
  // The serif's own 1 shares more than half of its ink with its l.
  expect(likeness(one, l)).toBeLessThan(0.25);
  const rows = (letter: Set<string>) => [...letter].map((at) => Number(at.split(" ")[1]));
  const [ends, others] = [rows(one), rows(seven)];
  expect(Math.abs(Math.max(...ends) - Math.max(...others))).toBeLessThanOrEqual(1);
  expect(Math.abs(Math.min(...ends) - Math.min(...others))).toBeLessThanOrEqual(3);
});
