import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject } from "vitest";
import { test, type WatchedPage } from "./browser.ts";
import { distinctKinds } from "./pageKinds.ts";

const { years } = JSON.parse(
  readFileSync(join(inject("siteFolder"), "data", "summary.json"), "utf8"),
) as { years: { year: number; viewings: number }[] };
const [fullest] = years.toSorted((a, b) => b.viewings - a.viewings);
if (!fullest) throw new Error("The sample has a diary.");

/** Pages of A4 on which the page prints. A PDF names each of its pages, and once their list. */
async function sides(page: WatchedPage): Promise<number> {
  const pdf = await page.pdf({ format: "A4" });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

describe("a year on paper", () => {
  test("is a sheet of two sides, even for 140 viewings", async ({ page }) => {
    await page.goto(`timeline/${fullest.year}/`);
    expect(await page.locator(".month-list li").count()).toBe(fullest.viewings);
    expect(await sides(page)).toBeLessThanOrEqual(2);

    const viewings = await page.evaluate(() => {
      const rows = [...document.querySelectorAll(".month-list li")];
      for (let i = 0; rows.length < 140; i += 1) {
        const copy = rows[i]?.cloneNode(true) as Element;
        rows[i]?.after(copy);
        rows.push(copy);
      }
      return document.querySelectorAll(".month-list li").length;
    });
    expect(viewings).toBe(140);
    expect(await sides(page)).toBe(2);
  });

  test("has all its viewings and drawings, and nothing to be clicked", async ({ page }) => {
    await page.goto(`timeline/${fullest.year}/`);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".month-list li:visible").count()).toBe(fullest.viewings);
    expect(await page.locator("svg.plot:visible").count()).toBeGreaterThanOrEqual(3);
    const controls = "nav, button, summary, input, .skip, .kicker, footer a";
    expect(await page.locator(`:is(${controls}):visible`).allInnerTexts()).toEqual([]);
  });
});

describe.each(distinctKinds())("$route", ({ path }) => {
  test("prints ink on white, whatever scheme was chosen", async ({ keptPage }) => {
    const page = await keptPage({ colorScheme: "dark" });
    await page.goto(path);
    await page.evaluate(() => {
      document.documentElement.dataset.scheme = "dark";
    });
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const { color, backgroundColor, colorScheme } = await page.evaluate(() => {
      const { color, backgroundColor, colorScheme } = getComputedStyle(document.documentElement);
      return { color, backgroundColor, colorScheme };
    });
    expect({ color, backgroundColor, colorScheme }).toEqual({
      color: "rgb(0, 0, 0)",
      backgroundColor: "rgb(255, 255, 255)",
      colorScheme: "light",
    });
    expect(
      await page.locator("nav[aria-label=Main], button, .skip").locator("visible=true").count(),
    ).toBe(0);
  });
});
