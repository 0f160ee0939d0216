import { describe, expect } from "vitest";
import { test, type WatchedPage } from "./browser.ts";

const background = (page: WatchedPage) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const chosen = (page: WatchedPage) => page.evaluate(() => document.documentElement.dataset.scheme);
const schemeSwitch = (page: WatchedPage) => page.getByRole("button", { name: /^Lights o/ });

const light = "rgb(250, 246, 236)";
const dark = "rgb(21, 18, 14)";

describe("the colour scheme", () => {
  test.for([
    ["light", light],
    ["dark", dark],
  ] as const)("is the system's at first: %s", async ([colorScheme, colour], { newPage }) => {
    const page = await newPage({ colorScheme });
    await page.goto("");
    expect(await background(page)).toBe(colour);
    expect(await chosen(page)).toBeUndefined();
  });

  test("is switched by a button, remembered, and set again before anything is painted", async ({
    page,
  }) => {
    // Runs before the page's own scripts, and looks when the first part of the body arrives.
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.body) return;
        observer.disconnect();
        const paints = performance.getEntriesByType("paint").length;
        const { scheme = "none" } = document.documentElement.dataset;
        Object.assign(window, { atBody: `${scheme}, ${paints} paints` });
      }).observe(document, { childList: true, subtree: true });
    });
    const atBody = () => page.evaluate(() => (window as { atBody?: string }).atBody);

    await page.goto("");
    expect(await atBody()).toBe("none, 0 paints");
    await schemeSwitch(page).click();
    expect(await background(page)).toBe(dark);

    await page.reload();
    expect(await atBody()).toBe("dark, 0 paints");
    expect(await background(page)).toBe(dark);

    await page.goto("genres/");
    expect(await atBody()).toBe("dark, 0 paints");
    await schemeSwitch(page).click();
    expect(await background(page)).toBe(light);
    await page.reload();
    expect(await atBody()).toBe("light, 0 paints");
  });

  test("colours the charts too, without another drawing", async ({ page }) => {
    await page.goto("");
    const bar = page.locator(".chart svg.plot:visible rect").first();
    const fill = () => bar.evaluate((rect) => getComputedStyle(rect).fill);
    const before = await fill();
    await schemeSwitch(page).click();
    expect(await fill()).not.toBe(before);
  });

  test("can be switched where nothing can be stored", async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("Storage is blocked.", "SecurityError");
        },
      });
    });
    await page.goto("");
    await schemeSwitch(page).click();
    expect(await background(page)).toBe(dark);
  });
});
