import { describe, expect } from "vitest";
import { test, type WatchedPage } from "./browser.ts";

const said = (page: WatchedPage) => page.locator(".chart-value:visible").allInnerTexts();
const bars = (page: WatchedPage) =>
  page.getByRole("group", { name: "Viewings per month" }).locator("a:visible");
const nameOf = async (page: WatchedPage, i: number) =>
  (await bars(page).nth(i).getAttribute("aria-label")) ?? "";

describe("the value of a mark", () => {
  test("is said where the mouse points, and no longer when it leaves", async ({ page }) => {
    await page.goto("");
    await bars(page).nth(3).hover();
    expect(await said(page)).toEqual([await nameOf(page, 3)]);
    expect(await nameOf(page, 3)).toMatch(/^\w+ \d{4}: \d+ viewings?$/);
    const box = await page.locator(".chart-value").boundingBox();
    const mark = await bars(page).nth(3).boundingBox();
    expect(box && mark && Math.abs(box.y + box.height - mark.y) < 10).toBe(true);
    await page.getByRole("heading", { level: 2 }).first().hover();
    expect(await said(page)).toEqual([]);
  });

  test("is not said of the ground between marks, which takes no mark's words", async ({ page }) => {
    await page.goto("");
    const svg = page
      .getByRole("group", { name: "Viewings per month" })
      .and(page.locator(":visible"));
    await bars(page).nth(3).hover();
    const box = await svg.boundingBox();
    if (!box) throw new Error("The chart is not shown.");
    await page.mouse.move(box.x + box.width - 2, box.y + 2);
    expect(await said(page)).toEqual([]);
    await bars(page).nth(0).hover();
    expect(await said(page)).toEqual([await nameOf(page, 0)]);
  });

  test("is said at the mark that has the focus, until Escape", async ({ page }) => {
    await page.goto("");
    await bars(page).nth(1).focus();
    expect(await said(page)).toEqual([await nameOf(page, 1)]);
    await page.keyboard.press("Tab");
    expect(await said(page)).toEqual([await nameOf(page, 2)]);
    await page.keyboard.press("Escape");
    expect(await said(page)).toEqual([]);
  });

  test("is said at a first tap; the second follows the mark", async ({ newPage }) => {
    const page = await newPage({ hasTouch: true, viewport: { width: 390, height: 844 } });
    await page.goto("timeline/2024/");
    const months = page
      .getByRole("group", { name: "Viewings per month of 2024" })
      .locator("a:visible");
    const name = (i: number) => months.nth(i).getAttribute("aria-label");
    await months.nth(5).tap();
    expect(await said(page)).toEqual([await name(5)]);
    await months.nth(4).tap();
    expect(await said(page)).toEqual([await name(4)]);
    expect(new URL(page.url()).hash).toBe("");
    await months.nth(4).tap();
    await page.waitForURL(/\/diary\/2024\/#m2024-05$/);
  });

  test("too small for a finger is said where the finger comes down near it, and stays", async ({
    newPage,
  }) => {
    const page = await newPage({ hasTouch: true, viewport: { width: 390, height: 844 } });
    await page.goto("");
    // The highest column, so that no other is nearer.
    const mark = bars(page).and(page.locator("[aria-label^='October 2024']"));
    const name = await mark.getAttribute("aria-label");
    await mark.scrollIntoViewIfNeeded();
    const box = await mark.boundingBox();
    if (!box) throw new Error("The mark is not shown.");
    // Above the column, where nothing is drawn.
    for (let taps = 0; taps < 2; taps += 1) {
      await page.touchscreen.tap(box.x + box.width / 2, box.y - 8);
      expect(await said(page)).toEqual([name]);
    }
    await page.touchscreen.tap(box.x + box.width / 2, box.y - 60);
    expect(await said(page)).toEqual([]);
    expect(new URL(page.url()).pathname).toBe("/");
  });

  test("of a column of ratings is said as well", async ({ page }) => {
    await page.goto("");
    const histogram = page.getByRole("group", { name: "Ratings of films" }).locator("a:visible");
    await histogram.nth(3).hover();
    expect(await said(page)).toEqual([expect.stringMatching(/^[★½]+: \d+ films?$/)]);
  });
});
