import { describe, expect } from "vitest";
import { test, type WatchedPage } from "./browser.ts";

/** How much of the ink of two letters is shared in the serif of titles, 0 to 1. */
const likeness = (page: WatchedPage, letters: [string, string]) =>
  page.evaluate(async ([one, other]) => {
    const font = '120px "Instrument Serif"';
    await document.fonts.load(font, one + other);
    const inkOf = (letter: string) => {
      const canvas = document.createElement("canvas");
      canvas.width = canvas.height = 200;
      const context = canvas.getContext("2d");
      if (!context) throw new Error("There is no canvas.");
      context.font = font;
      context.fillText(letter, 20, 150);
      const { data } = context.getImageData(0, 0, 200, 200);
      const dark = Array.from({ length: 40_000 }, (_, at) => at).filter(
        (at) => (data[at * 4 + 3] ?? 0) > 128,
      );
      const left = Math.min(...dark.map((at) => at % 200));
      return new Set(dark.map((at) => at - left));
    };
    const [a, b] = [inkOf(one), inkOf(other)];
    const shared = [...a].filter((at) => b.has(at)).length;
    return shared / (a.size + b.size - shared);
  }, letters);

/** The numeric style of the first element that shows. */
const numeric = (page: WatchedPage, selector: string) =>
  page
    .locator(selector)
    .locator("visible=true")
    .first()
    .evaluate((element) => getComputedStyle(element).fontVariantNumeric);

describe("figures", () => {
  test("in a title have a 1 that differs from an l, and are spaced like the letters", async ({
    page,
  }) => {
    await page.goto("timeline/2021/");
    expect(await likeness(page, ["1", "1"])).toBe(1);
    const family = await page.$eval("h1", (title) => getComputedStyle(title).fontFamily);
    expect(family).toMatch(/^"Instrument Serif"/);
    // The serif's own 1 shares two thirds of its ink with its l.
    expect(await likeness(page, ["1", "l"])).toBeLessThan(0.3);
    for (const selector of ["h1", ".figure"]) {
      const spacing = await page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).letterSpacing);
      expect(spacing).toBe("normal");
    }
  });

  test("have one width in columns, and their own in sentences", async ({ page }) => {
    await page.goto("");
    expect(await numeric(page, ".ranks .number")).toContain("tabular-nums");
    expect(await numeric(page, ".figures .small")).not.toContain("tabular-nums");
    expect(await numeric(page, ".chart svg.plot text")).toContain("tabular-nums");
    await page.goto("genres/");
    expect(await numeric(page, "td.number")).toContain("tabular-nums");
    await page.goto("films/cleo-from-5-to-7-1962/");
    expect(await numeric(page, ".verdict time")).not.toContain("tabular-nums");
  });
});

describe("the bars of a list", () => {
  const lit = (page: WatchedPage, section: string) =>
    page
      .locator(`#${section} li:has(.is-named) > :nth-child(2), #${section} tr.is-named th`)
      .allInnerTexts();

  test("are quiet but for what the title names", async ({ page }) => {
    await page.goto("");
    const [named = ""] = await lit(page, "best-decade");
    expect(await page.locator("#best-decade h2").innerText()).toBe(`You rate the ${named} highest`);
    for (const section of ["best-decade", "genres", "directors", "countries"]) {
      expect(await page.locator(`#${section} .bar-fill`).count()).toBeGreaterThan(3);
    }
    expect(await lit(page, "best-decade")).toHaveLength(1);
    const [list = ""] = await lit(page, "lists");
    expect(await page.locator("#lists h2").innerText()).toContain(list);
    expect(await page.locator("main .is-named").count()).toBe(2);

    await page.goto("directors/");
    const title = await page.locator("h1").innerText();
    const names = await lit(page, "all");
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(title).toContain(name);
  });
});
