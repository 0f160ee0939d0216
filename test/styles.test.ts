import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { contrast } from "./browser/contrast.ts";

const folder = "src/styles";
const sheets = readdirSync(folder).filter((name) => name !== "tokens.css");
const read = (name: string) =>
  readFileSync(`${folder}/${name}`, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
const tokens = read("tokens.css");

describe.each(sheets)("%s", (name) => {
  const css = read(name);

  test("takes every colour from the tokens", () => {
    // Paper is white and ink black in print, whatever the screen has.
    const own = name === "print.css" ? /(?<!--(?:paper|ink)(?:-2)?: )#[\da-f]+/gi : /#[\da-f]+\b/gi;
    expect(css.match(/\b(?:rgb|hsl|oklch|light-dark)\(/g)).toBeNull();
    expect(css.match(own)).toBeNull();
  });

  test.skipIf(name === "print.css")("takes every size of text from the tokens", () => {
    const sizes = Array.from(css.matchAll(/font-size:\s*([^;]+);/g), ([, size]) => size);
    expect(sizes.filter((size) => !/^(var\(--size-|inherit|[\d.]+em$)/.test(size ?? ""))).toEqual(
      [],
    );
  });

  test("uses no token that does not exist", () => {
    for (const [, token = ""] of css.matchAll(/var\((--[\w-]+)/g)) {
      expect(tokens + css, token).toContain(`${token}:`);
    }
  });
});

describe.each([
  ["light", 1],
  ["dark", 2],
] as const)("the steps of a quantity, %s", (_, at) => {
  /** `rgb(…)` of a token in one scheme. */
  const colour = (name: string) => {
    const hex = new RegExp(`--${name}: light-dark\\(#(\\w+), #(\\w+)\\)`).exec(tokens)?.[at] ?? "";
    const [red, green, blue] = [0, 2, 4].map((from) =>
      Number.parseInt(hex.slice(from, from + 2), 16),
    );
    return `rgb(${red}, ${green}, ${blue})`;
  };
  const steps = [0, 1, 2, 3, 4].map((step) => colour(`step-${step}`));
  const [none = "", first = "", second = "", third = "", last = ""] = steps;

  test("leap from nothing to the first, and are well apart after that", () => {
    expect(contrast(none, first)).toBeGreaterThan(1.75);
    for (const [one, next] of [
      [first, second],
      [second, third],
      [third, last],
    ] as const) {
      expect(contrast(one, next)).toBeGreaterThan(1.55);
    }
  });

  test("have text that reads on each", () => {
    for (const [ground, ink] of [
      [none, "ink"],
      [first, "ink"],
      [second, "on-step-2"],
      [third, "on-step"],
      [last, "on-step"],
    ] as const) {
      expect(contrast(ground, colour(ink))).toBeGreaterThan(4.5);
    }
  });
});
