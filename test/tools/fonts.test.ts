import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFonts } from "../../tools/fonts/makeFonts.ts";

const folder = "src/fonts";

test("src/fonts/ contains what tools/fonts.ts makes of the packages, byte for byte", async () => {
  const made = await makeFonts();
  expect(readdirSync(folder).sort()).toEqual([...made.keys()].sort());
  for (const [name, content] of made) {
    expect({ name, same: content.equals(readFileSync(join(folder, name))) }).toEqual({
      name,
      same: true,
    });
  }
}, 60_000);

test("every style of letters that the site asks for is in a font", () => {
  const css = readdirSync("src/styles").map((file) => readFileSync(`src/styles/${file}`, "utf8"));
  const charts = readdirSync("src/charts").map((file) =>
    readFileSync(`src/charts/${file}`, "utf8"),
  );
  const weights = [...css, ...charts].flatMap((text) =>
    Array.from(text.matchAll(/font-?weight"?:\s*"?(\w+)/gi), ([, weight]) => `${weight}`),
  );
  expect(weights).toContain("400");
  const made = readFileSync(join(folder, "fonts.css"), "utf8");
  const known = Array.from(made.matchAll(/font-weight: (\d+)/g), ([, weight]) => `${weight}`);
  for (const weight of weights) expect([...known, "inherit", "normal"]).toContain(weight);
  expect([...css, ...charts].join("\n")).not.toMatch(/font-?style"?:\s*"?(italic|oblique)/i);
});

test("the fonts carry their licence", () => {
  for (const family of ["public-sans", "instrument-serif", "noto-serif-display"]) {
    const text = readFileSync(join(folder, `${family}-LICENSE.txt`), "utf8");
    expect(text).toContain("SIL Open Font License, Version 1.1");
    expect(text).toMatch(/^Copyright/);
  }
});
