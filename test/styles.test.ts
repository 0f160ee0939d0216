import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

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
